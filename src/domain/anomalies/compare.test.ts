/** @jest-environment node */
import fc from 'fast-check';
import { compareOperation, compareOperations, errorBound, MIN_CALLS } from './compare';
import { type OperationFigures, type OperationPair } from './types';

const id = { system: 'shop', service: 'orders', operation: 'GET /orders', role: 'entry' as const };
const HOUR_MS = 3_600_000;

/** Durations spread as around a p95: half, nine tenths, double. */
const figures = (calls: number, errors: number, p95 = 100): OperationFigures => ({
  calls,
  errors,
  quantilesMs: { p50: p95 / 2, p90: p95 * 0.9, p95, p99: p95 * 2 },
  observedMs: 24 * HOUR_MS,
});
const verdictOf = (recent: OperationFigures | undefined, baseline: OperationFigures | undefined) =>
  compareOperation({ ...id, recent, baseline });

describe('the verdict on an operation, by hand', () => {
  it('slower than twice its p95 is an anomaly, with what it rests on', () => {
    expect(verdictOf(figures(600, 0, 250), figures(14_400, 0, 100))).toMatchObject({
      verdict: 'anomalous',
      anomalies: [
        { kind: 'duration', measured: 250, baseline: 100, factor: 2.5, recentCalls: 600, baselineCalls: 14_400 },
      ],
    });
  });

  it.each<[string, OperationFigures, OperationFigures]>([
    ['twice is not more than twice', figures(600, 0, 200), figures(14_400, 0, 100)],
    ['a rise below a millisecond is none', figures(600, 0, 0.9), figures(14_400, 0, 0.1)],
    // A few slow calls of thirty: p50 and p90 are as ever, only the slowest two are not.
    [
      'what few calls may show by chance',
      { calls: 30, errors: 0, quantilesMs: { p50: 50, p90: 95, p95: 210, p99: 300 } },
      figures(14_400, 0, 100),
    ],
    ['five times the errors is not more than that', figures(1000, 50), figures(24_000, 240)],
    ['two errors where there were none', figures(1000, 2), figures(24_000, 0)],
    ['three errors when the baseline is as short', figures(1000, 3), figures(1000, 0)],
    ['an operation that always fails', figures(1000, 1000), figures(24_000, 24_000)],
  ])('%s', (_case, recent, baseline) => expect(verdictOf(recent, baseline)).toMatchObject({ verdict: 'steady' }));

  it('errors above five times their rate', () => {
    expect(verdictOf(figures(1000, 60), figures(24_000, 240)).anomalies).toEqual([
      { kind: 'errors', measured: 0.06, baseline: 0.01, factor: 6, recentCalls: 1000, baselineCalls: 24_000 },
    ]);
  });

  it('errors where there were none have no factor', () => {
    expect(verdictOf(figures(1000, 3), figures(24_000, 0)).anomalies).toMatchObject([
      { kind: 'errors', measured: 0.003, baseline: 0, factor: null },
    ]);
  });

  it('where five times as many cannot be, half of what succeeded before', () => {
    expect(errorBound(0.01)).toBeCloseTo(0.05, 12);
    expect(errorBound(0.3)).toBeCloseTo(0.65, 12);
    expect(verdictOf(figures(1000, 700), figures(24_000, 7_200)).anomalies).toMatchObject([{ kind: 'errors' }]);
    expect(verdictOf(figures(1000, 600), figures(24_000, 7_200)).anomalies).toEqual([]);
  });

  it('a baseline of no duration at all has no factor either', () => {
    expect(verdictOf(figures(600, 0, 5), figures(14_400, 0, 0)).anomalies).toMatchObject([
      { kind: 'duration', measured: 5, baseline: 0, factor: null },
    ]);
  });

  it('both at once', () => {
    const { anomalies } = verdictOf(figures(600, 300, 900), figures(14_400, 14, 100));
    expect(anomalies.map(({ kind }) => kind)).toEqual(['duration', 'errors']);
  });

  it('without a baseline it is new, and no anomaly, whatever it does', () => {
    expect(verdictOf(figures(600, 600, 9000), undefined)).toMatchObject({ verdict: 'new', anomalies: [] });
    // An edge of a window may hold a fraction of a call.
    expect(verdictOf(figures(600, 0), figures(0.2, 0))).toMatchObject({ verdict: 'new' });
  });

  it('silent where twenty calls an hour were usual, and not where fewer were', () => {
    expect(verdictOf(undefined, figures(480, 0))).toMatchObject({ verdict: 'silent' });
    expect(verdictOf(undefined, figures(479, 0))).toMatchObject({ verdict: 'too-few' });
    // The same calls in one observed hour are many.
    expect(verdictOf(undefined, { ...figures(25, 0), observedMs: HOUR_MS })).toMatchObject({ verdict: 'silent' });
    // A sample of traces does not say how often it was called.
    expect(verdictOf(undefined, { ...figures(480, 0), observedMs: undefined })).toMatchObject({ verdict: 'too-few' });
  });

  it('too few to judge on either side', () => {
    expect(verdictOf(figures(19, 19, 9000), figures(14_400, 0))).toMatchObject({ verdict: 'too-few', anomalies: [] });
    expect(verdictOf(figures(600, 600, 9000), figures(19, 0))).toMatchObject({ verdict: 'too-few', anomalies: [] });
  });

  it('does not judge what could not be read', () => {
    const recent = { calls: 600, quantilesMs: {} };
    expect(verdictOf(recent, figures(14_400, 0))).toMatchObject({ verdict: 'steady', anomalies: [] });
  });
});

