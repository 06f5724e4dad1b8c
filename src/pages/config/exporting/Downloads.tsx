import { config } from '@grafana/runtime';
import { Button, Combobox, Field, Stack } from '@grafana/ui';
import { useState } from 'react';
import { BASE_PATH } from '../../../app/constants';
import { type System } from '../../../catalog/types';
import { downloadText } from '../../slos/report/download';
import { type ExportFormat, exportedFile } from './files';

const FORMATS: ReadonlyArray<{ value: ExportFormat; label: string; description: string }> = [
  { value: 'prometheus', label: 'Rules', description: 'Recording and alerting rules for Prometheus, Mimir and Thanos' },
  { value: 'operator', label: 'PrometheusRule', description: 'The same rules for the Prometheus operator' },
  { value: 'grafana', label: 'Grafana alerting', description: 'The alerts, to be provisioned in Grafana' },
  { value: 'alertmanager', label: 'Alertmanager', description: 'Routes, receivers and inhibition' },
  { value: 'notifications', label: 'Alertmanager texts', description: 'Templates that its configuration names' },
  { value: 'openslo', label: 'OpenSLO v1', description: 'The objectives' },
];
const ALL = '';

interface Props {
  systems: readonly System[];
  /** Uid of the Prometheus that evaluates the rules. */
  dataSourceUid: string | undefined;
}

/** What the catalog says, for the tools that do the work: made here, in the browser. */
export function Downloads({ systems, dataSourceUid }: Props) {
  const [system, setSystem] = useState(ALL);
  const [format, setFormat] = useState<ExportFormat>('prometheus');
  const chosen = systems.filter(({ id }) => system === ALL || id === system);

  const download = () => {
    const file = exportedFile(format, chosen, {
      appUrl: `${window.location.origin}${config.appSubUrl ?? ''}${BASE_PATH}`,
      dataSourceUid: dataSourceUid ?? 'prometheus',
    });
    downloadText(file.name, file.text, 'application/yaml');
  };

  return (
    <>
      <Field label="Systems to download" htmlFor="watchkeeper-download-system">
        <Combobox
          id="watchkeeper-download-system"
          width={40}
          options={[
            { value: ALL, label: 'All systems' },
            ...systems.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={system}
          onChange={({ value }) => setSystem(value)}
        />
      </Field>
      <Field
        label="Format"
        description={FORMATS.find(({ value }) => value === format)?.description}
        htmlFor="watchkeeper-download-format"
      >
        <Stack alignItems="center">
          <Combobox
            id="watchkeeper-download-format"
            width={40}
            options={[...FORMATS]}
            value={format}
            onChange={({ value }) => setFormat(value)}
          />
          <Button type="button" variant="secondary" icon="download-alt" onClick={download}>
            Download
          </Button>
        </Stack>
      </Field>
    </>
  );
}
