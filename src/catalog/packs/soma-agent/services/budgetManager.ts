import { type Signal } from '../../../../domain/signals/types';

/** Token budgets, counted by the conversation worker. Labels tenant and persona_id. */
export const budgetManagerSignals: Readonly<Record<string, Signal>> = {
  traffic: {
    kind: 'rate',
    title: 'Tokens consumed',
    metric: 'budget_tokens_consumed_total',
    unit: 'si: tokens/s',
    direction: 'neutral',
    implements: ['SOMA-METRIC-13'],
  },
  'tokens-1h': {
    kind: 'expression',
    title: 'Tokens consumed, mean of an hour',
    description: 'Tokens per second. The name of the document’s recording, rate1h, sounds like tokens per hour.',
    expr: 'sum by ($by) (rate(budget_tokens_consumed_total{$where}[1h]))',
    metrics: ['budget_tokens_consumed_total'],
    unit: 'si: tokens/s',
    direction: 'neutral',
  },
  'tokens-per-hour': {
    kind: 'expression',
    title: 'Tokens consumed per hour',
    description: 'The mean per second of the last hour, times 3,600.',
    expr: 'sum by ($by) (rate(budget_tokens_consumed_total{$where}[1h])) * 3600',
    metrics: ['budget_tokens_consumed_total'],
    unit: 'si: tokens/h',
    direction: 'neutral',
  },
  'limit-hits-5m': {
    kind: 'increase',
    title: 'Budget limit hits in 5 minutes',
    description:
      'How often a persona of a tenant ran into its budget. No metric holds the budget itself, so the used share of it is unknown.',
    metric: 'budget_limit_reached_total',
    window: '5m',
    unit: 'short',
    direction: 'lower-is-better',
    thresholds: { warning: 10 },
    implements: ['SOMA-METRIC-14'],
  },
  'limit-hits': {
    kind: 'increase',
    title: 'Budget limit hits',
    metric: 'budget_limit_reached_total',
    unit: 'short',
    direction: 'lower-is-better',
  },
};
