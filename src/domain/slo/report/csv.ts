import { targetText } from './text';
import { type MonthReport, type ObjectiveResult } from './types';

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
      ...agreementCells(report, one),
    ];
  });
  return [COLUMNS as readonly Cell[], ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

/** What the customers of a tier were promised and are owed, where the objective is the measure of it. */
function agreementCells({ tiers }: MonthReport, { system, slo }: ObjectiveResult): Cell[] {
  const tier = tiers.find((one) => one.system === system && one.objective === slo.id);
  const missed = tier?.outcome.kind === 'missed' ? tier.outcome : undefined;
  return [
    tier?.sla?.targetRatio,
    tier?.outcome.kind,
    missed?.credit?.feeRatio,
    missed?.due?.amount,
    missed?.due?.currency,
  ];
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
