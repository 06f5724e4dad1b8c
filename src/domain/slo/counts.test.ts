import fc from 'fast-check';
import { type Point, type Series } from '../metrics/types';
import { errorRatio, indexCounts, joinCounts, mergeCounts } from './counts';

const series = (points: Point[]): Series => ({ labels: {}, name: '', points });

describe('joinCounts', () => {
  it('keeps the slices of which both numbers are known', () => {
    const total = series([
      [300, 10],
      [600, 20],
      [900, NaN],
      [1200, 40],
    ]);
    const bad = series([
      [300, 1],
      [900, 0],
      [1200, 4],
    ]);
    expect(joinCounts(total, bad, 300).slices).toEqual([
      { endMs: 300, totalEvents: 10, badEvents: 1 },
      { endMs: 1200, totalEvents: 40, badEvents: 4 },
    ]);
    expect(joinCounts(undefined, bad, 300).slices).toEqual([]);
  });
});

describe('indexCounts', () => {
  const index = indexCounts({
    stepMs: 300,
    slices: [1, 2, 3, 4].map((n) => ({ endMs: n * 300, totalEvents: n * 10, badEvents: n })),
  });

  it.each([
    [0, 1200, 100, 10, 4],
    // The slice that ends at the beginning belongs to the time before.
    [300, 900, 50, 5, 2],
    [299, 900, 60, 6, 3],
    [1200, 9999, 0, 0, 0],
    [900, 300, 0, 0, 0],
  ])('from %d to %d there are %d events, %d of them bad, in %d slices', (from, to, total, bad, count) => {
    expect(index.within(from, to)).toEqual({ totalEvents: total, badEvents: bad, sliceCount: count });
  });

  it('equals adding up, wherever it is cut', () => {
    const slices = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 60 });
    fc.assert(
      fc.property(slices, fc.nat(70), fc.nat(70), (counts, a, b) => {
        const all = counts.map(([totalEvents, badEvents], n) => ({ endMs: n + 1, totalEvents, badEvents }));
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const inside = all.filter(({ endMs }) => endMs > from && endMs <= to);
        expect(indexCounts({ stepMs: 1, slices: all }).within(from, to)).toEqual({
          totalEvents: inside.reduce((sum, { totalEvents }) => sum + totalEvents, 0),
          badEvents: inside.reduce((sum, { badEvents }) => sum + badEvents, 0),
          sliceCount: inside.length,
        });
      })
    );
  });
});

it('continues coarse slices with fine ones, counting nothing twice', () => {
  const slice = (endMs: number, totalEvents: number) => ({ endMs, totalEvents, badEvents: 0 });
  const coarse = { stepMs: 1800, slices: [slice(1800, 6), slice(3600, 6), slice(5400, 6)] };
  const fine = { stepMs: 300, slices: [slice(3900, 1), slice(4200, 1)] };
  const merged = mergeCounts(coarse, fine);
  expect(merged.slices.map(({ endMs, stepMs }) => [endMs, stepMs])).toEqual([
    [1800, 1800],
    [3600, 1800],
    [3900, undefined],
    [4200, undefined],
  ]);
  expect(indexCounts(merged).within(0, 9999).totalEvents).toBe(14);
  expect(mergeCounts(coarse, { stepMs: 300, slices: [] }).slices).toHaveLength(3);
});

it('has no error ratio without events', () => {
  expect(errorRatio({ totalEvents: 0, badEvents: 0 })).toBeUndefined();
  expect(errorRatio({ totalEvents: 8, badEvents: 2 })).toBe(0.25);
  expect(errorRatio({ totalEvents: 8, badEvents: 8.1 })).toBe(1);
});
