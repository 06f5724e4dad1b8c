import { type Signal } from '../../../../domain/signals/types';

/** Calls to small language models, by model. */
export const modelSignals: Readonly<Record<string, Signal>> = {
  'model-invocations': {
    kind: 'rate',
    title: 'Model invocations',
    metric: 'slm_requests_total',
    unit: 'reqps',
    direction: 'neutral',
    implements: ['SOMA-METRIC-10'],
  },
  'model-latency-p95': {
    kind: 'quantile',
    title: 'Model latency p95',
    histogram: 'slm_latency_seconds',
    quantile: 0.95,
    unit: 's',
    direction: 'lower-is-better',
    implements: ['SOMA-METRIC-11'],
  },
  'model-latency-p99': {
    kind: 'quantile',
    title: 'Model latency p99',
    histogram: 'slm_latency_seconds',
    quantile: 0.99,
    unit: 's',
    direction: 'lower-is-better',
  },
  'model-tokens': {
    kind: 'rate',
    title: 'Model tokens',
    description: 'Tokens sent to (input) and received from (output) the models.',
    metric: 'slm_tokens_total',
    unit: 'si: tokens/s',
    direction: 'neutral',
    implements: ['SOMA-METRIC-12'],
  },
};
