import { type Sample } from '../metrics/types';
import { type GoldenService } from './golden';
import { endpointLabel, metricOperations, operationP95, operationRows, spanOperations } from './operations';

const spans = spanOperations({ system: 'one', service: 'api' }, '3600s');
const sample = (span_name: string, kind: string, value: number): Sample => ({
  labels: { span_name, span_kind: `SPAN_KIND_${kind}` },
  timeMs: 0,
  value,
});

describe('questions', () => {
  it('asks one a column about spans, by name and kind', () => {
    expect(spans.expressions).toEqual({
      calls:
        'sum by (span_name, span_kind) (rate(traces_span_metrics_calls_total{service_name="api",system="one"}[3600s]))',
      errors:
        'sum by (span_name, span_kind) (rate(traces_span_metrics_calls_total{service_name="api",status_code="STATUS_CODE_ERROR",system="one"}[3600s]))',
      p50: expect.stringMatching(/^histogram_quantile\(0\.5, sum by \(span_name, span_kind, le\)/),
      p95: expect.stringMatching(/^histogram_quantile\(0\.95, /),
      p99: expect.stringMatching(/^histogram_quantile\(0\.99, /),
      time: 'sum by (span_name, span_kind) (rate(traces_span_metrics_duration_milliseconds_sum{service_name="api",system="one"}[3600s]))',
    });
  });

  it('cannot be left by the name of a service or an operation', () => {
    const expr = operationP95({ system: 'one', service: 'a"b', operation: 'GET "x"\\' }, '60s');
    expect(expr).toContain('service_name="a\\"b",span_name="GET \\"x\\"\\\\",system="one"');
    expect(operationP95({ system: 'one', service: 'a' }, '60s')).toContain(
      'span_kind=~"SPAN_KIND_SERVER|SPAN_KIND_CONSUMER"'
    );
  });

  it('takes the usual label of endpoints', () => {
    expect(endpointLabel(['instance', 'path', 'endpoint'])).toBe('endpoint');
    expect(endpointLabel(['instance', 'status'])).toBeUndefined();
  });

  it('asks a service’s own metrics, narrowed to it', () => {
    const service: GoldenService = {
      system: 'one',
      service: 'api',
      where: { service: 'api' },
      signals: {
        traffic: { kind: 'rate', title: 'Requests', metric: 'http_total', unit: 'reqps' },
        latency: { kind: 'quantile', title: 'p95', histogram: 'http_seconds', quantile: 0.95, unit: 's' },
      },
    };
    const { expressions, timeUnitMs } = metricOperations(service, 'endpoint', '60s');
    expect(expressions.calls).toBe('sum by (endpoint) (rate(http_total{service="api",system="one"}[60s]))');
    expect(expressions.time).toBe('sum by (endpoint) (rate(http_seconds_sum{service="api",system="one"}[60s]))');
    expect(expressions.errors).toBeUndefined();
    expect(timeUnitMs).toBe(1000);
  });
});

describe('operationRows', () => {
  const rows = operationRows(spans, {
    // Of the two entry points the rarer one takes three quarters of the time: 300 of 400 ms a second.
    calls: [
      sample('GET /', 'SERVER', 8),
      sample('POST /', 'SERVER', 2),
      sample('SELECT', 'CLIENT', 4),
      sample('idle', 'SERVER', 0),
    ],
    errors: [sample('POST /', 'SERVER', 0.5), sample('SELECT', 'CLIENT', 0)],
    p95: [sample('GET /', 'SERVER', 20), sample('POST /', 'SERVER', NaN)],
    time: [sample('GET /', 'SERVER', 100), sample('POST /', 'SERVER', 300), sample('SELECT', 'CLIENT', 40)],
  });

  it('shares the time within a kind, entry points first, and leaves out what nobody called', () => {
    expect(rows.map(({ name, role, timeRatio }) => [name, role, timeRatio])).toEqual([
      ['POST /', 'entry', 0.75],
      ['GET /', 'entry', 0.25],
      ['SELECT', 'outgoing', 1],
    ]);
  });

  it('counts operations without errors as free of them, and those without an answer as unknown', () => {
    expect(rows.map(({ errorRatio }) => errorRatio)).toEqual([0.25, 0, 0]);
    const [unknown] = operationRows(spans, { calls: [sample('GET /', 'SERVER', 8)] });
    expect(unknown).toEqual({ name: 'GET /', role: 'entry', callsPerSecond: 8 });
  });

  it('has the mean of the time that was spent, and none where that is not known', () => {
    // 300 ms a second over 2 calls a second; 100 over 8; 40 over 4.
    expect(rows.map(({ meanMs }) => meanMs)).toEqual([150, 12.5, 10]);
    expect(operationRows(spans, { calls: [sample('GET /', 'SERVER', 8)] })[0]?.meanMs).toBeUndefined();
  });

  it('does not take NaN for a duration', () => {
    expect(rows.map(({ p95Ms }) => p95Ms)).toEqual([undefined, 20, undefined]);
  });

  it('keeps operations of one name and two kinds apart', () => {
    const both = operationRows(spans, {
      calls: [sample('send', 'PRODUCER', 3), sample('send', 'CONSUMER', 1)],
      time: [sample('send', 'PRODUCER', 5), sample('send', 'CONSUMER', 7)],
    });
    expect(both.map(({ role, callsPerSecond, timeRatio }) => [role, callsPerSecond, timeRatio])).toEqual([
      ['entry', 1, 1],
      ['outgoing', 3, 1],
    ]);
  });

  it('reads shares and seconds of a service’s own metrics', () => {
    const queries = { expressions: {}, nameLabel: 'endpoint', errorsAre: 'ratio' as const, timeUnitMs: 1000 };
    const at = (value: number): Sample[] => [{ labels: { endpoint: '/a' }, timeMs: 0, value }];
    expect(operationRows(queries, { calls: at(4), errors: at(0.1), p99: at(0.25) })).toEqual([
      { name: '/a', role: 'unknown', callsPerSecond: 4, errorRatio: 0.1, p99Ms: 250 },
    ]);
  });
});
