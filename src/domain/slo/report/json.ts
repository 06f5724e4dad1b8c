import { type MonthReport } from './types';

/** The report as indented JSON, with the keys that document 004 names; ratios 0..1, times ISO 8601 in UTC. */
export function reportJson(report: MonthReport): string {
  return JSON.stringify(
    {
      report_timestamp: report.generatedAt,
      window: { label: report.label, from: report.from, until: report.until, time_zone: report.timeZone },
      total_slos: report.total,
      status_summary: Object.fromEntries(report.byState.map(({ state, count }) => [state, count])),
      slos_at_risk: report.atRisk,
      slos_breached: report.breached,
      detailed_results: report.objectives.map(
        ({ system, slo, state, reason, attainedRatio, budgetRemainingRatio }) => ({
          name: `${system}.${slo.service}.${slo.id}`,
          status: state ?? 'level',
          reason,
          current_value: attainedRatio,
          objective: slo.targetRatio,
          error_budget_remaining: budgetRemainingRatio,
        })
      ),
      recommendations: report.recommendations.map(({ text, because }) => ({ text, because })),
    },
    null,
    2
  );
}
