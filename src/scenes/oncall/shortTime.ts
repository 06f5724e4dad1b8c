import { dateTimeFormat } from '@grafana/data';

const DAY_MS = 86_400_000;

/** A moment in the viewer's time zone, as short as it can be told from others: `09:00`, `Mon 09:00`, `2026-03-30 09:00`. */
export function shortTime(atMs: number, nowMs: number): string {
  const day = (timeMs: number) => dateTimeFormat(timeMs, { format: 'YYYY-MM-DD' });
  const format =
    day(atMs) === day(nowMs) ? 'HH:mm' : Math.abs(atMs - nowMs) < 6 * DAY_MS ? 'ddd HH:mm' : 'YYYY-MM-DD HH:mm';
  return dateTimeFormat(atMs, { format });
}
