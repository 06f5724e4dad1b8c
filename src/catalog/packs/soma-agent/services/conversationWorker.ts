import { type Signal } from '../../../../domain/signals/types';
import { upSignal } from './http';
import { modelSignals } from './models';

const duration = (percent: number, more: Partial<Signal> = {}): Signal => ({
  kind: 'quantile',
  title: `Processing p${percent}`,
  histogram: 'conversation_processing_duration_seconds',
  quantile: percent / 100,
  unit: 's',
  direction: 'lower-is-better',
  thresholds: more.thresholds,
  implements: more.implements,
});

/** Conversations, intents and model calls. */
export const conversationWorkerSignals: Readonly<Record<string, Signal>> = {
  traffic: {
    kind: 'rate',
    title: 'Conversations',
    metric: 'conversation_requests_total',
    unit: 'ops',
    direction: 'neutral',
    implements: ['SOMA-METRIC-07'],
  },
  'error-ratio': {
    kind: 'ratio',
    title: 'Failed conversations',
    description:
      'Failures of all types over all conversations. Divided series by series, as in the document, nothing matches, because only failures have a type.',
    part: { metric: 'conversation_errors_total' },
    total: { metric: 'conversation_requests_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { critical: 0.05 },
  },
  errors: {
    kind: 'rate',
    title: 'Failed conversations by type',
    metric: 'conversation_errors_total',
    unit: 'ops',
    direction: 'lower-is-better',
    implements: ['SOMA-METRIC-09'],
  },
  'latency-p50': duration(50),
  'latency-p95': duration(95, { thresholds: { warning: 5 }, implements: ['SOMA-METRIC-08'] }),
  'latency-p99': duration(99),
  'latency-buckets': {
    kind: 'expression',
    title: 'Processing time',
    description: 'Number of conversations by duration.',
    expr: 'sum by (le) (increase(conversation_processing_duration_seconds_bucket{$where}[$window]))',
    metrics: ['conversation_processing_duration_seconds_bucket'],
    unit: 's',
    direction: 'neutral',
  },
  intents: {
    kind: 'rate',
    title: 'Classified intents',
    metric: 'intent_classification_total',
    unit: 'ops',
    direction: 'neutral',
    implements: ['SOMA-METRIC-15'],
  },
  ...modelSignals,
  up: upSignal('conversation-worker'),
};
