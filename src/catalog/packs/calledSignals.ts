import { type Matchers } from '../../domain/promql/matchers';
import { type Signal } from '../../domain/signals/types';

/** What does not count its requests itself, a store or somebody else's service: the spans of its callers do. */
export function calledSignals(where: Matchers): Readonly<Record<string, Signal>> {
  const calls = 'traces_span_metrics_calls_total';
  return {
    traffic: {
      kind: 'rate',
      title: 'Calls',
      description: 'Counted by the spans of the callers.',
      metric: calls,
      where,
      unit: 'ops',
      direction: 'neutral',
    },
    'error-ratio': {
      kind: 'ratio',
      title: 'Error rate',
      description: 'Share of the calls that failed, by the spans of the callers.',
      part: { metric: calls, where: { ...where, status_code: 'STATUS_CODE_ERROR' } },
      total: { metric: calls, where },
      unit: 'percentunit',
      direction: 'lower-is-better',
      thresholds: { critical: 0.05 },
    },
    'latency-p95': {
      kind: 'quantile',
      title: 'Latency p95',
      description: 'As the callers see it.',
      histogram: 'traces_span_metrics_duration_milliseconds',
      where,
      quantile: 0.95,
      unit: 'ms',
      direction: 'lower-is-better',
    },
  };
}

/** Calls of a client to a store, by the names that instrumentation gives their spans. */
export const REDIS_CALLS: Matchers = { span_kind: 'SPAN_KIND_CLIENT', span_name: { re: 'GET|SET|DEL|MGET' } };
export const SQL_CALLS: Matchers = {
  span_kind: 'SPAN_KIND_CLIENT',
  span_name: { re: '(SELECT|INSERT|UPDATE|DELETE) .+' },
};
