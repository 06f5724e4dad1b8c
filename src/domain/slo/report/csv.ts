import { targetText } from './text';
import { type MonthReport } from './types';

type Cell = string | number | undefined;

const COLUMNS = [
  'month',
  'from',
  'until',
  'time_zone',
  'system',
  'team',
  'service',
  'tier',
  'objective',
  'target',
  'state',
  'attained_ratio',
  'total_events',
  'bad_events',
  'budget_events',
  'budget_remaining_ratio',
  'attained_ratio_without_maintenance',
  'budget_remaining_ratio_without_maintenance',
  'coverage_ratio',
  'incidents',
  'largest_incident_spent_ratio',
  'sla_target_ratio',
  'sla_outcome',
  'sla_credit_fee_ratio',
  'sla_credit_due',
  'sla_currency',
] as const;

/** The report as a table for spreadsheets (RFC 4180): one line an objective, ratios 0..1. */
export function reportCsv(report: MonthReport): string {
  const lines = report.objectives.map((one): Cell[] => {
    const tier = report.tiers.find(({ system, objective }) => system === one.system && objective === one.slo.id);
    const credit = tier?.outcome.kind === 'missed' ? tier.outcome : undefined;
    return [
      report.label,
      report.from,
      report.until,
      report.timeZone,
      one.systemName,
      one.team,
      one.serviceName,
      one.tierName,
      one.slo.title,
      one.slo.targetRatio ?? targetText(one),
      one.state ?? 'level',
      exact(one.attainedRatio),
      exact(one.totalEvents),
      exact(one.badEvents),
      exact(one.budgetEvents),
      exact(one.budgetRemainingRatio),
      exact(one.withoutMaintenance?.attainedRatio),
      exact(one.withoutMaintenance?.budgetRemainingRatio),
      exact(one.coverageRatio),
      one.incidents.length,
      exact(one.incidents[0]?.spentRatio),
      tier?.sla?.targetRatio,
      tier?.outcome.kind,
      credit?.credit?.feeRatio,
      credit?.due?.amount,
      credit?.due?.currency,
    ];
  });
  return [COLUMNS as readonly Cell[], ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/** Without the noise of binary fractions. */
function exact(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toPrecision(12));
}

// A spreadsheet takes text that begins so for a formula and runs it.
const FORMULA = /^[=+\-@\t\r]/;

/** One cell: quoted where it has to be, and never a formula. */
export function csvCell(cell: Cell): string {
  if (cell === undefined) {
    return '';
  }
  if (typeof cell === 'number') {
    return String(cell);
  }
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
