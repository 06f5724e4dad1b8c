import { type Recording } from '../../types';

export const AGGREGATIONS = 'somaagent_aggregations';

const requests = (id: string, record: string, signal: string, by: readonly string[], requirement: string) => ({
  id,
  record,
  signal: `system.${signal}`,
  by,
  group: AGGREGATIONS,
  implements: [requirement],
});

const tokens = (id: string, record: string, by: readonly string[], requirement: string): Recording => ({
  id,
  record,
  description: 'Tokens per second, mean of an hour: the name sounds like tokens per hour.',
  signal: 'budget-manager.tokens-1h',
  by,
  group: AGGREGATIONS,
  implements: [requirement],
});

const model = (id: string, record: string, signal: string, requirement: string): Recording => ({
  id,
  record,
  signal,
  by: ['model'],
  group: AGGREGATIONS,
  implements: [requirement],
});

/** Document 002, aggregations. Other systems count HTTP requests under the same names: these have the label `system`. */
export const recordings: readonly Recording[] = [
  requests('http-requests', 'job:http_requests:rate5m', 'http-requests', ['job', 'status'], 'SOMA-REC-01'),
  requests('http-latency-p95', 'job:http_request_duration:p95', 'http-latency-p95', ['job'], 'SOMA-REC-02'),
  requests('http-latency-p99', 'job:http_request_duration:p99', 'http-latency-p99', ['job'], 'SOMA-REC-03'),
  tokens('tenant-tokens', 'tenant:tokens:rate1h', ['tenant'], 'SOMA-REC-04'),
  tokens('persona-tokens', 'persona:tokens:rate1h', ['tenant', 'persona_id'], 'SOMA-REC-05'),
  model('model-invocations', 'model:invocations:rate5m', 'conversation-worker.model-invocations', 'SOMA-REC-06'),
  model('model-latency-p95', 'model:latency:p95', 'conversation-worker.model-latency-p95', 'SOMA-REC-07'),
];
