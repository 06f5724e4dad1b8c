import { type EventCounts } from './counts';

/**
 * Counts slices instead of events: each with traffic is one event, bad when less than `goodRatio` of its events were
 * good. One of a thousand requests that fails in each of many quiet slices then weighs like a whole outage.
 */
export function asTimeSlices({ stepMs, slices }: EventCounts, goodRatio: number): EventCounts {
  return {
    stepMs,
    slices: slices
      .filter(({ totalEvents }) => totalEvents > 0)
      .map(({ endMs, totalEvents, badEvents }) => ({
        endMs,
        totalEvents: 1,
        badEvents: isBad(totalEvents, badEvents, goodRatio) ? 1 : 0,
      })),
  };
}

// 1 - 0.999 is not exactly 0.001: a slice on the bound is good.
const ROUNDING = 1e-12;

function isBad(totalEvents: number, badEvents: number, goodRatio: number): boolean {
  return 1 - badEvents / totalEvents < goodRatio - ROUNDING;
}

/** How many slices may be bad in a window. */
export function sliceBudget(windowMs: number, stepMs: number, targetRatio: number): number {
  return Number(((windowMs / stepMs) * (1 - targetRatio)).toPrecision(12));
}

/** The mean of the slices' own ratios: what some tools call the ratio of a month. A quiet night weighs like a busy day. */
export function meanOfRatios({ slices }: EventCounts): number | undefined {
  const ratios = slices.filter(({ totalEvents }) => totalEvents > 0).map((one) => 1 - one.badEvents / one.totalEvents);
  return ratios.length > 0 ? ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length : undefined;
}
