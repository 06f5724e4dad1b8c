import { type Signal } from '../../../../domain/signals/types';

const activityPerUser = 'sum by (service, user) (increase(user_activity_total{user!="", $where}[1h]))';

/** Users and sessions. */
export const userSignals: Readonly<Record<string, Signal>> = {
  'active-users-1h': {
    kind: 'expression',
    title: 'Active users, 1 h',
    description:
      'Users with at least one activity in the last hour. Each user is a label value, which many users make expensive: 40 in the demo.',
    expr: `count by ($by) (${activityPerUser} > 0) or count by ($by) (${activityPerUser}) * 0`,
    metrics: ['user_activity_total'],
    unit: 'short',
    direction: 'higher-is-better',
    implements: ['OBS-MET-10'],
  },
  registrations: {
    kind: 'rate',
    title: 'Registrations',
    metric: 'user_registrations_total',
    unit: 'cps',
    direction: 'neutral',
    implements: ['OBS-MET-05'],
  },
  'active-sessions': {
    kind: 'gauge',
    title: 'Active sessions',
    metric: 'active_sessions_current',
    aggregation: 'sum',
    unit: 'short',
    direction: 'neutral',
    implements: ['OBS-MET-06'],
  },
};

/** Orders and what they are worth. */
export const orderSignals: Readonly<Record<string, Signal>> = {
  'orders-completed': {
    kind: 'rate',
    title: 'Orders completed',
    metric: 'orders_completed_total',
    unit: 'cps',
    direction: 'higher-is-better',
    implements: ['OBS-MET-11'],
  },
  'revenue-per-minute': {
    kind: 'expression',
    title: 'Revenue per minute',
    description:
      'In the currency of the order. Keep the label currency: a sum over currencies has none. The document records a rate per second and calls it per minute.',
    expr: 'sum by ($by) (rate(order_value_total{$where}[$window])) * 60',
    metrics: ['order_value_total'],
    unit: 'short',
    direction: 'higher-is-better',
    implements: ['OBS-MET-07'],
  },
};

/** Payments. */
export const paymentSignals: Readonly<Record<string, Signal>> = {
  'payment-attempts': {
    kind: 'rate',
    title: 'Payment attempts',
    metric: 'payment_attempts_total',
    unit: 'cps',
    direction: 'neutral',
    implements: ['OBS-MET-14'],
  },
  'payment-failures': {
    kind: 'rate',
    title: 'Failed payments',
    metric: 'payment_failures_total',
    unit: 'cps',
    direction: 'lower-is-better',
    implements: ['OBS-MET-13'],
  },
  'payment-failure-ratio': {
    kind: 'ratio',
    title: 'Payment failure rate',
    part: { metric: 'payment_failures_total' },
    total: { metric: 'payment_attempts_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { critical: 0.05 },
  },
};
