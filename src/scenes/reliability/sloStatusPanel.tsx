import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { PanelChrome, useStyles2 } from '@grafana/ui';
import { type Panel, type System } from '../../catalog/types';
import { StateBadge } from '../../components/StateBadge';
import { countOf } from '../../domain/format/format';
import { statusCounts } from '../../domain/slo/statusCounts';
import { LiveBody } from '../live/LiveBody';
import { type SloStandings } from './SloStandings';

interface SloStatusState extends SceneObjectState {
  title: string;
  description: string | undefined;
  systemId: string;
  service: string | undefined;
  standings: SceneObjectRef<SloStandings>;
}

/** How many objectives are in each state. */
class SloStatusPanel extends SceneObjectBase<SloStatusState> {
  static Component = SloStatusPanelRenderer;
}

/** @param standings of all objectives on the page. */
export function sloStatusPanel(
  { title, description, service }: Panel,
  system: System,
  standings: SloStandings
): SloStatusPanel {
  return new SloStatusPanel({ title, description, systemId: system.id, service, standings: standings.getRef() });
}

function SloStatusPanelRenderer({ model }: SceneComponentProps<SloStatusPanel>) {
  const { title, description, systemId, service, standings } = model.useState();
  const styles = useStyles2(getStyles);
  return (
    <PanelChrome title={title} description={description}>
      <LiveBody live={standings.resolve()} what="objectives" fillsPanel>
        {(all) => {
          const own = all.filter(
            ({ system, slo }) => system === systemId && (service === undefined || slo.service === service)
          );
          const { byState, atRisk, breached, total } = statusCounts(own);
          return (
            <div className={styles.panel}>
              <p className={styles.sentence}>
                {countOf(total, 'objective')}: {atRisk} at risk, {breached} breached.
              </p>
              <ul className={styles.tiles}>
                {byState.map(({ state, count }) => (
                  <li key={state} className={styles.tile}>
                    <span className={styles.count}>{count}</span>
                    <StateBadge state={state} />
                  </li>
                ))}
              </ul>
            </div>
          );
        }}
      </LiveBody>
    </PanelChrome>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), height: '100%', overflow: 'auto' }),
  sentence: css({ margin: 0, color: theme.colors.text.secondary }),
  tiles: css({ listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), flexGrow: 1 }),
  tile: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    flex: '1 1 76px',
    padding: theme.spacing(1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
  count: css({ ...theme.typography.h2, fontVariantNumeric: 'tabular-nums' }),
});
