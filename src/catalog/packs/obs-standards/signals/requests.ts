import { type Signal } from '../../../../domain/signals/types';

const latency = (percent: number, requirements?: readonly string[]): Signal => ({
  kind: 'quantile',
  title: `Latency p${percent}`,
  description:
    'The alert waits for a p95 of 0.5 s, whatever the service; the objectives are stricter. Beyond 10 s the buckets end.',
  histogram: 'http_request_duration_seconds',
  quantile: percent / 100,
  unit: 's',
  direction: 'lower-is-better',
  thresholds: percent === 95 ? { warning: 0.5 } : undefined,
  implements: requirements,
});

/** What all services count alike: labels service, method, endpoint and status_code. */
export const requestSignals: Readonly<Record<string, Signal>> = {
  requests: {
    kind: 'rate',
    title: 'Requests',
    description: 'The standard defines this metric twice; of both, the labels with the service are read.',
    metric: 'http_requests_total',
    unit: 'reqps',
    direction: 'neutral',
    implements: ['OBS-MET-01', 'OBS-OTEL-04', 'OBS-OTEL-17'],
  },
  'failed-requests': {
    kind: 'expression',
    title: 'Server errors',
    description: 'Answers of 500 and above per second; zero where there are none.',
    expr: 'sum by ($by) (rate(http_requests_total{status_code=~"5..", $where}[$window])) or sum by ($by) (rate(http_requests_total{$where}[$window])) * 0',
    metrics: ['http_requests_total'],
    unit: 'reqps',
    direction: 'lower-is-better',
  },
  'error-ratio': {
    kind: 'ratio',
    title: 'Error rate',
    description:
      'Share of the requests that were answered with a server error. Divided series by series, as in the document, it would always be 100 %.',
    part: { metric: 'http_requests_total', where: { status_code: { re: '5..' } } },
    total: { metric: 'http_requests_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { critical: 0.01 },
  },
  'client-error-ratio': {
    kind: 'ratio',
    title: 'Refused requests',
    description: 'Share of 4xx: the mistakes of callers, which are good events of every objective.',
    part: { metric: 'http_requests_total', where: { status_code: { re: '4..' } } },
    total: { metric: 'http_requests_total' },
    unit: 'percentunit',
    direction: 'neutral',
    implements: ['OBS-SLI-07'],
  },
  'latency-p95': latency(95, ['OBS-MET-02', 'OBS-OTEL-05']),
  'latency-p99': latency(99),
  'latency-buckets': {
    kind: 'expression',
    title: 'Latency distribution',
    description: 'Number of requests by duration.',
    expr: 'sum by (le) (increase(http_request_duration_seconds_bucket{$where}[$window]))',
    metrics: ['http_request_duration_seconds_bucket'],
    unit: 's',
    direction: 'neutral',
  },
  'application-errors': {
    kind: 'rate',
    title: 'Application errors',
    description:
      'By type and component. The standard gives the metric three sets of labels; the one with the service is read. Refused requests count here, and nowhere else.',
    metric: 'application_errors_total',
    unit: 'cps',
    direction: 'lower-is-better',
    implements: ['OBS-MET-09', 'OBS-OTEL-06'],
  },
  memory: {
    kind: 'gauge',
    title: 'Process memory',
    metric: 'process_memory_usage_bytes',
    aggregation: 'sum',
    unit: 'bytes',
    direction: 'neutral',
    implements: ['OBS-MET-08'],
  },
};
