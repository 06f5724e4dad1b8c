import { type Signal } from '../../../../domain/signals/types';
import { type Matchers } from '../../../../domain/promql/matchers';

/** What the services count about their database: labels service, operation and table. */
export const databaseSignals: Readonly<Record<string, Signal>> = {
  traffic: {
    kind: 'rate',
    title: 'Database operations',
    metric: 'database_operations_total',
    unit: 'ops',
    direction: 'neutral',
    implements: ['OBS-MET-03'],
  },
  'error-ratio': {
    kind: 'ratio',
    title: 'Failed operations',
    part: { metric: 'database_operations_total', where: { status: 'error' } },
    total: { metric: 'database_operations_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
  },
  'latency-p95': {
    kind: 'quantile',
    title: 'Duration p95',
    histogram: 'database_operation_duration_seconds',
    quantile: 0.95,
    unit: 's',
    direction: 'lower-is-better',
    implements: ['OBS-MET-04'],
  },
};

/** What counts nothing itself: the spans of its callers do. */
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
