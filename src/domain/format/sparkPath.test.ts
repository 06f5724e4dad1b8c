import fc from 'fast-check';
import { sparkPath } from './sparkPath';

describe('sparkPath', () => {
  it('goes from the lower left to the upper right for a rising series', () => {
    expect(
      sparkPath(
        [
          [0, 0],
          [50, 5],
          [100, 10],
        ],
        80,
        21
      )
    ).toBe('M0 20.5L40 10.5L80 0.5');
  });

  it('leaves gaps', () => {
    expect(
      sparkPath(
        [
          [0, 1],
          [1, NaN],
          [2, 1],
        ],
        10,
        11
      )
    ).toBe('M0 0.5M10 0.5');
  });

  it('is empty without values', () => {
    expect(sparkPath([], 10, 10)).toBe('');
    expect(sparkPath([[0, NaN]], 10, 10)).toBe('');
  });

  it('stays in its box', () => {
    const series = fc.array(fc.tuple(fc.nat(1e6), fc.double({ min: -1e9, max: 1e9 })), { minLength: 1 });
    fc.assert(
      fc.property(series, (points) => {
        const sorted = [...points].sort((a, b) => a[0] - b[0]);
        const numbers = (sparkPath(sorted, 80, 20).match(/-?[\d.]+/g) ?? []).map(Number);
        numbers.forEach((number, index) => {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(index % 2 === 0 ? 80 : 20);
        });
      })
    );
  });
});
