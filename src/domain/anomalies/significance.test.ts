/** @jest-environment node */
import fc from 'fast-check';
import { atLeast, chanceOfDurations, chanceOfErrors, logFactorial, shareAbove } from './significance';

const ratio = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const trials = fc.integer({ min: 1, max: 2000 });

describe('logFactorial', () => {
  it('is exact for small numbers and close for large ones', () => {
    expect(logFactorial(0)).toBe(0);
    expect(logFactorial(5)).toBeCloseTo(Math.log(120), 12);
    // 25! = 15511210043330985984000000.
    expect(logFactorial(25)).toBeCloseTo(58.00360522298052, 9);
  });
});

describe('atLeast', () => {
  it.each([
    // Three errors, all in the one hour of twenty-five: (1/25)³.
    [3, 3, 1 / 25, 6.4e-5],
    // Two of four heads: 1 - (1 + 4) / 16.
    [2, 4, 0.5, 11 / 16],
    [20, 20, 0.5, 2 ** -20],
    [0, 5, 0.1, 1],
    [6, 5, 0.1, 0],
    [1, 5, 0, 0],
    [5, 5, 1, 1],
  ])('%d of %d at %d', (least, of, each, chance) => expect(atLeast(least, of, each)).toBeCloseTo(chance, 12));

  it('falls with the number, rises with the ratio, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(trials, fc.nat(2000), ratio, ratio, (of, least, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const chance = atLeast(least, of, low);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(atLeast(least + 1, of, low)).toBeLessThanOrEqual(chance + 1e-9);
        expect(atLeast(least, of, high)).toBeGreaterThanOrEqual(chance - 1e-9);
      })
    );
  });

  it('and its opposite are everything', () => {
    fc.assert(
      fc.property(trials, fc.nat(2000), ratio, (of, some, each) => {
        const least = Math.min(some, of);
        // At least `least` heads, or at least `of - least + 1` tails.
        expect(atLeast(least, of, each) + atLeast(of - least + 1, of, 1 - each)).toBeCloseTo(1, 6);
      })
    );
  });
});

describe('chanceOfErrors', () => {
  it('knows that an hour is a part of the day', () => {
    expect(chanceOfErrors({ calls: 100, errors: 3 }, { calls: 2400, errors: 0 })).toBeCloseTo(6.4e-5, 12);
    // Of a baseline as short as the hour three errors say little: 1/8.
    expect(chanceOfErrors({ calls: 100, errors: 3 }, { calls: 100, errors: 0 })).toBeCloseTo(1 / 8, 12);
  });
});

describe('slow calls', () => {
  const figures = { calls: 20, quantilesMs: { p50: 10, p90: 20, p95: 40 } };

  it('are counted between known quantiles by the depth of the tail', () => {
    expect(shareAbove(figures, 20)).toBeCloseTo(0.1, 12);
    // Half of the way from one in ten to one in twenty: √(0.1 · 0.05).
    expect(shareAbove(figures, 30)).toBeCloseTo(Math.sqrt(0.005), 12);
  });

  it('are never more than the quantiles prove', () => {
    expect(shareAbove(figures, 1)).toBeCloseTo(0.5, 12);
    expect(shareAbove(figures, 40)).toBe(0);
    expect(shareAbove({ calls: 1, quantilesMs: {} }, 1)).toBe(0);
  });

  it('are as unlikely as their number, by hand', () => {
    // Two of 20 above 20 ms, as 20 of 400 were: at least 2 of 22, each recent with the chance 20/420 = 1/21.
    const none = (20 / 21) ** 22;
    const one = 22 * (1 / 21) * (20 / 21) ** 21;
    expect(chanceOfDurations(figures, { calls: 400, p95Ms: 20 })).toBeCloseTo(1 - none - one, 9);
    // Ten of twenty: at least 10 of 30.
    expect(chanceOfDurations(figures, { calls: 400, p95Ms: 1 })).toBeLessThan(1e-5);
  });
});
