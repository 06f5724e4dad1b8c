import { type Signal } from '../../../../domain/signals/types';

/** Metrics that a team adds of its own accord. */
export const businessSignals: Readonly<Record<string, Signal>> = {
  'business-metrics': {
    kind: 'expression',
    title: 'Value now',
    description:
      'Every metric whose name starts with deposito_, negocio_ or ml_, so that a new one is seen without a change here.',
    expr: 'sum by (__name__) ({__name__=~"(deposito|negocio|ml)_.+", __name__!~".+_(bucket|sum|count|created)", $where})',
    metrics: [],
    unit: 'short',
    direction: 'neutral',
    implements: ['MM-METRIC-18'],
  },
};
