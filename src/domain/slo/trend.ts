import { type Point } from '../metrics/types';
import { type Attainment } from './attainment';
import { type Slo } from './types';

const DAY_MS = 86_400_000;

/**
 * How the budget that is left now went down over its window, from the bad events of each slice.
 * @returns shares of the budget, the last one what is left; empty without a budget.
 */
export function budgetTrend(
  { windowDays }: Slo,
  { budgetRemainingRatio }: Attainment,
  badEvents: readonly Point[],
  nowMs: number
): Point[] {
  const inWindow = badEvents.filter(([atMs]) => atMs > nowMs - windowDays * DAY_MS);
  const all = inWindow.reduce((sum, [, bad]) => sum + bad, 0);
  if (budgetRemainingRatio === undefined || inWindow.length === 0) {
    return [];
  }
  const spent = 1 - budgetRemainingRatio;
  let sofar = 0;
  return inWindow.map(([atMs, bad]) => {
    sofar += bad;
    return [atMs, 1 - (all > 0 ? (spent * sofar) / all : 0)];
  });
}
