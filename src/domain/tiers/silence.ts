import { formatDuration } from '../format/format';
import { type Reason, type TierFacts } from './types';

/** After this long without a sample Prometheus itself forgets a series. */
export const SILENT_AFTER_MS = 300_000;

const MINUTE_MS = 60_000;

/** An age in words: seconds matter within the first minute only. */
export function ageInWords(ageMs: number): string {
  return formatDuration(ageMs < MINUTE_MS ? ageMs : Math.floor(ageMs / MINUTE_MS) * MINUTE_MS);
}

/** How far back the newest sample is looked for. */
export const SEEN_WITHIN = '1d';
const SEEN_WITHIN_WORDS = 'the last day';

/**
 * Whether something has stopped reporting, and since when.
 * @param endMs end of the time range, Unix milliseconds.
 * @returns `undefined` while it reports.
 */
export function silenceOf(
  { lastSeenMs, reachableRatio }: Pick<TierFacts, 'lastSeenMs' | 'reachableRatio'>,
  endMs: number
): Reason | undefined {
  if (lastSeenMs === undefined) {
    return { about: 'silence', state: 'no-data', text: `has reported nothing in ${SEEN_WITHIN_WORDS}` };
  }
  const age = ageInWords(endMs - lastSeenMs);
  if (endMs - lastSeenMs > SILENT_AFTER_MS) {
    return { about: 'silence', state: 'silent', text: `has not reported for ${age}` };
  }
  // Nothing new can come from targets that do not answer, however young the newest sample is.
  if (reachableRatio === 0) {
    return { about: 'silence', state: 'silent', text: `cannot be reached; its last report is ${age} old` };
  }
  return undefined;
}
