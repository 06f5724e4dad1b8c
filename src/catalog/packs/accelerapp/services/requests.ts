import { type Signal } from '../../../../domain/signals/types';

const latency = (percent: number): Signal => ({
  kind: 'quantile',
  title: `Response time p${percent}`,
  histogram: 'accelerapp_request_duration_seconds',
  quantile: percent / 100,
  unit: 's',
  direction: 'lower-is-better',
});

/** Golden signals of the application: labels method and endpoint. */
export const requestSignals: Readonly<Record<string, Signal>> = {
  traffic: {
    kind: 'rate',
    title: 'Requests',
    description: 'More than 1,000 a second is worth a note.',
    metric: 'accelerapp_requests_total',
    unit: 'reqps',
    direction: 'neutral',
    implements: ['ACC-METRIC-02'],
  },
  errors: {
    kind: 'rate',
    title: 'Errors',
    description: 'Errors per second, as the board of the document shows them. Its alert counts them in percent.',
    metric: 'accelerapp_errors_total',
    unit: 'reqps',
    direction: 'lower-is-better',
    implements: ['ACC-METRIC-03'],
  },
  'error-ratio': {
    kind: 'ratio',
    title: 'Error rate',
    description: 'Share of the requests that failed, as the alert of the document counts them.',
    part: { metric: 'accelerapp_errors_total' },
    total: { metric: 'accelerapp_requests_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { critical: 0.05 },
  },
  'latency-p50': latency(50),
  'latency-p95': { ...latency(95), thresholds: { warning: 1 }, implements: ['ACC-METRIC-04'] },
  'latency-p99': latency(99),
  'latency-buckets': {
    kind: 'expression',
    title: 'Response time distribution',
    description: 'Number of requests by duration.',
    expr: 'sum by (le) (increase(accelerapp_request_duration_seconds_bucket{$where}[$window]))',
    metrics: ['accelerapp_request_duration_seconds_bucket'],
    unit: 's',
    direction: 'neutral',
  },
};
