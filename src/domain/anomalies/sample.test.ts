/** @jest-environment node */
import { type Span, type Trace } from '../traces/types';
import { compareOperation } from './compare';
import { exampleSearches } from './examples';
import { baselineParts, samplePairs } from './sample';
import { comparedWindows } from './windows';

const HOUR_MS = 3_600_000;
const NOW_MS = Date.UTC(2026, 0, 2, 12);

const span = (operationName: string, durationMs: number, more: Partial<Span> = {}): Span => ({
  traceId: 't',
  spanId: 's',
  parentSpanId: null,
  operationName,
  serviceName: 'orders',
  serviceTags: [],
  startTimeMs: 0,
  durationMs,
  tags: [{ key: 'span.kind', value: 'server' }],
  events: [],
  references: [],
  warnings: [],
  ...more,
});
const trace = (...spans: Span[]): Trace => ({ traceId: 't', spans });

describe('the windows', () => {
  it('touch and do not overlap', () => {
    const { recent, baseline } = comparedWindows(NOW_MS);
    expect(recent).toEqual({ fromMs: NOW_MS - HOUR_MS, toMs: NOW_MS });
    expect(baseline).toEqual({ fromMs: NOW_MS - 25 * HOUR_MS, toMs: NOW_MS - HOUR_MS });
  });

  it('are sampled in equal parts', () => {
    const parts = baselineParts(comparedWindows(NOW_MS));
    expect(parts).toHaveLength(6);
    expect(parts[0]).toEqual({ fromMs: NOW_MS - 25 * HOUR_MS, toMs: NOW_MS - 21 * HOUR_MS });
    expect(parts[5]?.toMs).toBe(NOW_MS - HOUR_MS);
  });
});

describe('operations of a sample', () => {
  const failed = {
    tags: [
      { key: 'span.kind', value: 'server' },
      { key: 'error', value: true },
    ],
  };
  const pairs = samplePairs(
    { system: 'shop', service: 'orders' },
    [
      trace(span('GET /', 10), span('GET /', 30, failed), span('other service', 9, { serviceName: 'users' })),
      trace(span('GET /', 20), span('charge', 5, { tags: [{ key: 'span.kind', value: 'client' }] })),
    ],
    [trace(span('GET /', 4))]
  );

  it('are those of the service, by name and side of the call', () => {
    expect(pairs.map(({ operation, role }) => [operation, role])).toEqual([
      ['GET /', 'entry'],
      ['charge', 'outgoing'],
    ]);
  });

  it('have count, errors, mean and quantiles of their spans', () => {
    expect(pairs[0]?.recent).toEqual({
      calls: 3,
      errors: 1,
      meanMs: 20,
      quantilesMs: { p50: 20, p90: 30, p95: 30, p99: 30 },
    });
    expect(pairs[0]?.baseline?.calls).toBe(1);
    expect(pairs[1]?.baseline).toBeUndefined();
  });
});

describe('example traces', () => {
  const comparison = compareOperation({
    system: 'shop',
    service: 'orders',
    operation: 'GET /',
    role: 'entry',
    recent: { calls: 600, errors: 60, quantilesMs: { p50: 200, p90: 300, p95: 400 } },
    baseline: { calls: 6000, errors: 6, quantilesMs: { p95: 90 } },
  });
  const windows = comparedWindows(NOW_MS);

  it('are slower than usual, or failed, in the hour', () => {
    expect(exampleSearches(comparison, 'duration', windows).after).toEqual({
      service: 'orders',
      operation: 'GET /',
      window: windows.recent,
      tags: {},
      minDurationMs: 90,
    });
    expect(exampleSearches(comparison, 'errors', windows).after).toMatchObject({ tags: { error: 'true' } });
  });

  it('and any of before', () => {
    expect(exampleSearches(comparison, 'errors', windows).before).toEqual({
      service: 'orders',
      operation: 'GET /',
      window: windows.baseline,
      tags: {},
    });
  });
});
