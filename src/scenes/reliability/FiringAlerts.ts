import { activeAlerts, alertRules, type AlertReport, GRAFANA_RULES } from '../../datasources/grafana';
import { mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Alert } from '../../domain/alerts/types';
import { byAlertUrgency } from '../../domain/alerts/urgency';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** What is active now, and what that rests on. */
export interface ActiveAlerts {
  /** Firing, pending and unknown ones, most urgent first. */
  alerts: readonly Alert[];
  /** How many alert rules each system has. */
  ruleCounts: ReadonlyMap<string, number>;
  /** Sources that did not answer, with the reason. */
  unread: readonly string[];
  askedAtMs: number;
}

/** The alerts of Grafana and of the page's metrics data source. One request to each, whatever their number. */
export class FiringAlerts extends LiveData<ActiveAlerts> {
  protected async ask(_range: TimeWindow, signal: AbortSignal): Promise<Result<ActiveAlerts>> {
    const sources = [GRAFANA_RULES, metricsDataSource(this).uid];
    return mapResult(await alertRules({ sources, signal }), summarise);
  }
}

function summarise({ rules, sources }: AlertReport): ActiveAlerts {
  const ruleCounts = new Map<string, number>();
  for (const { labels } of rules) {
    const system = labels['system'] ?? '';
    ruleCounts.set(system, (ruleCounts.get(system) ?? 0) + 1);
  }
  return {
    alerts: activeAlerts(rules).sort(byAlertUrgency),
    ruleCounts,
    unread: sources.flatMap(({ source, error }) => (error ? [`${source.name}: ${error.message}`] : [])),
    askedAtMs: Date.now(),
  };
}
