import { wallAt } from '../time/wallClock';
import { type CalendarUnit, type CalendarWindow } from './types';

/** A calendar period: [startMs, endMs) in Unix milliseconds. */
export interface Period {
  startMs: number;
  endMs: number;
  /** `November 2026`, `week of 2026-11-16`, `Q4 2026`. */
  label: string;
}

/** A day of a calendar; months from 1. Days and months out of range roll over, as in `Date.UTC`. */
export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

/** The day of a calendar that it is somewhere. */
export function calendarDay(atMs: number, timeZone: string): CalendarDay {
  const wall = new Date(wallAt(atMs, timeZone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

const HOUR_MS = 3_600_000;

/**
 * When a day begins somewhere: at midnight, or, where clocks are put forward over midnight, at the first moment after.
 */
export function startOfDayMs({ year, month, day }: CalendarDay, timeZone: string): number {
  const midnight = Date.UTC(year, month - 1, day);
  // The offset on either side of a change; of two midnights the first one counts.
  const candidates = [-24, 0, 24]
    .map((hours) => midnight + hours * HOUR_MS)
    .map((nearMs) => midnight - (wallAt(nearMs, timeZone) - nearMs));
  const exact = candidates.filter((candidate) => wallAt(candidate, timeZone) === midnight);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

const MONTHS_PER_QUARTER = 3;
const DAYS_PER_WEEK = 7;

/** The period of a calendar that a moment lies in, `shift` periods later (earlier when negative). */
export function calendarPeriod({ unit, timeZone }: CalendarWindow, atMs: number, shift = 0): Period {
  const first = firstDay(unit, calendarDay(atMs, timeZone));
  const start = later(unit, first, shift);
  return {
    startMs: startOfDayMs(start, timeZone),
    endMs: startOfDayMs(later(unit, first, shift + 1), timeZone),
    label: labelOf(unit, start),
  };
}

function firstDay(unit: CalendarUnit, { year, month, day }: CalendarDay): CalendarDay {
  if (unit === 'week') {
    // Sunday is 0 and ends the week.
    const sinceMonday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + DAYS_PER_WEEK - 1) % DAYS_PER_WEEK;
    return { year, month, day: day - sinceMonday };
  }
  return unit === 'month'
    ? { year, month, day: 1 }
    : { year, month: month - ((month - 1) % MONTHS_PER_QUARTER), day: 1 };
}

function later(unit: CalendarUnit, { year, month, day }: CalendarDay, periods: number): CalendarDay {
  if (unit === 'week') {
    return { year, month, day: day + DAYS_PER_WEEK * periods };
  }
  return { year, month: month + periods * (unit === 'month' ? 1 : MONTHS_PER_QUARTER), day };
}

function labelOf(unit: CalendarUnit, { year, month, day }: CalendarDay): string {
  const start = new Date(Date.UTC(year, month - 1, day));
  switch (unit) {
    case 'week':
      return `week of ${start.toISOString().slice(0, 10)}`;
    case 'month':
      return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(start);
    case 'quarter':
      return `Q${Math.floor(start.getUTCMonth() / MONTHS_PER_QUARTER) + 1} ${start.getUTCFullYear()}`;
  }
}
