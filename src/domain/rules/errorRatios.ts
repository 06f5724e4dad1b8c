import { durationMs } from '../promql/duration';
import { type Window } from '../promql/expressions';
import { type Matchers, renderSelector } from '../promql/matchers';
import { burnRateThresholds } from '../slo/burnRateTiers';
import { type BudgetedSlo, SLO_EVENTS } from '../slo/types';
import { eventExpressions, hasRawWindows } from './eventExpressions';
import { sloLabels } from './sloRecordings';
import { errorRatioSeries, SLO_SERIES } from './sloSeries';
import { type RecordingRule } from './types';

/** Windows that page: measured every minute from raw series, so that a fast burn is seen in its first minute. */
const RAW_WINDOWS: readonly Window[] = ['5m', '30m', '1h', '6h'];
/** What every objective has, so that any page may ask for it. Longer ones add up recorded counts, which is cheap. */
const COUNTED_WINDOWS: readonly Window[] = ['2h', '1d', '3d'];

/** Error ratios of the short windows of one objective, from its raw series. */
export function rawErrorRatios(system: string, slo: BudgetedSlo): RecordingRule[] {
  if (!hasRawWindows(slo)) {
    return [];
  }
  return RAW_WINDOWS.map((window) => {
    const { total, bad } = eventExpressions(slo, { system }, window);
    return {
      record: errorRatioSeries(window),
      expr: `(${bad}) / ((${total}) > 0)`,
      labels: sloLabels(system, slo),
    };
  });
}

/** Error ratios of the other windows: one rule a window, for all objectives of the system at once. */
export function countedErrorRatios(system: string, slos: readonly BudgetedSlo[]): RecordingRule[] {
  const own = slos.flatMap((slo) => burnRateThresholds(slo).flatMap(({ long, short }) => [long, short]));
  const counted = [...new Set([...COUNTED_WINDOWS, ...own])].filter((window) => !RAW_WINDOWS.includes(window));
  const withoutRaw = slos.filter((slo) => !hasRawWindows(slo));
  return [
    ...(withoutRaw.length > 0
      ? RAW_WINDOWS.map((window) => countedRatio(window, objectives(system, withoutRaw, slos)))
      : []),
    ...counted
      .sort((a, b) => durationMs(a) - durationMs(b))
      .map((window) => countedRatio(window, objectives(system, slos, slos))),
  ];
}

function countedRatio(window: Window, where: Matchers): RecordingRule {
  const bad = summed(SLO_EVENTS.bad, where, window);
  return { record: errorRatioSeries(window), expr: `${bad} / (${summed(SLO_EVENTS.total, where, window)} > 0)` };
}

/** Targets, and what the objectives' own windows hold: counts and the budget that is left. */
export function periodRecordings(
  system: string,
  slos: readonly BudgetedSlo[],
  teamOf: (slo: BudgetedSlo) => string | undefined
): RecordingRule[] {
  const lengths = [...new Set(slos.map(({ windowDays }) => windowDays))].sort((a, b) => a - b);
  return [
    ...slos.map((slo) => objective(system, slo, teamOf(slo))),
    ...lengths.flatMap((windowDays) => {
      const where = objectives(
        system,
        slos.filter((slo) => slo.windowDays === windowDays),
        slos
      );
      const labels = { window: `${windowDays}d` };
      return [
        { record: SLO_SERIES.periodTotal, expr: summed(SLO_EVENTS.total, where, `${windowDays}d`), labels },
        { record: SLO_SERIES.periodBad, expr: summed(SLO_EVENTS.bad, where, `${windowDays}d`), labels },
      ];
    }),
    budgetRemaining(system),
  ];
}

function objective(system: string, slo: BudgetedSlo, team: string | undefined): RecordingRule {
  return {
    record: SLO_SERIES.objective,
    expr: `vector(${slo.targetRatio})`,
    labels: { ...sloLabels(system, slo), ...(team ? { team } : {}), window: `${slo.windowDays}d` },
  };
}

function budgetRemaining(system: string): RecordingRule {
  const of = (metric: string) => renderSelector({ metric, where: { system } });
  const errorRatio = `${of(SLO_SERIES.periodBad)} / (${of(SLO_SERIES.periodTotal)} > 0)`;
  return {
    record: SLO_SERIES.budgetRemaining,
    // Rounded, because 1 - 0.999 is not 0.001 in binary.
    expr: `1 - (${errorRatio}) / on (system, slo) group_left () round(1 - ${of(SLO_SERIES.objective)}, 1e-9)`,
  };
}

function summed(metric: string, where: Matchers, window: Window): string {
  return `sum_over_time(${renderSelector({ metric, where })}[${window}])`;
}

/** Matchers for some of a system's objectives; all of them need no list. */
function objectives(system: string, some: readonly BudgetedSlo[], all: readonly BudgetedSlo[]): Matchers {
  return some.length === all.length ? { system } : { system, slo: { anyOf: some.map(({ id }) => id) } };
}
