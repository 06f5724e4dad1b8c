import { type Signal } from '../../../../domain/signals/types';
import { containerSignals } from './container';

/** Golden signals of an agent. Its scrape job, its container and its id are the same word. */
export function agentSignals(job: string): Readonly<Record<string, Signal>> {
  const where = { job };
  const latency = (percent: number, thresholds: Signal['thresholds']): Signal => ({
    kind: 'quantile',
    title: `Latency p${percent}`,
    histogram: 'http_request_duration_seconds',
    where,
    quantile: percent / 100,
    unit: 's',
    direction: 'lower-is-better',
    thresholds,
  });
  return {
    traffic: {
      kind: 'rate',
      title: 'Requests',
      metric: 'http_requests_total',
      where,
      unit: 'reqps',
      direction: 'neutral',
    },
    'error-ratio': {
      kind: 'ratio',
      title: 'Error rate',
      part: { metric: 'http_errors_total', where },
      total: { metric: 'http_requests_total', where },
      unit: 'percentunit',
      direction: 'lower-is-better',
      thresholds: { critical: 0.05 },
    },
    errors: {
      kind: 'rate',
      title: 'Failed requests',
      metric: 'http_errors_total',
      where,
      unit: 'reqps',
      direction: 'lower-is-better',
    },
    'latency-p50': latency(50, undefined),
    'latency-p95': latency(95, { warning: 0.5, critical: 2 }),
    'latency-p99': latency(99, { critical: 2 }),
    ...containerSignals(job),
    up: {
      kind: 'gauge',
      title: 'Reachable',
      metric: 'up',
      where,
      aggregation: 'min',
      unit: 'bool',
      direction: 'higher-is-better',
      thresholds: { critical: 1 },
    },
  };
}
