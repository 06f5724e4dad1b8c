import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { PanelChrome, TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { StateBadge } from '../../components/StateBadge';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type UnreachableTargets } from '../../scenes/live/UnreachableTargets';
import { type DataSourcesHealth, type SourceHealth } from '../../scenes/oncall/DataSourcesHealth';

interface FoundationsState extends SceneObjectState {
  sources: SceneObjectRef<DataSourcesHealth>;
  unreachable: SceneObjectRef<UnreachableTargets>;
}

/** Whether what this page rests on is there: the data sources, and everything that should report. */
export class Foundations extends SceneObjectBase<FoundationsState> {
  static Component = FoundationsRenderer;
}

const ROLES: Readonly<Record<SourceHealth['role'], string>> = {
  prometheus: 'Metrics',
  jaeger: 'Traces',
  elasticsearch: 'Logs',
};

function FoundationsRenderer({ model }: SceneComponentProps<Foundations>) {
  const styles = useStyles2(getStyles);
  const { sources, unreachable } = model.useState();
  const { search } = useLocation();
  return (
    <PanelChrome
      title="What this page rests on"
      description="Without its data sources and targets, silence here would mean nothing."
    >
      <div className={styles.body} tabIndex={0} role="region" aria-label="Data sources and silent targets">
        <LiveBody live={sources.resolve()} what="data sources">
          {(all) => (
            <ul className={styles.list}>
              {all.map(({ role, name, ok, message }) => (
                <li key={role} className={styles.item}>
                  <StateBadge state={ok ? 'ok' : 'critical'} />
                  <span>
                    {ROLES[role]} · {name}
                    {!ok && <span className={styles.detail}> {message}</span>}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </LiveBody>
        <LiveBody live={unreachable.resolve()} what="targets">
          {(silent) => (
            <ul className={styles.list}>
              {silent.length === 0 && (
                <li className={styles.item}>
                  <StateBadge state="ok" /> Every target answers its scrapes.
                </li>
              )}
              {silent.map((name) => (
                <li key={name} className={styles.item}>
                  <StateBadge state="silent" /> {name} does not answer its scrapes.
                </li>
              ))}
            </ul>
          )}
        </LiveBody>
        <div className={styles.item}>
          <TextLink href={pageUrl('platform', ['stack'], search)} variant="bodySmall">
            Every part of the stack, gate by gate
          </TextLink>
        </div>
      </div>
    </PanelChrome>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ overflow: 'auto', height: '100%' }),
  list: css({ listStyle: 'none' }),
  item: css({
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  detail: css({ color: theme.colors.text.secondary }),
});
