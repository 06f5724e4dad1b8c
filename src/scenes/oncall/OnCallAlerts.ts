import { alertPlaces } from '../../catalog/alertPlaces';
import { type System } from '../../catalog/types';
import { activeAlerts, type AlertReport, alertRules, GRAFANA_RULES } from '../../datasources/grafana';
import { mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { labelsKey } from '../../domain/alerts/labelsKey';
import { type Alert, type AlertRule } from '../../domain/alerts/types';
import { byAlertUrgency } from '../../domain/alerts/urgency';
import { type OnCall, onCall } from '../../domain/incidents/onCall';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';
import { askMuted } from './askMuted';

/** What is active now, sorted by what it asks for, and what that rests on. */
export interface OnCallNow extends OnCall {
  /** All of them, most urgent first. */
  alerts: readonly Alert[];
  /** Those that an Alertmanager tells nobody of because others fire. */
  inhibited: ReadonlySet<Alert>;
  ruleCount: number;
  /** Sources that did not answer or not fully, with the reason; an all-clear has to name them. */
  unread: readonly string[];
  askedAtMs: number;
}

/** Of one rule; what is beyond is counted, and named as not listed. */
const INSTANCES_PER_RULE = 500;

/** The alerts of Grafana and of the page's metrics data source with what mutes them: a fixed number of requests. */
export class OnCallAlerts extends LiveData<OnCallNow> {
  constructor(private readonly systems: readonly System[]) {
    super();
  }

  protected async ask(_range: TimeWindow, signal: AbortSignal): Promise<Result<OnCallNow>> {
    const sources = [GRAFANA_RULES, metricsDataSource(this).uid];
    const [report, muted] = await Promise.all([
      alertRules({ sources, signal, instancesPerRule: INSTANCES_PER_RULE }),
      askMuted(signal),
    ]);
    const remarks = report.ok ? [...unreadIn(report), ...muted.unread] : [];
    return mapResult(report, ({ rules }) => {
      const nowMs = Date.now();
      const alerts = activeAlerts(rules).sort(byAlertUrgency);
      return {
        ...onCall(alerts, muted.silences, alertPlaces(this.systems), nowMs),
        alerts,
        inhibited: new Set(
          muted.inhibited.size > 0 ? alerts.filter(({ labels }) => muted.inhibited.has(labelsKey(labels))) : []
        ),
        ruleCount: rules.length,
        unread: remarks,
        askedAtMs: nowMs,
      };
    });
  }
}

function unreadIn({ value: { sources, rules }, warnings }: Extract<Result<AlertReport>, { ok: true }>): string[] {
  return [
    ...sources.flatMap(({ source, error }) => (error ? [`${source.name}: ${error.message}`] : [])),
    // Failures of whole sources stand above.
    ...warnings.flatMap((one) => ('dataSourceUid' in one && one.dataSourceUid !== undefined ? [one.message] : [])),
    ...rules.flatMap((rule) => {
      const count = hiddenCount(rule);
      return count > 0 ? [`${count} more alerts of ${rule.name} are active than ${rule.source.name} lists.`] : [];
    }),
  ];
}

/** Active alerts that the source counted and did not list. */
function hiddenCount({ totals, instances }: AlertRule): number {
  const listed = instances.filter(({ state }) => state !== 'inactive').length;
  return Math.max(0, totals.firing + totals.pending + totals.unknown - listed);
}
