const HOUR_MS = 3_600_000;

/** What is judged (document 004: the last hour). */
export const RECENT_MS = HOUR_MS;
/** What it is judged by (document 004: a day); it ends where the recent hour begins, or a bad hour would excuse itself. */
export const BASELINE_MS = 24 * HOUR_MS;

/** A stretch of time, Unix milliseconds. */
export interface Stretch {
  fromMs: number;
  toMs: number;
}

/** The two stretches that are compared. */
export interface ComparedWindows {
  recent: Stretch;
  baseline: Stretch;
}

/** The hour up to a moment, and the day before that hour. */
export function comparedWindows(toMs: number): ComparedWindows {
  const startMs = toMs - RECENT_MS;
  return { recent: { fromMs: startMs, toMs }, baseline: { fromMs: startMs - BASELINE_MS, toMs: startMs } };
}
