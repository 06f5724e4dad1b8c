import { durationMs } from '../promql/duration';
import { renderSelector, type Matchers } from '../promql/matchers';
import { errorRatioSeries, SLO_SERIES } from '../rules/sloSeries';
import { burnRateThresholds } from './burnRateTiers';
import { hasBudget, type Slo, SLO_EVENTS, SLO_LEVEL } from './types';

/** Seconds between two recorded event counts. */
export const RECORDING_INTERVAL_SECONDS = 300;
const SECONDS_PER_DAY = 86_400;

/** The labels that tell objectives apart in recorded series. */
export const SLO_LABELS = ['system', 'slo'] as const;
/** Answers about several windows carry which one they are about. */
export const WINDOW_LABEL = 'window';

/** An objective with the system that it belongs to. */
export interface SystemSlo {
  system: string;
  slo: Slo;
}

/**
 * What is asked about all objectives of a page, each in one expression however many there are. `total`, `bad` and
 * `counts` are about the objectives' own windows, `ratios` about the windows of their burn-rate tiers.
 */
export type SloQuestion = 'total' | 'bad' | 'counts' | 'ratios' | 'levels';

/** How many counts were recorded in each objective's window, and the present values of level objectives. */
export function alwaysAsked(slos: readonly SystemSlo[]): Pick<Record<SloQuestion, string>, 'counts' | 'levels'> {
  return {
    counts: overWindows(
      slos,
      ownWindow,
      (selector, window) => `count_over_time(${selector}[${window}])`,
      SLO_EVENTS.total
    ),
    levels: bySlo('max', renderSelector({ metric: SLO_LEVEL, where: systemsOf(slos) })),
  };
}

/** From what the rules have added up already: cheap, however long the windows are. */
export function recordedQuestions(
  slos: readonly SystemSlo[]
): Pick<Record<SloQuestion, string>, 'total' | 'bad' | 'ratios'> {
  const where = systemsOf(slos);
  const ratios = renderSelector({ metric: 'x', where: { ...where, __name__: { re: errorRatioSeries('(.+)') } } }).slice(
    1
  );
  return {
    total: renderSelector({ metric: SLO_SERIES.periodTotal, where }),
    bad: renderSelector({ metric: SLO_SERIES.periodBad, where }),
    ratios: `label_replace(${ratios}, "${WINDOW_LABEL}", "$1", "__name__", "${errorRatioSeries('(.+)')}")`,
  };
}

/** From the five-minute counts themselves, where the rules have added up nothing yet. */
export function countedQuestions(
  slos: readonly SystemSlo[]
): Pick<Record<SloQuestion, string>, 'total' | 'bad' | 'ratios'> {
  const summed = (selector: string, window: string) => `sum_over_time(${selector}[${window}])`;
  const tierWindows = (slo: Slo) =>
    hasBudget(slo) ? burnRateThresholds(slo).flatMap(({ long, short }) => [long, short]) : [];
  const ratio = (selector: string, window: string) => {
    const total = selector.replace(SLO_EVENTS.bad, SLO_EVENTS.total);
    return `${summed(selector, window)} / on (system, slo) group_left () (max by (system, slo) (${summed(total, window)}) > 0)`;
  };
  return {
    total: overWindows(slos, ownWindow, summed, SLO_EVENTS.total),
    bad: overWindows(slos, ownWindow, summed, SLO_EVENTS.bad),
    ratios: overWindows(slos, tierWindows, ratio, SLO_EVENTS.bad),
  };
}

/** Bad events of all objectives in slices of `step`, to be asked as a range with that step. */
export function badEventsBySlice(slos: readonly SystemSlo[], step: string): string {
  const selector = renderSelector({ metric: SLO_EVENTS.bad, where: systemsOf(slos) });
  return bySlo('sum', `sum_over_time(${selector}[${step}])`);
}

/** Total and bad events of one objective in slices of `stepSeconds`, to be asked as ranges with that step. */
export function eventSliceQueries(system: string, slo: string, stepSeconds: number): { total: string; bad: string } {
  const slices = (metric: string) => {
    const selector = renderSelector({ metric, where: { system, slo } });
    // One count a slice: the newest one, whatever a database thinks of the edges of a range.
    const counted =
      stepSeconds <= RECORDING_INTERVAL_SECONDS
        ? `last_over_time(${selector}[${stepSeconds}s])`
        : `sum_over_time(${selector}[${stepSeconds}s])`;
    return bySlo('sum', counted);
  };
  return { total: slices(SLO_EVENTS.total), bad: slices(SLO_EVENTS.bad) };
}

/** Total and bad events of all objectives in slices of `stepSeconds`, to be asked as ranges with that step. */
export function eventsOfAll(systems: readonly string[], stepSeconds: number): { total: string; bad: string } {
  const slices = (metric: string) =>
    bySlo(
      'sum',
      `sum_over_time(${renderSelector({ metric, where: { system: { anyOf: systems } } })}[${stepSeconds}s])`
    );
  return { total: slices(SLO_EVENTS.total), bad: slices(SLO_EVENTS.bad) };
}

/** Share of a window for which counts exist, 0..1. */
export function coverageRatio(recordedCounts: number | undefined, windowDays: number): number {
  const expected = (windowDays * SECONDS_PER_DAY) / RECORDING_INTERVAL_SECONDS;
  return Math.min(1, (recordedCounts ?? 0) / expected);
}

/** The name that an objective's own window has in answers. */
export function windowName({ windowDays }: Pick<Slo, 'windowDays'>): string {
  return `${windowDays}d`;
}

const ownWindow = (slo: Slo) => [windowName(slo)];

/** One expression for several windows, told apart by a label. A window is asked only of systems that have it. */
function overWindows(
  slos: readonly SystemSlo[],
  windowsOf: (slo: Slo) => readonly string[],
  expression: (selector: string, window: string) => string,
  metric: string
): string {
  const systems = new Map<string, Set<string>>();
  for (const { system, slo } of slos) {
    for (const window of windowsOf(slo)) {
      systems.set(window, (systems.get(window) ?? new Set()).add(system));
    }
  }
  const parts = [...systems]
    .sort(([a], [b]) => durationMs(a) - durationMs(b))
    .map(([window, among]) => {
      const selector = renderSelector({ metric, where: { system: { anyOf: [...among].sort() } } });
      return `label_replace(${bySlo('max', expression(selector, window))}, "${WINDOW_LABEL}", "${window}", "", "")`;
    });
  // Without objectives there is nothing to ask, and an empty expression would be an error.
  return parts.length > 0 ? parts.join(' or ') : 'vector(0) > 1';
}

function bySlo(aggregation: 'sum' | 'max', inner: string): string {
  return `${aggregation} by (${SLO_LABELS.join(', ')}) (${inner})`;
}

function systemsOf(slos: readonly SystemSlo[]): Matchers {
  return { system: { anyOf: [...new Set(slos.map(({ system }) => system))].sort() } };
}

/** The alerts about an objective that fire, one series a burn-rate tier, to be asked as a range. */
export function firingAlertsQuery(system: string, slo: string): string {
  const firing = renderSelector({ metric: 'ALERTS', where: { alertstate: 'firing', system, slo } });
  return `max by (alertname, burn, severity) (${firing})`;
}
