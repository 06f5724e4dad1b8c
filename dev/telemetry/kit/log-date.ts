import type { TimeMs } from '../model';

/** `yyyy.MM.dd` in UTC, the date part of daily log indices. */
export function logDate(tMs: TimeMs): string {
  return new Date(tMs).toISOString().slice(0, 10).replaceAll('-', '.');
}
