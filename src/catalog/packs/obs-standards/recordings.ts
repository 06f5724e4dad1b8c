import { type Recording } from '../../types';

export const APPLICATION_METRICS = 'application_metrics';
export const INFRASTRUCTURE_METRICS = 'infrastructure_metrics';
export const BUSINESS_METRICS = 'business_metrics';

const application = (id: string, record: string, signal: string, requirement: string): Recording => ({
  id,
  record,
  signal: `system.${signal}`,
  by: ['service'],
  group: APPLICATION_METRICS,
  implements: [requirement],
});

const node = (id: string, record: string, signal: string, by: readonly string[], requirement: string): Recording => ({
  id,
  record,
  signal: `nodes.${signal}`,
  by,
  group: INFRASTRUCTURE_METRICS,
  implements: [requirement],
});

/**
 * Document 004, recording rules under its names. Those of the level `service` are aggregated by service, which the
 * document's are not: its error ratio divides each series of 5xx by itself and is always 1.
 */
export const recordings: readonly Recording[] = [
  application('requests', 'service:http_requests:rate5m', 'requests', 'OBS-REC-04'),
  application('errors', 'service:http_errors:rate5m', 'failed-requests', 'OBS-REC-05'),
  application('error-ratio', 'service:http_error_ratio:rate5m', 'error-ratio', 'OBS-REC-06'),
  application('latency-p95', 'service:http_request_duration:p95:5m', 'latency-p95', 'OBS-REC-07'),
  application('latency-p99', 'service:http_request_duration:p99:5m', 'latency-p99', 'OBS-REC-08'),
  node('node-cpu', 'node:cpu_utilization:avg5m', 'cpu', ['instance'], 'OBS-REC-09'),
  node('node-memory', 'node:memory_utilization:current', 'memory', ['instance'], 'OBS-REC-10'),
  node('node-disk', 'node:disk_utilization:current', 'disk', ['instance', 'device', 'mountpoint'], 'OBS-REC-11'),
  {
    id: 'active-users',
    record: 'business:active_users:1h',
    description: 'Each user is a label value, which many users make expensive.',
    signal: 'user-service.active-users-1h',
    by: ['service'],
    group: BUSINESS_METRICS,
    implements: ['OBS-REC-12'],
  },
  {
    id: 'revenue',
    record: 'business:revenue:rate1m',
    description:
      'Revenue per minute, by currency: never a sum over currencies. The document records a rate per second under this name.',
    signal: 'order-service.revenue-per-minute',
    by: ['service', 'currency'],
    group: BUSINESS_METRICS,
    implements: ['OBS-REC-13'],
  },
  {
    id: 'conversion-rate',
    record: 'business:conversion_rate:5m',
    description: 'Orders over sessions, of the whole system: they are counted by different services.',
    signal: 'web-frontend.conversion-rate',
    group: BUSINESS_METRICS,
    implements: ['OBS-REC-14'],
  },
];
