import { type Signal, type Thresholds } from '../../../../domain/signals/types';

/** Golden signals of a service, by its `service` label. Errors are 5xx only; what the caller did wrong is no failure. */
export function applicationSignals(service: string): Readonly<Record<string, Signal>> {
  const where = { service };
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
      part: { metric: 'http_requests_total', where: { ...where, status_code: { re: '5..' } } },
      total: { metric: 'http_requests_total', where },
      unit: 'percentunit',
      direction: 'lower-is-better',
      thresholds: { critical: 0.01 },
    },
    'latency-p50': latency(50),
    'latency-p95': latency(95, { warning: 0.5 }),
    'latency-p99': latency(99),
    memory: {
      kind: 'gauge',
      title: 'Process memory',
      metric: 'process_memory_usage_bytes',
      where,
      aggregation: 'sum',
      unit: 'bytes',
      direction: 'neutral',
    },
    up: {
      kind: 'gauge',
      title: 'Reachable',
      metric: 'up',
      where: { job: 'application-metrics', kubernetes_pod_name: { re: `${service}-.+` } },
      aggregation: 'min',
      unit: 'bool',
      direction: 'higher-is-better',
      thresholds: { critical: 1 },
    },
  };
}

/**
 * How much of an error budget is gone, 1 is all of it, over the window of the objective, from its recorded events.
 * The document compares the share of errors itself with 0.05 %, which is half of one budget and all of another.
 */
export function budgetConsumed(slo: string, targetRatio: number, windowDays: number): Signal {
  const events = (kind: string) =>
    `sum by ($by) (sum_over_time(slo:events_${kind}:increase5m{slo="${slo}", $where}[${windowDays}d]))`;
  return {
    kind: 'expression',
    title: 'Availability budget consumed',
    description: `Failed requests of the last ${windowDays} days over those that the objective allows.`,
    expr: `${events('bad')} / ((${events('total')} > 0) * ${Number((1 - targetRatio).toPrecision(6))})`,
    metrics: ['slo:events_bad:increase5m', 'slo:events_total:increase5m'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.5, critical: 0.9 },
  };
}
