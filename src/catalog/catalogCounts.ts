import { severityRank } from '../domain/alerts/urgency';
import { runbookOfAlert } from './runbookOf';
import { type System } from './types';

/** How much the catalog has for a system. */
export interface CatalogCounts {
  boards: number;
  panels: number;
  alerts: number;
  /** The most severe first. */
  severities: ReadonlyArray<{ severity: string; count: number }>;
  alertsWithRunbook: number;
  slos: number;
}

/** Counts boards, panels, alerts by severity and with a runbook, and objectives. */
export function catalogCounts(system: System): CatalogCounts {
  const { boards = [], alerts = [], slos = [] } = system;
  const severities = [...new Set(alerts.map(({ severity }) => severity))].sort(
    (a, b) => severityRank(a) - severityRank(b)
  );
  return {
    boards: boards.length,
    panels: boards.flatMap(({ rows }) => rows).flatMap(({ panels }) => panels).length,
    alerts: alerts.length,
    severities: severities.map((severity) => ({
      severity,
      count: alerts.filter((alert) => alert.severity === severity).length,
    })),
    alertsWithRunbook: alerts.filter((alert) => runbookOfAlert(system, alert) !== undefined).length,
    slos: slos.length,
  };
}
