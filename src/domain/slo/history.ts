import { durationMs } from '../promql/duration';
import { remainingBudget } from './attainment';
import { burnRateThresholds } from './burnRateTiers';
import { calendarPeriod } from './calendar';
import { type CountIndex, errorRatio } from './counts';
import { type TierState, tierState } from './tierState';
import { type BudgetedSlo, type CalendarWindow } from './types';

/** `NaN` where nothing is known: a gap in a graph. */
export type Curve = ReadonlyArray<readonly [timeMs: number, value: number]>;

const MS_PER_DAY = 86_400_000;

/** Moments at which a graph is drawn, `stepMs` apart and ending at the end. */
export function moments({ fromMs, toMs }: { fromMs: number; toMs: number }, stepMs: number): number[] {
  const count = Math.floor((toMs - fromMs) / stepMs);
  return Array.from({ length: count + 1 }, (_, index) => toMs - (count - index) * stepMs);
}

/** Share of good events within the last `windowMs` before each moment. */
export function sliCurve(index: CountIndex, times: readonly number[], windowMs: number): Curve {
  return curve(times, (atMs) => {
    const ratio = errorRatio(index.within(atMs - windowMs, atMs));
    return ratio === undefined ? undefined : 1 - ratio;
  });
}

/** What was left of the rolling budget at each moment. It need not begin at 100 %: older errors are still in the window. */
export function rollingBudgetCurve(slo: BudgetedSlo, index: CountIndex, times: readonly number[]): Curve {
  return curve(times, (atMs) => {
    const ratio = errorRatio(index.within(atMs - slo.windowDays * MS_PER_DAY, atMs));
    return ratio === undefined ? undefined : remainingBudget(1 - ratio, slo.targetRatio);
  });
}

/** What was left of a calendar period's budget at each moment of it; see `calendarBudget`. */
export function calendarBudgetCurve(
  slo: BudgetedSlo,
  index: CountIndex,
  times: readonly number[],
  calendar: CalendarWindow
): Curve {
  return curve(times, (atMs) => calendarBudget(slo, index, atMs, calendar)?.remainingRatio);
}

/** How a calendar period stands at some moment of it. */
export interface CalendarBudget {
  attainedRatio: number;
  /** Begins at 1 and is never higher than before; at the end it is what the whole period left. */
  remainingRatio: number;
  /** Share of the period that is over, 0..1. */
  elapsedRatio: number;
  label: string;
  startMs: number;
  endMs: number;
}

/**
 * The budget of the calendar period around a moment. The events that are still to come are taken to be as many, for
 * their time, as those that came.
 * @returns `undefined` when there were no events yet.
 */
export function calendarBudget(
  slo: BudgetedSlo,
  index: CountIndex,
  atMs: number,
  calendar: CalendarWindow
): CalendarBudget | undefined {
  // The very end of a period still belongs to it.
  const { startMs, endMs, label } = calendarPeriod(calendar, atMs - 1);
  const ratio = errorRatio(index.within(startMs, atMs));
  if (ratio === undefined) {
    return undefined;
  }
  const elapsedRatio = (atMs - startMs) / (endMs - startMs);
  return {
    attainedRatio: 1 - ratio,
    remainingRatio: 1 - (ratio * elapsedRatio) / (1 - slo.targetRatio),
    elapsedRatio,
    label,
    startMs,
    endMs,
  };
}

/** State of every tier at each moment, fastest tier first. */
export function tierHistory(
  slo: BudgetedSlo,
  index: CountIndex,
  times: readonly number[]
): Array<{ states: readonly TierState[] }> {
  const { stepMs } = index.counts;
  return burnRateThresholds(slo).map((tier) => {
    // A window cannot be finer than the counts.
    const [longMs, shortMs] = [tier.long, tier.short].map((window) => Math.max(stepMs, durationMs(window)));
    const events = (atMs: number, windowMs = 0) => {
      const sums = index.within(atMs - windowMs, atMs);
      return sums.sliceCount > 0 ? sums : undefined;
    };
    return {
      states: times.map((atMs) => tierState(tier, { long: events(atMs, longMs), short: events(atMs, shortMs) }, slo)),
    };
  });
}

/** A stretch of time. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** Stretches in which something held, from what was true at each moment (which stands for the step before it). */
export function spansWhere(times: readonly number[], holds: (index: number) => boolean, stepMs: number): Span[] {
  const spans: Span[] = [];
  times.forEach((atMs, index) => {
    if (!holds(index)) {
      return;
    }
    const last = spans.at(-1);
    if (last && last.toMs >= atMs - stepMs) {
      last.toMs = atMs;
    } else {
      spans.push({ fromMs: atMs - stepMs, toMs: atMs });
    }
  });
  return spans;
}

function curve(times: readonly number[], valueAt: (atMs: number) => number | undefined): Curve {
  return times.map((atMs) => [atMs, valueAt(atMs) ?? Number.NaN] as const);
}
