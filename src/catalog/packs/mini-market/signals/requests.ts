import { type Signal } from '../../../../domain/signals/types';

const requestsIn24h = 'sum by ($by) (increase(http_requests_total{$where}[24h]))';
const errorsIn24h = 'sum by ($by) (increase(http_errors_total{$where}[24h]))';

/** What the agents say about their HTTP endpoints: labels job, method and endpoint. */
export const requestSignals: Readonly<Record<string, Signal>> = {
  requests: {
    kind: 'rate',
    title: 'Requests',
    metric: 'http_requests_total',
    unit: 'reqps',
    direction: 'neutral',
    implements: ['MM-METRIC-02'],
  },
  'requests-per-minute': {
    kind: 'expression',
    title: 'Requests per minute',
    expr: 'sum by ($by) (rate(http_requests_total{$where}[$window])) * 60',
    metrics: ['http_requests_total'],
    unit: 'reqpm',
    direction: 'neutral',
  },
  errors: {
    kind: 'rate',
    title: 'Failed requests',
    description: 'Requests that were answered with a server error.',
    metric: 'http_errors_total',
    unit: 'reqps',
    direction: 'lower-is-better',
    implements: ['MM-METRIC-04'],
  },
  'error-ratio': {
    kind: 'ratio',
    title: 'Error rate',
    part: { metric: 'http_errors_total' },
    total: { metric: 'http_requests_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { critical: 0.05 },
  },
  'error-ratio-24h': {
    kind: 'expression',
    title: 'Error rate, 24 hours',
    description: 'Share of the requests of the last 24 hours that failed; the bound is that of the alert.',
    expr: `((${errorsIn24h}) or (${requestsIn24h}) * 0) / ((${requestsIn24h}) > 0)`,
    metrics: ['http_errors_total', 'http_requests_total'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { critical: 0.05 },
  },
  'latency-p95': {
    kind: 'quantile',
    title: 'Latency p95',
    description: 'Above 500 ms is slow, above 2 s very slow: the bounds of the two latency alerts.',
    histogram: 'http_request_duration_seconds',
    quantile: 0.95,
    unit: 's',
    direction: 'lower-is-better',
    thresholds: { warning: 0.5, critical: 2 },
    implements: ['MM-METRIC-03'],
  },
  'latency-p99': {
    kind: 'quantile',
    title: 'Latency p99',
    histogram: 'http_request_duration_seconds',
    quantile: 0.99,
    unit: 's',
    direction: 'lower-is-better',
    thresholds: { critical: 2 },
  },
  'latency-buckets': {
    kind: 'expression',
    title: 'Latency distribution',
    description: 'Number of requests by duration.',
    expr: 'sum by (le) (increase(http_request_duration_seconds_bucket{$where}[$window]))',
    metrics: ['http_request_duration_seconds_bucket'],
    unit: 's',
    direction: 'neutral',
  },
};
