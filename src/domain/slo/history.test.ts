import fc from 'fast-check';
import { indexCounts } from './counts';
import {
  calendarBudget,
  calendarBudgetCurve,
  moments,
  rollingBudgetCurve,
  sliCurve,
  spansWhere,
  tierHistory,
} from './history';
import { type BudgetedSlo } from './types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOVEMBER = Date.UTC(2026, 10, 1);
const slo: BudgetedSlo = {
  id: 'x',
  title: 'X',
  service: 's',
  sli: { kind: 'boolean', gauge: { metric: 'up' } },
  targetRatio: 0.99,
  windowDays: 7,
};
const calendar = { unit: 'month', timeZone: 'UTC' } as const;

/** November in hours of 1,000 events; 100 of them bad on the 11th from 00:00 to 12:00. */
const november = indexCounts({
  stepMs: HOUR,
  slices: Array.from({ length: 720 }, (_, hour) => ({
    endMs: NOVEMBER + (hour + 1) * HOUR,
    totalEvents: 1000,
    badEvents: hour >= 240 && hour < 252 ? 100 : 0,
  })),
});

describe('rolling and calendar budgets of the same month', () => {
  it('rolls: full before, empty while the errors are in the window, full again', () => {
    const left = [10, 11, 17, 17.25, 17.5].map(
      (day) => rollingBudgetCurve(slo, november, [NOVEMBER + day * DAY])[0]?.[1] ?? NaN
    );
    // 1,200 of 168,000 are 0.714 % of the 1 %; a week and six hours later half of them have left.
    expect(left.map((value) => Number(value.toFixed(4)))).toEqual([1, 0.2857, 0.2857, 0.6429, 1]);
  });

  it('burns down: full at first, and what the whole month left at the end', () => {
    const at = (day: number) => calendarBudget(slo, november, NOVEMBER + day * DAY, calendar);
    expect(at(10)).toMatchObject({ remainingRatio: 1, attainedRatio: 1, label: 'November 2026' });
    // 1,200 of the 7,200 events that the month may lose.
    expect(at(11)?.remainingRatio).toBeCloseTo(0.83333, 4);
    expect(at(30)?.remainingRatio).toBeCloseTo(0.83333, 4);
    expect(at(30)?.attainedRatio).toBeCloseTo(1 - 1200 / 720_000, 9);
    expect(at(15)?.elapsedRatio).toBeCloseTo(0.5, 9);
  });

  it('never gains calendar budget under even traffic', () => {
    const times = moments({ fromMs: NOVEMBER + HOUR, toMs: NOVEMBER + 30 * DAY }, 6 * HOUR);
    const values = calendarBudgetCurve(slo, november, times, calendar).map(([, value]) => value);
    values.forEach((value, index) => expect(value).toBeLessThanOrEqual((values[index - 1] ?? 1) + 1e-9));
  });

  it('has gaps where nothing was counted', () => {
    const before = [NOVEMBER - 10 * DAY];
    expect(sliCurve(november, before, HOUR)[0]?.[1]).toBeNaN();
    expect(calendarBudget(slo, november, NOVEMBER - 10 * DAY, calendar)).toBeUndefined();
    expect(sliCurve(november, [NOVEMBER + 10 * DAY + 3 * HOUR], HOUR)[0]?.[1]).toBeCloseTo(0.9, 9);
  });
});

describe('tierHistory', () => {
  it('fires while both windows are over, and stops with the short one', () => {
    // 99.9 % over 30 days, in minutes: 60 good ones, 10 with 10 % of errors, then good ones.
    const strict = { ...slo, targetRatio: 0.999, windowDays: 30 };
    const index = indexCounts({
      stepMs: MINUTE,
      slices: Array.from({ length: 120 }, (_, n) => ({
        endMs: (n + 1) * MINUTE,
        totalEvents: 100,
        badEvents: n >= 60 && n < 70 ? 10 : 0,
      })),
    });
    const times = moments({ fromMs: MINUTE, toMs: 120 * MINUTE }, MINUTE);
    const [fast] = tierHistory(strict, index, times);
    const spans = spansWhere(times, (n) => fast?.states[n]?.condition === 'firing', MINUTE);
    // From the 69th to the 74th minute; after that the short window is at 1 %, under 1.44 %.
    expect(spans).toEqual([{ fromMs: 68 * MINUTE, toMs: 74 * MINUTE }]);
  });
});

describe('moments and spans', () => {
  it('ends at the end', () => {
    expect(moments({ fromMs: 0, toMs: 10 }, 4)).toEqual([2, 6, 10]);
  });

  it('holds exactly where it held', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 50 }), (held) => {
        const times = held.map((_, index) => (index + 1) * 10);
        const spans = spansWhere(times, (index) => held[index] === true, 10);
        expect(spans.reduce((sum, { fromMs, toMs }) => sum + (toMs - fromMs) / 10, 0)).toBe(
          held.filter(Boolean).length
        );
        held.forEach((isHeld, index) => {
          const middle = (index + 0.5) * 10;
          expect(spans.some(({ fromMs, toMs }) => middle > fromMs && middle < toMs)).toBe(isHeld);
        });
      })
    );
  });
});
