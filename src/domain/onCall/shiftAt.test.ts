import fc from 'fast-check';
import { shiftAt } from './shiftAt';
import { type Rotation } from './types';
import { isTimeZone, wallAt } from '../time/wallClock';
import { isLocalTime, momentOf, wallOf } from './zonedTime';

const at = (iso: string) => Date.parse(iso);
/** Mondays at nine in Berlin, which is 08:00 UTC in winter and 07:00 UTC in summer. */
const weekly: Rotation = { people: ['Ada', 'Bo', 'Cy'], startsAt: '2026-01-05T09:00', timeZone: 'Europe/Berlin' };

describe('shiftAt', () => {
  it('hands over at the same time of day, to the second', () => {
    expect(shiftAt(weekly, at('2026-01-05T08:00:00Z'))).toEqual({
      person: 'Ada',
      untilMs: at('2026-01-12T08:00:00Z'),
      next: 'Bo',
    });
    expect(shiftAt(weekly, at('2026-01-12T07:59:59Z'))?.person).toBe('Ada');
    expect(shiftAt(weekly, at('2026-01-12T08:00:00Z'))?.person).toBe('Bo');
    expect(shiftAt(weekly, at('2026-01-26T08:00:00Z'))?.person).toBe('Ada');
  });

  it('keeps that time of day in summer', () => {
    // Summer time began on 29 March 2026; twelve weeks after the start it is Ada's turn again.
    expect(shiftAt(weekly, at('2026-03-30T06:59:59Z'))?.person).toBe('Cy');
    expect(shiftAt(weekly, at('2026-03-30T07:00:00Z'))).toMatchObject({
      person: 'Ada',
      untilMs: at('2026-04-06T07:00:00Z'),
    });
  });

  it('knows nobody before the first turn, or without people', () => {
    expect(shiftAt(weekly, at('2026-01-05T07:59:59Z'))).toBeUndefined();
    expect(shiftAt({ people: [] }, 0)).toBeUndefined();
  });

  it('needs no start for one person', () => {
    expect(shiftAt({ people: ['on-call@example.org'] }, at('2026-01-05T00:00:00Z'))).toEqual({
      person: 'on-call@example.org',
    });
  });

  it('lets somebody stand in, and hands back', () => {
    const rotation = {
      ...weekly,
      overrides: [{ person: 'Di', from: '2026-01-07T18:00', to: '2026-01-08T06:00' }],
    };
    expect(shiftAt(rotation, at('2026-01-06T12:00:00Z'))).toEqual({
      person: 'Ada',
      untilMs: at('2026-01-07T17:00:00Z'),
      next: 'Di',
    });
    expect(shiftAt(rotation, at('2026-01-08T00:00:00Z'))).toEqual({
      person: 'Di',
      untilMs: at('2026-01-08T05:00:00Z'),
      next: 'Ada',
    });
  });

  it('looks past turns of the same person', () => {
    const twice: Rotation = { people: ['Ada', 'Ada', 'Bo'], startsAt: '2026-01-05T00:00', days: 1 };
    expect(shiftAt(twice, at('2026-01-05T12:00:00Z'))).toEqual({
      person: 'Ada',
      untilMs: at('2026-01-07T00:00:00Z'),
      next: 'Bo',
    });
  });

  it('hands over once when the clock shows the hour twice', () => {
    // 02:30 came twice on 25 October 2026 in Berlin: 00:30 UTC and 01:30 UTC.
    const daily: Rotation = { people: ['Ada', 'Bo'], startsAt: '2026-10-24T02:30', timeZone: 'Europe/Berlin', days: 1 };
    const people = ['00:29', '00:30', '01:15', '01:30', '01:45'].map(
      (time) => shiftAt(daily, at(`2026-10-25T${time}:00Z`))?.person
    );
    expect(people).toEqual(['Ada', 'Bo', 'Bo', 'Bo', 'Bo']);
  });

  it('has every moment in exactly one turn, whatever the zone', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
    const moment = fc.integer({ min: at('2026-01-10T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), fc.integer({ min: 1, max: 14 }), (nowMs, timeZone, days) => {
        const rotation: Rotation = { people: ['a', 'b', 'c'], startsAt: '2026-01-05T02:30', timeZone, days };
        const now = shiftAt(rotation, nowMs);
        const untilMs = now?.untilMs ?? 0;
        expect(untilMs).toBeGreaterThan(nowMs);
        // A day of a change of clocks is an hour longer at most.
        expect(untilMs - nowMs).toBeLessThanOrEqual(days * 86_400_000 + 3_600_000);
        expect(shiftAt(rotation, untilMs - 1)?.person).toBe(now?.person);
        expect(shiftAt(rotation, untilMs)?.person).toBe(now?.next);
      })
    );
  });
});

describe('local time', () => {
  it('is read by the clock of its zone', () => {
    expect(momentOf(wallOf('2026-07-01T12:00'), 'Asia/Kolkata')).toBe(at('2026-07-01T06:30:00Z'));
    expect(wallAt(at('2026-07-01T06:30:00Z'), 'Asia/Kolkata')).toBe(at('2026-07-01T12:00:00Z'));
  });

  it('that summer time leaves out counts as if the clock had not been changed', () => {
    expect(momentOf(wallOf('2026-03-29T02:30'), 'Europe/Berlin')).toBe(at('2026-03-29T01:30:00Z'));
  });

  it('is told from what is none', () => {
    expect(['2026-01-05T09:00', '2026-02-30T09:00', '2026-01-05', '2026-01-05T25:00'].map(isLocalTime)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(['Europe/Berlin', 'UTC', 'Europe/Nowhere', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});
