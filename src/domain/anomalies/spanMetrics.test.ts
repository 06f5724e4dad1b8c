/** @jest-environment node */
import fc from 'fast-check';
import { type Sample } from '../metrics/types';
import { spanMetricsPairs, spanMetricsQueries } from './spanMetrics';

const by = 'system, service_name, span_name, span_kind';
const sample = (span_name: string, value: number, kind = 'SERVER'): Sample => ({
  labels: { system: 'shop', service_name: 'orders', span_name, span_kind: `SPAN_KIND_${kind}` },
  timeMs: 0,
  value,
});

describe('the questions', () => {
  it('are eleven, whatever they are about, and the baseline ends where the hour begins', () => {
    const queries = spanMetricsQueries({ systems: ['shop'] });
    expect(Object.keys(queries)).toHaveLength(11);
    expect(queries.calls).toBe(`sum by (${by}) (increase(traces_span_metrics_calls_total{system=~"shop"}[1h]))`);
    expect(queries.callsBefore).toBe(
      `sum by (${by}) (increase(traces_span_metrics_calls_total{system=~"shop"}[24h] offset 1h))`
    );
    expect(queries.p95Before).toBe(
      `histogram_quantile(0.95, sum by (${by}, le) (rate(traces_span_metrics_duration_milliseconds_bucket{system=~"shop"}[24h] offset 1h)))`
    );
    expect(queries.observedBefore).toBe(
      `max by (${by}) (count_over_time(traces_span_metrics_calls_total{system=~"shop"}[24h:10m] offset 1h))`
    );
  });

  it('cannot be left by a name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (system, service) => {
        for (const query of Object.values(spanMetricsQueries({ systems: [system], service }))) {
          // What stands in quotes aside, no quote is left.
          expect(query.replace(/"(?:[^"\\]|\\.)*"/gs, '')).not.toContain('"');
        }
      })
    );
  });
});

describe('the answers', () => {
  it('become operations by name and side of the call', () => {
    const pairs = spanMetricsPairs({
      calls: [sample('GET /', 600), sample('GET /', 40, 'CLIENT')],
      errors: [sample('GET /', 6)],
      timeMs: [sample('GET /', 12_000)],
      p50: [sample('GET /', 10)],
      p95: [sample('GET /', 90), sample('GET /', NaN, 'CLIENT')],
      callsBefore: [sample('GET /', 14_400), sample('gone', 70)],
      errorsBefore: [],
      p95Before: [sample('GET /', 45)],
      observedBefore: [sample('GET /', 145), sample('gone', 6)],
    });
    expect(pairs).toEqual([
      {
        system: 'shop',
        service: 'orders',
        operation: 'GET /',
        role: 'entry',
        recent: { calls: 600, errors: 6, meanMs: 20, quantilesMs: { p50: 10, p95: 90 } },
        baseline: { calls: 14_400, errors: 0, quantilesMs: { p95: 45 }, observedMs: 87_000_000 },
      },
      expect.objectContaining({
        role: 'outgoing',
        recent: { calls: 40, errors: 0, quantilesMs: {} },
        baseline: undefined,
      }),
      expect.objectContaining({
        operation: 'gone',
        recent: undefined,
        baseline: { calls: 70, errors: 0, quantilesMs: {}, observedMs: 3_600_000 },
      }),
    ]);
  });

  it('that never came are no zeroes', () => {
    const [pair] = spanMetricsPairs({ calls: [sample('GET /', 600)], callsBefore: [sample('GET /', 600)] });
    expect(pair?.recent?.errors).toBeUndefined();
    expect(pair?.baseline?.errors).toBeUndefined();
    expect(pair?.recent?.meanMs).toBeUndefined();
  });
});
