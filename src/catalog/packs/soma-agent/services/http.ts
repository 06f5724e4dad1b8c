import { type Signal, type Thresholds } from '../../../../domain/signals/types';

interface Bounds {
  errorRatio?: Thresholds;
  latencyP95?: Thresholds;
}

/** Whether a scrape job answers. */
export function upSignal(job: string): Signal {
  return {
    kind: 'gauge',
    title: 'Reachable',
    metric: 'up',
    where: { job },
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  };
}

/**
 * Golden signals of a service with HTTP endpoints. The document defines the two metrics for the gateway; router,
 * canvas service and delegation gateway have the same decorator.
 */
export function httpSignals(job: string, bounds: Bounds = {}): Readonly<Record<string, Signal>> {
  const where = { job };
  const latency = (percent: number, thresholds?: Thresholds): Signal => ({
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
      description: 'Share of the requests that were answered with a server error.',
      part: { metric: 'http_requests_total', where: { ...where, status: { re: '5..' } } },
      total: { metric: 'http_requests_total', where },
      unit: 'percentunit',
      direction: 'lower-is-better',
      thresholds: bounds.errorRatio,
    },
    'latency-p50': latency(50),
    'latency-p95': latency(95, bounds.latencyP95),
    'latency-p99': latency(99),
    up: upSignal(job),
  };
}
