import { type Signal } from '../../../../domain/signals/types';
import { spanSignals } from './spans';

/** The model server. The document watches it and names no metric for it. */
export const ollamaSignals: Readonly<Record<string, Signal>> = {
  up: {
    kind: 'gauge',
    title: 'Reachable',
    metric: 'up',
    where: { job: 'ollama' },
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
  ...spanSignals({ service_name: 'ollama', span_kind: 'SPAN_KIND_SERVER' }, 'Model calls'),
  'active-requests': {
    kind: 'gauge',
    title: 'Requests in work',
    metric: 'ollama_requests_active',
    aggregation: 'sum',
    unit: 'short',
    direction: 'lower-is-better',
  },
  'loaded-models': {
    kind: 'gauge',
    title: 'Models in memory',
    metric: 'ollama_models_loaded',
    aggregation: 'sum',
    unit: 'short',
    direction: 'neutral',
  },
};
