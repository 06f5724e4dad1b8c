const LONGEST_ID = 64;
const LONGEST_TITLE = 120;

/** An id of this catalog from a name of another tool: lower-case words joined by `-`. */
export function idOf(name: string): string {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/[-_]{2,}/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^[-_]+|[-_]+$/g, '');
  return id || 'unnamed';
}

/** A title that fits. */
export function titleOf(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.length > LONGEST_TITLE ? `${oneLine.slice(0, LONGEST_TITLE - 1)}…` : oneLine;
}

const DAYS: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, M: 30, Q: 90, Y: 365 };

/** Days of `28d`, `4w`, `720h`, `1M`, `1Q`; `undefined` for anything that is no whole number of days. */
export function daysOf(duration: string): number | undefined {
  const match = /^(\d+)([hdwMQY])$/.exec(duration);
  const days = match ? Number(match[1]) * (DAYS[match[2] ?? ''] ?? NaN) : NaN;
  return Number.isInteger(days) && days >= 1 && days <= 366 ? days : undefined;
}
