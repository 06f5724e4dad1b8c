import fc from 'fast-check';
import { remainingBudget } from './attainment';
import {
  budgetEvents,
  budgetOutageMs,
  budgetRatio,
  budgetSpent,
  burnRate,
  detectionTimeMs,
  timeToExhaustionMs,
} from './budget';
import { burnRateThresholds } from './burnRateTiers';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the worked example: 99.9 %, 30 days, a million requests, 400 bad', () => {
  it('has a budget of 1,000 events or 43.2 minutes', () => {
    expect(budgetRatio(0.999)).toBe(0.001);
    expect(budgetEvents(1_000_000, 0.999)).toBeCloseTo(1000, 9);
    expect(budgetOutageMs(30, 0.999)).toBeCloseTo(43.2 * MINUTE, 6);
    expect(budgetOutageMs(31, 0.999)).toBeCloseTo(44.64 * MINUTE, 6);
    expect(budgetOutageMs(28, 0.999)).toBeCloseTo(40.32 * MINUTE, 6);
    // Document 004: 99.95 % of 720 h are 21.6 min.
    expect(budgetOutageMs(30, 0.9995)).toBeCloseTo(21.6 * MINUTE, 6);
  });

  it('has spent 40 % of it', () => {
    expect(budgetSpent(400, 1_000_000, 0.999)).toBeCloseTo(0.4, 12);
    expect(remainingBudget(0.9996, 0.999)).toBeCloseTo(0.6, 9);
  });

  it('burns twenty times too fast at 2 % of errors', () => {
    expect(burnRate(0.02, 0.999)).toBeCloseTo(20, 9);
  });

  it.each([
    [1, 14.4, 50 * HOUR],
    [1, 6, 5 * DAY],
    [0.6, 5, 3.6 * DAY],
    [0, 5, 0],
    [-0.5, 5, 0],
    [0.5, 0, Infinity],
  ])('with %d left and a burn rate of %d lasts %d ms', (remaining, burn, ms) => {
    expect(timeToExhaustionMs(remaining, burn, 30)).toBeCloseTo(ms, 3);
  });
});

describe('detectionTimeMs', () => {
  const tiers = burnRateThresholds({ targetRatio: 0.999, windowDays: 30 });

  // Minutes for 14.4/1h, 6/6h, 3/1d and 1/3d.
  it.each([
    [1, [0.864, 2.16, 4.32, 4.32]],
    [0.1, [8.64, 21.6, 43.2, 43.2]],
    [0.02, [43.2, 108, 216, 216]],
    [0.0144, [Infinity, 150, 300, 300]],
  ])('at an error ratio of %d', (errorRatio, minutes) => {
    tiers.forEach((tier, index) => {
      expect(detectionTimeMs(tier, errorRatio) / MINUTE).toBeCloseTo(minutes[index] ?? NaN, 9);
    });
  });
});

describe('what must hold for every objective', () => {
  const target = fc.double({ min: 0.5, max: 0.9999, noNaN: true });
  const ratio = fc.double({ min: 0, max: 1, noNaN: true });

  it('a full budget at burn b lasts the window divided by b', () => {
    fc.assert(
      fc.property(target, fc.double({ min: 1e-6, max: 1, noNaN: true }), (targetRatio, errorRatio) => {
        const burn = burnRate(errorRatio, targetRatio);
        expect(timeToExhaustionMs(1, burn, 30) / ((30 * DAY) / burn)).toBeCloseTo(1, 9);
      })
    );
  });

  it('what is spent and what remains are the whole budget', () => {
    fc.assert(
      fc.property(target, ratio, (targetRatio, errorRatio) => {
        const spent = budgetSpent(errorRatio * 1e6, 1e6, targetRatio);
        expect(spent + remainingBudget(1 - errorRatio, targetRatio)).toBeCloseTo(1, 6);
      })
    );
  });

  it('more errors are found no later', () => {
    fc.assert(
      fc.property(target, ratio, ratio, (targetRatio, a, b) => {
        const [tier] = burnRateThresholds({ targetRatio, windowDays: 30 });
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        expect(tier && detectionTimeMs(tier, many)).toBeLessThanOrEqual(tier ? detectionTimeMs(tier, few) : Number.NaN);
      })
    );
  });
});
