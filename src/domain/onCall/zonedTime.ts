const DAY_MS = 86_400_000;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const formats = new Map<string, Intl.DateTimeFormat>();

/** True for a time zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

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

/** What a clock on the wall shows at a moment, as if it were UTC. */
export function wallAt(atMs: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)])
  ) as Record<string, number>;
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
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

/** Making a format is slow, asking one is not. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) {
    return known;
  }
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
