/** @jest-environment node */
import fc from 'fast-check';
import { lognormalCdf, lognormalDraw, lognormalMean, lognormalQuantile, normalCdf, normalQuantile } from './lognormal';
import { randomFrom } from './random';

const latency = fc.record({
  median: fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
  sigma: fc.double({ min: 0.01, max: 2, noNaN: true }),
});

describe('normalCdf', () => {
  // From printed tables of the standard normal distribution.
  it.each([
    [0, 0.5],
    [1, 0.8413447],
    [-1, 0.1586553],
    [1.96, 0.9750021],
    [-2.5758293, 0.005],
    [3, 0.9986501],
  ])('at %d is %d', (z, expected) => {
    expect(normalCdf(z)).toBeCloseTo(expected, 6);
  });
});

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.95, 1.6448536],
    [0.99, 2.3263479],
    [0.1, -1.2815516],
  ])('of %d is %d', (probability, expected) => {
    expect(normalQuantile(probability)).toBeCloseTo(expected, 5);
  });
});

describe('lognormal', () => {
  // ln(164.872 / 100) / 0.5 = 1 standard deviation.
  it('has half of its mass below the median and 84 % below one sigma above it', () => {
    expect(lognormalCdf({ median: 100, sigma: 0.5 }, 100)).toBeCloseTo(0.5, 6);
    expect(lognormalCdf({ median: 100, sigma: 0.5 }, 164.8721)).toBeCloseTo(0.8413447, 6);
  });

  it('has the textbook mean and quantile', () => {
    expect(lognormalMean({ median: 1, sigma: 1 })).toBeCloseTo(1.6487213, 6);
    // 100 · e^0.8224268
    expect(lognormalQuantile({ median: 100, sigma: 0.5 }, 0.95)).toBeCloseTo(227.602, 2);
  });

  it('treats the edges as promised', () => {
    expect(lognormalCdf({ median: 10, sigma: 0.5 }, 0)).toBe(0);
    expect(lognormalCdf({ median: 0, sigma: 0.5 }, 1)).toBe(1);
    expect(lognormalCdf({ median: 10, sigma: 0 }, 9)).toBe(0);
    expect(lognormalCdf({ median: 10, sigma: 0 }, 10)).toBe(1);
  });

  it('never falls with the bound', () => {
    fc.assert(
      fc.property(
        latency,
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        (shape, a, b) => {
          expect(lognormalCdf(shape, Math.min(a, b))).toBeLessThanOrEqual(lognormalCdf(shape, Math.max(a, b)));
        }
      )
    );
  });

  it('draws what the distribution function says', () => {
    const random = randomFrom('draws', 1);
    const draws = Array.from({ length: 20_000 }, () => lognormalDraw({ median: 100, sigma: 0.5 }, random));
    const share = (bound: number): number => draws.filter((value) => value <= bound).length / draws.length;
    // Three standard errors of a share of one half in 20,000 draws are 0.011.
    expect(Math.abs(share(100) - 0.5)).toBeLessThan(0.011);
    expect(Math.abs(share(227.602) - 0.95)).toBeLessThan(0.005);
  });
});
