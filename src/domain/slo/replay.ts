import { attainment, type Attainment } from './attainment';
import { type BurnRateThreshold, burnRateThresholds } from './burnRateTiers';
import { type CountIndex } from './counts';
import { moments, spansWhere, tierHistory } from './history';
import { type BudgetedSlo } from './types';

/** What another target or window would have meant. */
export interface Replay {
  attainment: Attainment;
  /** How often each tier would have fired in the time that was looked at, and for how long in all. */
  tiers: ReadonlyArray<{ tier: BurnRateThreshold; fired: number; firingMs: number }>;
}

const MS_PER_DAY = 86_400_000;

/**
 * Replays recorded events against another target or window.
 * @param looked the time in which alerts are counted.
 */
export function replay(
  slo: BudgetedSlo,
  index: CountIndex,
  change: Pick<BudgetedSlo, 'targetRatio' | 'windowDays'>,
  looked: { fromMs: number; toMs: number }
): Replay {
  const changed: BudgetedSlo = { ...slo, ...change };
  const windowMs = changed.windowDays * MS_PER_DAY;
  const fromMs = looked.toMs - windowMs;
  const sums = index.within(fromMs, looked.toMs);
  const { stepMs } = index.counts;
  const times = moments(looked, stepMs);
  const tiers = burnRateThresholds(changed);
  const histories = tierHistory(changed, index, times);
  return {
    attainment: attainment(changed, {
      ...(sums.sliceCount > 0 ? sums : { totalEvents: undefined, badEvents: undefined }),
      coverageRatio: recordedShare(index, fromMs, looked.toMs),
    }),
    tiers: tiers.map((tier, at) => {
      const spans = spansWhere(times, (moment) => histories[at]?.states[moment]?.condition === 'firing', stepMs);
      return {
        tier,
        fired: spans.length,
        firingMs: spans.reduce((sum, span) => sum + span.toMs - span.fromMs, 0),
      };
    }),
  };
}

/** Share of some time for which counts exist, 0..1. */
export function recordedShare({ counts }: CountIndex, fromMs: number, toMs: number): number {
  const recordedMs = counts.slices
    .filter(({ endMs }) => endMs > fromMs && endMs <= toMs)
    .reduce((sum, { stepMs = counts.stepMs }) => sum + stepMs, 0);
  return Math.min(1, recordedMs / (toMs - fromMs));
}
