import { GRAFANA_RULES, inhibitedAlerts, silences } from '../../datasources/grafana';
import { dataSourceName, listAlertmanagers } from '../../datasources/lookup';
import { labelsKey } from '../../domain/alerts/labelsKey';
import { type Silence } from '../../domain/alerts/silences';

/** What keeps people from hearing of alerts. */
export interface Muted {
  silences: readonly Silence[];
  /** Keys (`labelsKey`) of the alerts that others inhibit. */
  inhibited: ReadonlySet<string>;
  /** Which Alertmanagers did not answer, and why. */
  unread: readonly string[];
}

/** Asks Grafana's own Alertmanager and those that it knows: one request for silences to each, one for inhibited alerts. */
export async function askMuted(signal: AbortSignal): Promise<Muted> {
  const others = listAlertmanagers().map(({ uid }) => uid);
  const keepers = [GRAFANA_RULES, ...others];
  const [kept, held] = await Promise.all([
    Promise.all(keepers.map((keeper) => silences(keeper, { signal }))),
    // Grafana's own has no inhibition.
    Promise.all(others.map((keeper) => inhibitedAlerts(keeper, { signal }))),
  ]);
  return {
    silences: kept.flatMap((answer) => (answer.ok ? answer.value : [])),
    inhibited: new Set(held.flatMap((answer) => (answer.ok ? answer.value.map(labelsKey) : []))),
    unread: kept.flatMap((answer, index) => {
      const keeper = keepers[index] ?? '';
      // Silences of Grafana's own rules need a permission that viewers often lack, and matter to them only.
      return answer.ok || keeper === GRAFANA_RULES
        ? []
        : [`Silences of ${dataSourceName(keeper) ?? keeper}: ${answer.error.message}`];
    }),
  };
}
