import { renderSelector } from '../promql/matchers';
import { type BurnRateThreshold, burnRateThresholds } from '../slo/burnRateTiers';
import { type BudgetedSlo, SLO_EVENTS } from '../slo/types';
import { durationText } from './durationText';
import { sloLabels } from './sloRecordings';
import { errorRatioSeries, SLO_SERIES } from './sloSeries';
import { type AlertingRule } from './types';

export const BURN_RATE_ALERT = 'SloErrorBudgetBurn';
export const BUDGET_SPENT_ALERT = 'SloErrorBudgetSpent';
export const NOT_MEASURED_ALERT = 'SloNotMeasured';

const MS_PER_DAY = 86_400_000;

/** What an objective's alerts say beside the objective itself. */
export interface SloAlertContext {
  system: string;
  team?: string | undefined;
  /** `runbook_url` and `dashboard_url` of an alert with these labels, where there are any. */
  linksOf: (alert: string, labels: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
}

/** One rule for each tier: it fires while both windows burn faster than the tier allows, and no longer. */
export function burnRateAlerts(slo: BudgetedSlo, context: SloAlertContext): AlertingRule[] {
  return burnRateThresholds(slo).map((tier) => burnRateAlert(slo, tier, context));
}

function burnRateAlert(slo: BudgetedSlo, tier: BurnRateThreshold, context: SloAlertContext): AlertingRule {
  const { system, team, linksOf } = context;
  const where = { system, slo: slo.id };
  const over = (window: string) =>
    `${renderSelector({ metric: errorRatioSeries(window), where })} > ${tier.errorRatio}`;
  const enough =
    slo.minimumEvents === undefined
      ? ''
      : ` and sum_over_time(${renderSelector({ metric: SLO_EVENTS.total, where })}[${tier.long}]) >= ${slo.minimumEvents}`;
  const exhaustion = durationText((slo.windowDays * MS_PER_DAY) / tier.factor);
  const labels = {
    ...sloLabels(system, slo),
    ...(team ? { team } : {}),
    severity: tier.severity,
    page: String(tier.severity === 'critical'),
    burn: tier.id,
    long: tier.long,
    short: tier.short,
    exhaustion,
  };
  return {
    alert: BURN_RATE_ALERT,
    expr: `${over(tier.long)} and ${over(tier.short)}${enough}`,
    for: '0s',
    labels,
    annotations: {
      summary: `${slo.title}: burn rate above ${tier.factor} over ${tier.long}`,
      description: `Over ${tier.long}, {{ $value | humanizePercentage }} of the events were bad, and it goes on over ${tier.short} (bound: ${percent(tier.errorRatio)} for an objective of ${percent(slo.targetRatio)}). At the bound, a full budget of ${slo.windowDays} days is gone in ${exhaustion}.${tier.adjusted ? ' The bound is not the usual one, which this objective could not reach or would outlast.' : ''}`,
      ...linksOf(BURN_RATE_ALERT, labels),
    },
  };
}

/** Says that a stated share of the budget is gone, however slowly. Nothing when the objective asks for no such message. */
export function budgetSpentAlert(slo: BudgetedSlo, { system, team, linksOf }: SloAlertContext): AlertingRule[] {
  if (slo.alertAtBudgetSpentRatio === undefined) {
    return [];
  }
  const remaining = renderSelector({ metric: SLO_SERIES.budgetRemaining, where: { system, slo: slo.id } });
  const spent = percent(slo.alertAtBudgetSpentRatio);
  const labels = { ...sloLabels(system, slo), ...(team ? { team } : {}), severity: 'warning', page: 'false' };
  return [
    {
      alert: BUDGET_SPENT_ALERT,
      expr: `${remaining} < ${plain(1 - slo.alertAtBudgetSpentRatio)}`,
      for: '5m',
      labels,
      annotations: {
        summary: `${slo.title}: more than ${spent} of the error budget is spent`,
        description: `Left of the budget of ${slo.windowDays} days: {{ $value | humanizePercentage }}.`,
        ...linksOf(BUDGET_SPENT_ALERT, labels),
      },
    },
  ];
}

/**
 * One rule for all objectives of a system. What is not measured would otherwise look like what goes well: a metric that
 * is gone, or a bucket that never was.
 */
export function notMeasuredAlert(system: string, appUrl: string): AlertingRule {
  const of = (metric: string) => renderSelector({ metric, where: { system } });
  return {
    alert: NOT_MEASURED_ALERT,
    expr: `${of(SLO_SERIES.objective)} unless on (system, slo) ${of(SLO_EVENTS.bad)}`,
    for: '15m',
    labels: { system, severity: 'warning', page: 'false' },
    annotations: {
      summary: 'Objective {{ $labels.slo }} is not measured',
      description:
        'No bad events were counted for 15 minutes, not even none: the metrics are gone, or the histogram has no bucket at the threshold. Its burn-rate alerts cannot fire.',
      dashboard_url: `${appUrl}/slos/${encodeURIComponent(system)}/{{ $labels.slo | urlquery }}`,
    },
  };
}

function percent(ratio: number): string {
  return `${plain(ratio * 100)} %`;
}

/** Without the noise of binary fractions. */
function plain(value: number): number {
  return Number(value.toPrecision(12));
}
