import { wallAt } from '../time/wallClock';

const DAY_MS = 86_400_000;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** True for a day and a time of it that exist: `2026-01-05T09:00`. */
export function isLocalTime(text: string): boolean {
  const timeMs = LOCAL_TIME.test(text) ? Date.parse(`${text}Z`) : NaN;
  // `2026-02-30` parses in some runtimes, as a day of March.
  return !Number.isNaN(timeMs) && new Date(timeMs).toISOString().startsWith(text);
}

/** A local time as if it were UTC: wall-clock milliseconds, with which days can be counted. */
export function wallOf(localTime: string): number {
  return Date.parse(`${localTime}Z`);
}

/**
 * The moment at which a clock shows a wall-clock time. When it does so twice (summer time ends) it is the first; a time
 * that is left out (summer time begins) counts as if the clock had not been changed.
 */
export function momentOf(wallMs: number, timeZone: string): number {
  const offset = (aroundMs: number) => wallAt(aroundMs, timeZone) - Math.floor(aroundMs / 1000) * 1000;
  const [before, after] = [wallMs - offset(wallMs - DAY_MS), wallMs - offset(wallMs + DAY_MS)];
  const shown = [before, after].filter((momentMs) => wallAt(momentMs, timeZone) === wallMs);
  return shown.length > 0 ? Math.min(...shown) : before;
}
