/** @jest-environment node */
import fc from 'fast-check';
import { flameGraph } from './flame';
import { axisTicks, formatUs } from './formatUs';
import { selfIntervals, selfTimes } from './selfTime';
import { brokenSpans } from './testing/arbitrary';
import { spanOf, TRACE_ID } from './testing/spans';
import { buildTree } from './tree';

describe('durations', () => {
  it.each([
    [0, '0 µs'],
    [855, '855 µs'],
    [12_993, '13 ms'],
    [1_234_567, '1.23 s'],
    [72_000_000, '1 min 12 s'],
    [120_000_000, '2 min'],
    [-2500, '−2.5 ms'],
    [NaN, '–'],
  ])('%d µs is %s', (us, text) => {
    expect(formatUs(us)).toBe(text);
  });
});

describe('axis', () => {
  it('has round marks', () => {
    expect(axisTicks(0, 10_000, 5)).toEqual([0, 2000, 4000, 6000, 8000, 10_000]);
    expect(axisTicks(1500, 4200, 3)).toEqual([2000, 3000, 4000]);
    expect(axisTicks(5, 5, 5)).toEqual([]);
  });

  it('has a handful of them, between the ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (from, span) => {
        const ticks = axisTicks(from, from + span, 5);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.every((tick) => tick >= from && tick <= from + span)).toBe(true);
      })
    );
  });
});

describe('own work', () => {
  it('lies between the children', () => {
    const tree = buildTree(TRACE_ID, [
      spanOf('a', 0, 10),
      spanOf('b', 1, 4, { parent: 'a' }),
      spanOf('c', 3, 6, { parent: 'a' }),
      spanOf('d', 8, 12, { parent: 'a' }),
    ]);
    expect(selfIntervals(tree, 0)).toEqual([
      [0, 1000],
      [6000, 8000],
    ]);
  });

  it('adds up to the self time', () => {
    fc.assert(
      fc.property(brokenSpans, (spans) => {
        const tree = buildTree(TRACE_ID, spans);
        const times = selfTimes(tree);
        for (const { index } of tree.nodes) {
          const sum = selfIntervals(tree, index).reduce((total, [from, to]) => total + to - from, 0);
          expect(sum).toBe(times[index]);
        }
      })
    );
  });
});

describe('the flame graph', () => {
  it('merges operations and is as wide as their time', () => {
    const tree = buildTree(TRACE_ID, [
      spanOf('a', 0, 100, { operation: 'GET' }),
      spanOf('b', 0, 30, { parent: 'a', operation: 'SELECT' }),
      spanOf('c', 40, 60, { parent: 'a', operation: 'SELECT' }),
      spanOf('d', 60, 70, { parent: 'a', operation: 'render' }),
    ]);
    expect(flameGraph(tree, selfTimes(tree))).toMatchObject([
      { operationName: 'GET', depth: 0, leftRatio: 0, widthRatio: 1, selfUs: 40_000 },
      { operationName: 'SELECT', depth: 1, leftRatio: 0, widthRatio: 0.5, count: 2, workUs: 50_000, longest: 1 },
      { operationName: 'render', depth: 1, leftRatio: 0.5, widthRatio: 0.1 },
    ]);
  });

  it('is as wide for what nobody waited for as for everything else', () => {
    const tree = buildTree(TRACE_ID, [spanOf('a', 0, 10), spanOf('b', 20, 50, { follows: 'a' })]);
    expect(flameGraph(tree, selfTimes(tree))).toMatchObject([
      { workUs: 40_000, widthRatio: 1 },
      { workUs: 30_000, widthRatio: 0.75 },
    ]);
  });

  it('stays within its width, and children within their parents', () => {
    fc.assert(
      fc.property(brokenSpans, (spans) => {
        const tree = buildTree(TRACE_ID, spans);
        for (const { leftRatio, widthRatio } of flameGraph(tree, selfTimes(tree))) {
          expect(leftRatio >= 0 && leftRatio + widthRatio <= 1 + 1e-9).toBe(true);
        }
      })
    );
  });
});
