/** @jest-environment node */
import fc from 'fast-check';
import { hexFrom, randomFrom, smoothNoise } from './random';

describe('randomFrom', () => {
  const take = (count: number, ...seed: Array<string | number>): number[] => {
    const random = randomFrom(...seed);
    return Array.from({ length: count }, random);
  };

  it('repeats itself for the same seed only', () => {
    expect(take(5, 1, 'flow', 7)).toEqual(take(5, 1, 'flow', 7));
    expect(take(5, 1, 'flow', 7)).not.toEqual(take(5, 2, 'flow', 7));
    expect(take(5, 'a', 'bc')).not.toEqual(take(5, 'ab', 'c'));
  });

  it('is uniform in [0, 1)', () => {
    const values = take(50_000, 'uniform');
    const shares = [0.1, 0.5, 0.9].map((bound) => values.filter((value) => value < bound).length / values.length);
    [0.1, 0.5, 0.9].forEach((bound, index) => expect(Math.abs(shares[index]! - bound)).toBeLessThan(0.01));
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  });

  it('gives different neighbours different streams', () => {
    const firsts = Array.from({ length: 500 }, (_, minute) => randomFrom(1, 'flow/enis/agent', minute)());
    expect(new Set(firsts).size).toBe(500);
  });
});

describe('hexFrom', () => {
  it('gives lower-case digits of any number', () => {
    expect(hexFrom(randomFrom('x'), 32)).toMatch(/^[0-9a-f]{32}$/);
    expect(hexFrom(randomFrom('x'), 5)).toMatch(/^[0-9a-f]{5}$/);
  });
});

describe('smoothNoise', () => {
  const time = fc.integer({ min: 0, max: 2_000_000_000_000 });

  it('stays in [-1, 1] and does not jump', () => {
    fc.assert(
      fc.property(fc.integer(), time, (seed, tMs) => {
        const now = smoothNoise(seed, tMs, 600_000);
        expect(Math.abs(now)).toBeLessThanOrEqual(1);
        // The steepest slope of a smoothstep over a height of 2 is 3 in a period: 0.005 in a second of ten minutes.
        expect(Math.abs(smoothNoise(seed, tMs + 1_000, 600_000) - now)).toBeLessThanOrEqual(0.0051);
      })
    );
  });
});
