import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { VerdictLine } from '../../components/VerdictLine';
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
  const state = model.useState();
  const standings = state.standings.resolve().useState();
  const alerts = state.alerts.resolve().useState();
  const unreachable = state.unreachable.resolve().useState();
  if ([standings, alerts, unreachable].some(({ loading, value }) => loading && value === undefined)) {
    return <VerdictLine role="status">Looking at alerts, objectives and targets …</VerdictLine>;
  }
  const verdict = executiveVerdict({
    standings: standings.value,
    alerts: knownAlerts(alerts.value),
    unreachable: unreachable.value,
  });
  return (
    <VerdictLine state={verdict.state} role="status" aria-live="polite">
      {verdict.sentence}
    </VerdictLine>
  );
}

/** That nothing fires is known only when every source answered. */
function knownAlerts(active: ActiveAlerts | undefined): ActiveAlerts['alerts'] | undefined {
  return active && (active.alerts.length > 0 || active.unread.length === 0) ? active.alerts : undefined;
}
