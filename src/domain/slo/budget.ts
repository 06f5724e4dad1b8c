import { durationMs } from '../promql/duration';
import { type BurnRateThreshold } from './burnRateTiers';

const MS_PER_DAY = 86_400_000;

/** Share of events that may be bad, 0..1. */
export function budgetRatio(targetRatio: number): number {
  return Number((1 - targetRatio).toPrecision(12));
}

/** How fast the budget is spent: 1 spends it in exactly the objective's window. */
export function burnRate(errorRatio: number, targetRatio: number): number {
  return errorRatio / budgetRatio(targetRatio);
}

/** The error budget of a window in events, from all events of that window. */
export function budgetEvents(totalEvents: number, targetRatio: number): number {
  return totalEvents * budgetRatio(targetRatio);
}

/** The error budget of a window as the length of one complete outage under even traffic. */
export function budgetOutageMs(windowDays: number, targetRatio: number): number {
  return windowDays * MS_PER_DAY * budgetRatio(targetRatio);
}

/**
 * Share of the whole window's budget that some bad events spent.
 * @param totalEvents of the objective's window, not of the time in which they were bad.
 * @returns 0 when there were no events at all.
 */
export function budgetSpent(badEvents: number, totalEvents: number, targetRatio: number): number {
  const budget = budgetEvents(totalEvents, targetRatio);
  return budget > 0 ? badEvents / budget : 0;
}

/**
 * Time until the budget is gone when the burn goes on: remaining × window ÷ burn. In a rolling window old errors leave
 * too, so it is the soonest that can be.
 * @returns 0 when it is gone already; Infinity when nothing burns.
 */
export function timeToExhaustionMs(budgetRemainingRatio: number, burn: number, windowDays: number): number {
  if (budgetRemainingRatio <= 0) {
    return 0;
  }
  return burn > 0 ? (budgetRemainingRatio * windowDays * MS_PER_DAY) / burn : Infinity;
}

/**
 * How long an error ratio that sets in all at once has to last until a tier fires.
 * @returns Infinity when it never does: the threshold itself is not exceeded.
 */
export function detectionTimeMs(
  { errorRatio: threshold, long }: Pick<BurnRateThreshold, 'errorRatio' | 'long'>,
  errorRatio: number
): number {
  return errorRatio > threshold ? (threshold / errorRatio) * durationMs(long) : Infinity;
}
