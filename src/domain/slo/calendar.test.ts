import fc from 'fast-check';
import { isTimeZone } from '../time/wallClock';
import { calendarPeriod, startOfDayMs } from './calendar';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const period = (unit: 'week' | 'month' | 'quarter', timeZone: string, at: string, shift = 0) => {
  const { startMs, endMs, label } = calendarPeriod({ unit, timeZone }, Date.parse(at), shift);
  return [iso(startMs), iso(endMs), label];
};

describe('calendarPeriod', () => {
  it('is a month of the named time zone', () => {
    expect(period('month', 'UTC', '2026-11-21T17:00Z')).toEqual([
      '2026-11-01T00:00',
      '2026-12-01T00:00',
      'November 2026',
    ]);
    // 00:30 on 1 December in Berlin is still November in UTC.
    expect(period('month', 'Europe/Berlin', '2026-11-30T23:30Z')).toEqual([
      '2026-11-30T23:00',
      '2026-12-31T23:00',
      'December 2026',
    ]);
  });

  it('is an hour shorter or longer when clocks are changed', () => {
    const march = calendarPeriod({ unit: 'month', timeZone: 'Europe/Berlin' }, Date.UTC(2026, 2, 15));
    const october = calendarPeriod({ unit: 'month', timeZone: 'Europe/Berlin' }, Date.UTC(2026, 9, 15));
    expect(march.endMs - march.startMs).toBe(31 * DAY - HOUR);
    expect(october.endMs - october.startMs).toBe(31 * DAY + HOUR);
  });

  it('goes back and forth over the end of a year', () => {
    expect(period('month', 'UTC', '2026-01-10T00:00Z', -1)).toEqual([
      '2025-12-01T00:00',
      '2026-01-01T00:00',
      'December 2025',
    ]);
    expect(period('quarter', 'UTC', '2026-11-21T00:00Z', 1)).toEqual([
      '2027-01-01T00:00',
      '2027-04-01T00:00',
      'Q1 2027',
    ]);
  });

  it('begins a week on Monday', () => {
    // 21 November 2026 is a Saturday, the 22nd a Sunday.
    expect(period('week', 'UTC', '2026-11-22T23:59Z')).toEqual([
      '2026-11-16T00:00',
      '2026-11-23T00:00',
      'week of 2026-11-16',
    ]);
    expect(period('week', 'UTC', '2026-11-23T00:00Z')[0]).toBe('2026-11-23T00:00');
  });

  it('holds the moment that it was asked for, and touches its neighbours', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Asia/Beirut'];
    fc.assert(
      fc.property(
        fc.constantFrom('week', 'month', 'quarter' as const),
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) }),
        (unit, timeZone, atMs) => {
          const own = calendarPeriod({ unit, timeZone }, atMs);
          expect(own.startMs).toBeLessThanOrEqual(atMs);
          expect(own.endMs).toBeGreaterThan(atMs);
          expect(calendarPeriod({ unit, timeZone }, atMs, 1).startMs).toBe(own.endMs);
          expect(calendarPeriod({ unit, timeZone }, own.startMs)).toEqual(own);
        }
      )
    );
  });
});

describe('startOfDayMs', () => {
  it('is the first moment of a day that has no midnight', () => {
    // Beirut put its clocks forward at midnight: 28 March 2021 began at 01:00 summer time, 22:00 UTC the day before.
    expect(iso(startOfDayMs({ year: 2021, month: 3, day: 28 }, 'Asia/Beirut'))).toBe('2021-03-27T22:00');
  });
});

it('knows time zones', () => {
  expect(['Europe/Berlin', 'UTC', 'Mars/Olympus'].map(isTimeZone)).toEqual([true, true, false]);
});
