import { type Matchers } from '../../../../domain/promql/matchers';
import { type Signal } from '../../../../domain/signals/types';

const CALLS = 'traces_span_metrics_calls_total';

/** Golden signals of a service that counts nothing itself, from its spans. */
export function spanSignals(where: Matchers, what: string): Readonly<Record<string, Signal>> {
  return {
    traffic: {
      kind: 'rate',
      title: what,
      description: 'Counted by their spans.',
      metric: CALLS,
      where,
      unit: 'ops',
      direction: 'neutral',
    },
    'error-ratio': {
      kind: 'ratio',
      title: 'Error rate',
      description: 'Share of the spans that end in an error.',
      part: { metric: CALLS, where: { ...where, status_code: 'STATUS_CODE_ERROR' } },
      total: { metric: CALLS, where },
      unit: 'percentunit',
      direction: 'lower-is-better',
      thresholds: { warning: 0.1 },
    },
    'latency-p95': {
      kind: 'quantile',
      title: 'Duration p95',
      histogram: 'traces_span_metrics_duration_milliseconds',
      where,
      quantile: 0.95,
      unit: 'ms',
      direction: 'lower-is-better',
    },
  };
}