describe('the order', () => {
  it('is anomalies by how far they exceed their rule, the silent, the new, then the slowest', () => {
    const pair = (
      operation: string,
      recent: OperationFigures | undefined,
      baseline: OperationFigures | undefined
    ): OperationPair => ({ ...id, operation, recent, baseline });
    const before = figures(14_400, 144, 100);
    const sorted = compareOperations([
      pair('slow and steady', figures(600, 6, 150), before),
      pair('quick and rare', figures(5, 0, 20), before),
      pair('new', figures(600, 0, 900), undefined),
      pair('silent', undefined, before),
      // Six times: 1.2 of its rule. Three times as slow: 1.5 of it.
      pair('failing', figures(600, 36, 100), before),
      pair('slower', figures(600, 6, 300), before),
      pair('failing for the first time', figures(600, 30, 100), figures(14_400, 0, 100)),
    ]);
    expect(sorted.map(({ operation }) => operation)).toEqual([
      'failing for the first time',
      'slower',
      'failing',
      'silent',
      'new',
      'slow and steady',
      'quick and rare',
    ]);
  });
});

const calls = fc.integer({ min: 1, max: 100_000 });
const some = calls.chain((n) =>
  fc.record({
    n: fc.constant(n),
    errors: fc.integer({ min: 0, max: n }),
    p95: fc.double({ min: 0.01, max: 60_000, noNaN: true }),
  })
);
const side = some.map(({ n, errors, p95 }) => figures(n, errors, p95));

describe('whatever was measured', () => {
  it('has anomalies exactly when the verdict says so, each above its rule and with enough calls', () => {
    fc.assert(
      fc.property(fc.option(side, { nil: undefined }), fc.option(side, { nil: undefined }), (recent, baseline) => {
        const { verdict, anomalies } = verdictOf(recent, baseline);
        expect(verdict === 'anomalous').toBe(anomalies.length > 0);
        for (const { measured, baseline: before, recentCalls, baselineCalls } of anomalies) {
          expect(measured).toBeGreaterThan(before);
          expect(Math.min(recentCalls, baselineCalls)).toBeGreaterThanOrEqual(MIN_CALLS);
        }
      })
    );
  });

  it('is no anomaly against itself', () => {
    fc.assert(fc.property(side, (same) => expect(verdictOf(same, same).anomalies).toEqual([])));
  });

  it('does not become less of an error by failing more', () => {
    fc.assert(
      fc.property(some, side, fc.nat(1000), ({ n, errors, p95 }, baseline, more) => {
        const isFailing = (count: number) =>
          verdictOf(figures(n, count, p95), baseline).anomalies.some(({ kind }) => kind === 'errors');
        expect(isFailing(Math.min(n, errors + more)) || !isFailing(errors)).toBe(true);
      })
    );
  });
});
