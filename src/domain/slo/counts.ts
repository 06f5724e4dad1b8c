import { type Series } from '../metrics/types';

/** Events of one objective within (endMs − step, endMs]. */
export interface EventSlice {
  endMs: number;
  totalEvents: number;
  badEvents: number;
  /** Its length, where it is not that of the others. */
  stepMs?: number | undefined;
}

/** Events of one objective in slices of equal length, oldest first. A slice that was not recorded is absent. */
export interface EventCounts {
  stepMs: number;
  slices: readonly EventSlice[];
}

/** Sums over some time. */
export interface EventSums {
  totalEvents: number;
  badEvents: number;
  /** How many slices were recorded. */
  sliceCount: number;
}

/** Sums of slices whose ends lie in (fromMs, toMs], in O(log n). */
export interface CountIndex {
  counts: EventCounts;
  within(fromMs: number, toMs: number): EventSums;
}

/**
 * Joins the recorded totals and bad events of one objective.
 * A slice counts when both are known: without its bad events nobody can say that it was good.
 */
export function joinCounts(total: Series | undefined, bad: Series | undefined, stepMs: number): EventCounts {
  const badAt = new Map(bad?.points.filter(([, value]) => Number.isFinite(value)));
  const slices = (total?.points ?? []).flatMap(([endMs, totalEvents]) => {
    const badEvents = badAt.get(endMs);
    return Number.isFinite(totalEvents) && badEvents !== undefined ? [{ endMs, totalEvents, badEvents }] : [];
  });
  return { stepMs, slices };
}

/** Coarse slices of long ago, and fine ones from where they begin. */
export function mergeCounts(coarse: EventCounts, fine: EventCounts): EventCounts {
  const fineFromMs = (fine.slices[0]?.endMs ?? Infinity) - fine.stepMs;
  const older = coarse.slices.filter(({ endMs }) => endMs <= fineFromMs);
  return {
    stepMs: fine.stepMs,
    slices: [...older.map((slice) => ({ ...slice, stepMs: coarse.stepMs })), ...fine.slices],
  };
}

/** Prepares counts for many questions about spans of time. */
export function indexCounts(counts: EventCounts): CountIndex {
  const { slices } = counts;
  const totals = new Float64Array(slices.length + 1);
  const bads = new Float64Array(slices.length + 1);
  slices.forEach(({ totalEvents, badEvents }, index) => {
    totals[index + 1] = (totals[index] ?? 0) + totalEvents;
    bads[index + 1] = (bads[index] ?? 0) + badEvents;
  });
  const between = (sums: Float64Array, first: number, end: number) => (sums[end] ?? 0) - (sums[first] ?? 0);
  return {
    counts,
    within(fromMs, toMs) {
      const first = firstAfter(slices, fromMs);
      const end = Math.max(first, firstAfter(slices, toMs));
      return {
        totalEvents: between(totals, first, end),
        badEvents: between(bads, first, end),
        sliceCount: end - first,
      };
    },
  };
}

/** Share of bad events, or `undefined` when there were none of any kind. */
export function errorRatio({ totalEvents, badEvents }: Pick<EventSums, 'totalEvents' | 'badEvents'>) {
  return totalEvents > 0 ? Math.min(1, badEvents / totalEvents) : undefined;
}

/** Index of the first slice that ends after a moment. */
function firstAfter(slices: readonly EventSlice[], atMs: number): number {
  let low = 0;
  let high = slices.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slices[middle]?.endMs ?? Infinity) <= atMs) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
