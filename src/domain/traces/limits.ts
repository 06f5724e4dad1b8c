/** Document 004: traces are kept for so long, and none should take longer than that. */
export const TRACE_RETENTION_DAYS = 7;
export const LONGEST_TRACE_MS = 30_000;

const DAY_MS = 86_400_000;
/** Spans are sent in batches: so long after its lines a trace may still be on its way. */
const LATE_MS = 2 * 60_000;

/** A trace that takes longer than traces should: what came later may be missing. */
export function isTooLong(durationUs: number): boolean {
  return durationUs > LONGEST_TRACE_MS * 1000;
}

/**
 * Why a trace store may not have a trace. `expired`: what is known of it is older than traces are kept. `on-its-way`:
 * its newest line is so fresh that its spans may not have arrived. `unknown`: not sampled, or never there.
 * @param lineTimesMs of its log lines, Unix milliseconds; without any the time range that was looked at decides.
 */
export function whyMissing(
  lineTimesMs: readonly number[],
  range: { toMs: number },
  nowMs: number
): 'expired' | 'on-its-way' | 'unknown' {
  const latestMs = lineTimesMs.reduce((latest, timeMs) => Math.max(latest, timeMs), -Infinity);
  const keptFromMs = nowMs - TRACE_RETENTION_DAYS * DAY_MS;
  if ((Number.isFinite(latestMs) ? latestMs : range.toMs) < keptFromMs) {
    return 'expired';
  }
  return latestMs > nowMs - LATE_MS ? 'on-its-way' : 'unknown';
}
