/** @jest-environment node */
import fc from 'fast-check';
import { analysePaths, analyseTrace } from './analysis';
import { compareTraces } from './compare';
import { operationStatistics, quantile } from './operations';
import { selfTimes } from './selfTime';
import { brokenSpans, nested, oneRoot } from './testing/arbitrary';
import { spanOf, TRACE_ID } from './testing/spans';
import { buildTree } from './tree';
import { type Span } from './types';

const selfMs = (spans: readonly Span[]) => {
  const tree = buildTree(TRACE_ID, spans);
  const times = selfTimes(tree);
  return Object.fromEntries(tree.nodes.map(({ index, span }) => [span.spanId, (times[index] ?? NaN) / 1000]));
};
const analyse = (...spans: Span[]) => analyseTrace({ traceId: TRACE_ID, spans });

describe('self time', () => {
  it('is what no child accounts for; overlapping children count once, overflowing ones up to the end', () => {
    expect(
      selfMs([
        spanOf('a', 0, 100),
        spanOf('b', 10, 40, { parent: 'a' }),
        spanOf('c', 30, 60, { parent: 'a' }),
        spanOf('d', 90, 130, { parent: 'a' }),
      ])
    ).toEqual({ a: 40, b: 30, c: 30, d: 40 });
  });

  it('is not less for what nobody waits for', () => {
    expect(selfMs([spanOf('a', 0, 10), spanOf('b', 2, 8, { follows: 'a' })])).toEqual({ a: 10, b: 6 });
  });

  it('sums to the time of the root when nothing runs side by side, to all covered time otherwise', () => {
    fc.assert(
      fc.property(nested, (spans) => {
        const tree = buildTree(TRACE_ID, spans);
        const sumUs = selfTimes(tree).reduce((sum, us) => sum + us, 0);
        // Counted instant by instant: how many spans work at it that wait for no child.
        let workingMs = 0;
        for (let ms = 0; ms < 1000; ms++) {
          const active = spans.filter(({ startTimeMs, durationMs }) => {
            const from = startTimeMs - (spans[0]?.startTimeMs ?? 0);
            return from <= ms && ms < from + durationMs;
          });
          workingMs += active.filter(
            ({ spanId }) => !active.some(({ parentSpanId }) => parentSpanId === spanId)
          ).length;
        }
        expect(sumUs).toBe(workingMs * 1000);
      }),
      { numRuns: 50 }
    );
  });

  it('is never negative and never more than the duration', () => {
    fc.assert(
      fc.property(fc.oneof(brokenSpans, oneRoot), (spans) => {
        const tree = buildTree(TRACE_ID, spans);
        selfTimes(tree).forEach((us, index) => {
          const { startUs = NaN, endUs = NaN } = tree.nodes[index] ?? {};
          expect(us >= 0 && us <= endUs - startUs).toBe(true);
        });
      })
    );
  });
});

describe('facts', () => {
  it('count spans, errors, levels and services', () => {
    const { facts } = analyse(
      spanOf('a', 0, 100, { service: 'web' }),
      spanOf('b', 10, 90, { service: 'api', parent: 'a', error: true }),
      spanOf('c', 20, 30, { service: 'api', parent: 'b' }),
      spanOf('d', 40, 60, { service: 'db', parent: 'b', tags: [{ key: 'otel.status_code', value: 'ERROR' }] })
    );
    expect(facts).toMatchObject({
      durationUs: 100_000,
      spanCount: 4,
      errorCount: 2,
      depth: 3,
      status: 'errors-inside',
    });
    expect(facts.services).toEqual([
      { serviceName: 'api', spanCount: 2, errorCount: 1, selfUs: 60_000 },
      { serviceName: 'db', spanCount: 1, errorCount: 1, selfUs: 20_000 },
      { serviceName: 'web', spanCount: 1, errorCount: 0, selfUs: 20_000 },
    ]);
    // b only passes on what d began.
    expect(facts.firstError).toBe(3);
  });

  it('measures the duration up to the last end, also of what nobody waited for', () => {
    expect(analyse(spanOf('a', 0, 10), spanOf('b', 50, 70, { follows: 'a' })).facts.durationUs).toBe(70_000);
  });

  it('says failed when the root did, ok when nothing did', () => {
    expect(analyse(spanOf('a', 0, 1, { error: true })).facts.status).toBe('failed');
    expect(analyse(spanOf('a', 0, 1)).facts).toMatchObject({ status: 'ok', firstError: undefined });
    expect(analyse().facts).toMatchObject({ spanCount: 0, durationUs: 0, depth: 0 });
  });
});

