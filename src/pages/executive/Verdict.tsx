import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { StateBadge } from '../../components/StateBadge';
import { executiveVerdict } from '../../domain/health/executiveVerdict';
import { type UnreachableTargets } from '../../scenes/live/UnreachableTargets';
import { type ActiveAlerts, type FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { type SloStandings } from '../../scenes/reliability/SloStandings';

interface VerdictState extends SceneObjectState {
  standings: SceneObjectRef<SloStandings>;
  alerts: SceneObjectRef<FiringAlerts>;
  unreachable: SceneObjectRef<UnreachableTargets>;
}

/** The page's answer in one sentence. */
export class Verdict extends SceneObjectBase<VerdictState> {
  static Component = VerdictRenderer;
}

function VerdictRenderer({ model }: SceneComponentProps<Verdict>) {
  const styles = useStyles2(getStyles);
  const state = model.useState();
  const standings = state.standings.resolve().useState();
  const alerts = state.alerts.resolve().useState();
  const unreachable = state.unreachable.resolve().useState();
  if ([standings, alerts, unreachable].some(({ loading, value }) => loading && value === undefined)) {
    return (
      <div className={styles.verdict} role="status">
        Looking at alerts, objectives and targets …
      </div>
    );
  }
  const verdict = executiveVerdict({
    standings: standings.value,
    alerts: knownAlerts(alerts.value),
    unreachable: unreachable.value,
  });
  return (
    <div className={styles.verdict} role="status" aria-live="polite">
      <StateBadge state={verdict.state} />
      <span className={styles.sentence}>{verdict.sentence}</span>
    </div>
  );
}

/** That nothing fires is known only when every source answered. */
function knownAlerts(active: ActiveAlerts | undefined): ActiveAlerts['alerts'] | undefined {
  return active && (active.alerts.length > 0 || active.unread.length === 0) ? active.alerts : undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  verdict: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(1, 2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.h5.fontSize,
  }),
  sentence: css({ minWidth: 0 }),
});
