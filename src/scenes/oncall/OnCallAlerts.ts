import { alertPlaces } from '../../catalog/alertPlaces';
import { type System } from '../../catalog/types';
import { activeAlerts, alertRules, GRAFANA_RULES, silences } from '../../datasources/grafana';
import { dataSourceName, listAlertmanagers } from '../../datasources/lookup';
import { mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Silence } from '../../domain/alerts/silences';
import { type Alert } from '../../domain/alerts/types';
import { byAlertUrgency } from '../../domain/alerts/urgency';
import { type OnCall, onCall } from '../../domain/incidents/onCall';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** What is active now, sorted by what it asks for, and what that rests on. */
export interface OnCallNow extends OnCall {
  /** All of them, most urgent first. */
  alerts: readonly Alert[];
  ruleCount: number;
  /** Sources that did not answer, with the reason; an all-clear has to name them. */
  unread: readonly string[];
  askedAtMs: number;
}

/** The alerts of Grafana and of the page's metrics data source with their silences: one request to each source. */
export class OnCallAlerts extends LiveData<OnCallNow> {
  constructor(private readonly systems: readonly System[]) {
    super();
  }

  protected async ask(_range: TimeWindow, signal: AbortSignal): Promise<Result<OnCallNow>> {
    const [report, muted] = await Promise.all([
      alertRules({ sources: [GRAFANA_RULES, metricsDataSource(this).uid], signal }),
      this.askSilences(signal),
    ]);
    return mapResult(report, ({ rules, sources }) => {
      const nowMs = Date.now();
      const alerts = activeAlerts(rules).sort(byAlertUrgency);
      return {
        ...onCall(alerts, muted.silences, alertPlaces(this.systems), nowMs),
        alerts,
        ruleCount: rules.length,
        unread: [
          ...sources.flatMap(({ source, error }) => (error ? [`${source.name}: ${error.message}`] : [])),
          ...muted.unread,
        ],
        askedAtMs: nowMs,
      };
    });
  }

  private async askSilences(signal: AbortSignal): Promise<{ silences: Silence[]; unread: string[] }> {
    const keepers = [GRAFANA_RULES, ...listAlertmanagers().map(({ uid }) => uid)];
    const answers = await Promise.all(keepers.map((keeper) => silences(keeper, { signal })));
    return {
      silences: answers.flatMap((answer) => (answer.ok ? answer.value : [])),
      unread: answers.flatMap((answer, index) =>
        // Silences of Grafana's own rules need a permission that viewers often lack, and matter to them only.
        answer.ok || keepers[index] === GRAFANA_RULES
          ? []
          : [`Silences of ${dataSourceName(keepers[index] ?? '') ?? keepers[index]}: ${answer.error.message}`]
      ),
    };
  }
}