describe('quantiles', () => {
  // Python: statistics.quantiles([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], n=20)[18] → 10.45, held at the largest value here.
  it.each([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5, 5.5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9.9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95, 10],
    [[10, 20, 30], 0.25, 10],
    [[10, 20, 30], 0.75, 30],
    [[10, 20], 0.5, 15],
    [[7], 0.99, 7],
  ])('of %j at %d is %d', (values, ratio, expected) => {
    expect(quantile(values, ratio)).toBeCloseTo(expected, 9);
  });

  it('of nothing is no number', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('lie between the smallest and the largest value, and grow', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, a, b) => {
          const sorted = [...all].sort((x, y) => x - y);
          const [low, high] = [quantile(sorted, Math.min(a, b)), quantile(sorted, Math.max(a, b))];
          expect(low >= (sorted[0] ?? NaN) && low <= high + 1e-6 && high <= (sorted.at(-1) ?? NaN)).toBe(true);
        }
      )
    );
  });
});

describe('operations', () => {
  it('are counted and measured, the largest p95 first', () => {
    const analysis = analyse(
      spanOf('a', 0, 100, { operation: 'GET' }),
      spanOf('b', 0, 20, { parent: 'a', operation: 'SELECT', service: 'db' }),
      spanOf('c', 20, 60, { parent: 'a', operation: 'SELECT', service: 'db', error: true })
    );
    const { onPathUs } = analysePaths(analysis, 'last-work');
    expect(operationStatistics(analysis.tree, analysis.selfUs, onPathUs)).toMatchObject([
      {
        operationName: 'GET',
        count: 1,
        errorRatio: 0,
        averageUs: 100_000,
        p95Us: 100_000,
        selfUs: 40_000,
        onPathUs: 40_000,
      },
      {
        serviceName: 'db',
        operationName: 'SELECT',
        count: 2,
        errorCount: 1,
        errorRatio: 0.5,
        averageUs: 30_000,
        p50Us: 30_000,
        p95Us: 40_000,
        maxUs: 40_000,
        selfUs: 60_000,
        onPathUs: 60_000,
        slowest: 2,
      },
    ]);
  });
});

describe('comparing', () => {
  const timed = (spans: Span[]) => {
    const tree = buildTree(TRACE_ID, spans);
    return { tree, selfUs: selfTimes(tree) };
  };

  it('says what both did, what only one did, and how long each took', () => {
    const a = timed([
      spanOf('a', 0, 10, { operation: 'GET' }),
      spanOf('b', 1, 4, { parent: 'a', operation: 'SELECT' }),
    ]);
    const b = timed([
      spanOf('x', 0, 30, { operation: 'GET', error: true }),
      spanOf('y', 1, 4, { parent: 'x', operation: 'SELECT' }),
      spanOf('z', 5, 9, { parent: 'x', operation: 'SELECT' }),
      spanOf('r', 10, 29, { parent: 'x', operation: 'retry' }),
    ]);
    const words = compareTraces(a, b).map(
      ({ operationName, depth, a: left, b: right }) =>
        `${depth} ${operationName} ${left?.count ?? 0}×${(left?.totalUs ?? 0) / 1000} ${right?.count ?? 0}×${(right?.totalUs ?? 0) / 1000}`
    );
    expect(words).toEqual(['0 GET 1×10 1×30', '1 SELECT 1×3 2×7', '1 retry 0×0 1×19']);
  });

  it('holds every span of both once', () => {
    fc.assert(
      fc.property(brokenSpans, brokenSpans, (left, right) => {
        const [a, b] = [timed(left), timed(right)];
        const places = compareTraces(a, b);
        const sum = (side: 'a' | 'b') => places.reduce((total, place) => total + (place[side]?.count ?? 0), 0);
        expect([sum('a'), sum('b')]).toEqual([a.tree.nodes.length, b.tree.nodes.length]);
      })
    );
  });
});
