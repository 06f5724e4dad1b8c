import { css } from '@emotion/css';
import { type AppPluginMeta, type PluginConfigPageProps } from '@grafana/data';
import { Button, Field, FieldSet, LoadingPlaceholder, Stack, TextArea } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { readSettings, type Settings } from '../../app/settings';
import { fetchBuiltInSystems } from '../../catalog/builtIn';
import { type System } from '../../catalog/types';
import { useLoaded } from '../../components/useLoaded';
import { saveSettings } from '../../datasources/grafana/settings';
import { isIndexName } from '../../domain/anomalies/spanIndex';
import { DataSourceFields } from './DataSourceFields';
import { catalogText, checkCatalog } from './catalogDraft';
import { Downloads } from './exporting/Downloads';
import { ImportObjectives } from './importing/ImportObjectives';
import { Problems } from './Problems';
import { SpanIndexFields } from './SpanIndexFields';

type Props = PluginConfigPageProps<AppPluginMeta<Settings>>;

/** Where an administrator chooses data sources and adds systems to the catalog. */
export default function ConfigPage(props: Props) {
  const builtIn = useLoaded(fetchBuiltInSystems);
  return builtIn ? <Configuration {...props} builtIn={builtIn} /> : <LoadingPlaceholder text="Loading the systems" />;
}

function Configuration({ plugin, builtIn }: Props & { builtIn: readonly System[] }) {
  const { meta } = plugin;
  const stored = useMemo(() => readSettings(meta.jsonData), [meta.jsonData]);
  const [dataSources, setDataSources] = useState(stored.settings.dataSources ?? {});
  const [spanIndex, setSpanIndex] = useState(stored.settings.spanIndex);
  const [catalog, setCatalog] = useState(() => catalogText(stored.settings.catalog));
  const [saving, setSaving] = useState<'no' | 'busy' | 'failed'>('no');
  const draft = useMemo(() => checkCatalog(builtIn, catalog), [builtIn, catalog]);

  const isBroken = draft.problems.length > 0;
  const isIndexWrong = spanIndex !== undefined && !isIndexName(spanIndex.index);

  const save = async () => {
    setSaving('busy');
    const jsonData: Settings = {
      dataSources,
      ...(spanIndex ? { spanIndex } : {}),
      ...(catalog.trim() ? { catalog } : {}),
    };
    const result = await saveSettings(meta.id, {
      enabled: meta.enabled ?? true,
      pinned: meta.pinned ?? false,
      jsonData,
    });
    if (result.ok) {
      // Grafana keeps the old settings in memory until the page is loaded again.
      window.location.reload();
    } else {
      setSaving('failed');
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {stored.problems.length > 0 && <Problems title="The stored settings have mistakes" problems={stored.problems} />}
      <FieldSet label="Data sources">
        <DataSourceFields value={dataSources} onChange={setDataSources} />
        <SpanIndexFields value={spanIndex} onChange={setSpanIndex} />
      </FieldSet>
      <FieldSet label="Catalog">
        <Field
          label="Your systems"
          description="YAML or JSON. Adds to the built-in systems, overrides entries with the same id, or replaces a system with mode: replace."
          htmlFor="watchkeeper-catalog"
        >
          <TextArea
            id="watchkeeper-catalog"
            rows={14}
            spellCheck={false}
            style={{ fontFamily: 'monospace' }}
            value={catalog}
            onChange={(event) => setCatalog(event.currentTarget.value)}
            placeholder={
              'systems:\n  - id: enis\n    services:\n      - id: billing\n        name: Billing\n        kind: application\n        team: platform'
            }
          />
        </Field>
        {isBroken ? (
          <Problems title="This catalog cannot be used yet" problems={draft.problems} />
        ) : (
          <p role="status">{draft.summary}</p>
        )}
      </FieldSet>
      <FieldSet label="Import">
        <ImportObjectives catalog={catalog} systems={draft.systems} isBroken={isBroken} onAdd={setCatalog} />
      </FieldSet>
      <Stack alignItems="center">
        <Button type="submit" disabled={saving === 'busy' || isBroken || isIndexWrong}>
          Save
        </Button>
        {saving === 'failed' && <span role="alert">Grafana did not store the settings. Nothing was changed.</span>}
      </Stack>
      <FieldSet label="Download" className={css({ marginTop: 32 })}>
        <Downloads systems={draft.systems} dataSourceUid={dataSources.prometheus} />
      </FieldSet>
    </form>
  );
}
