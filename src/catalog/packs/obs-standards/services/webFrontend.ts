import { type Signal } from '../../../../domain/signals/types';
import { applicationSignals } from './application';

const orders = 'rate(orders_completed_total{$where}[$window])';
const sessions = 'rate(sessions_started_total{$where}[$window])';

/** What visitors do and how long they wait. */
export const webFrontendSignals: Readonly<Record<string, Signal>> = {
  ...applicationSignals('web-frontend'),
  'sessions-started': {
    kind: 'rate',
    title: 'Sessions started',
    metric: 'sessions_started_total',
    unit: 'cps',
    direction: 'neutral',
    implements: ['OBS-MET-12'],
  },
  'conversion-rate': {
    kind: 'ratio',
    title: 'Conversion rate',
    description:
      'Orders completed over sessions started, of the whole system: orders and sessions are counted by different services, so dividing them series by series, as in the document, gives nothing.',
    part: { metric: 'orders_completed_total' },
    total: { metric: 'sessions_started_total' },
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { warning: 0.02 },
  },
  'conversion-rate-busy': {
    kind: 'expression',
    title: 'Conversion rate with enough visitors',
    description: 'Absent when fewer than 100 sessions began in five minutes: a ratio of few says little.',
    expr: `((sum by ($by) (${orders}) or sum by ($by) (${sessions}) * 0) / (sum by ($by) (${sessions}) > 0)) and sum by ($by) (increase(sessions_started_total{$where}[5m])) >= 100`,
    metrics: ['orders_completed_total', 'sessions_started_total'],
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { warning: 0.02 },
  },
  'checkouts-started': {
    kind: 'rate',
    title: 'Checkouts started',
    metric: 'checkout_started_total',
    unit: 'cps',
    direction: 'neutral',
    implements: ['OBS-MET-17'],
  },
  'checkouts-completed': {
    kind: 'rate',
    title: 'Checkouts completed',
    metric: 'checkout_completed_total',
    unit: 'cps',
    direction: 'higher-is-better',
    implements: ['OBS-MET-16'],
  },
  'checkout-success': {
    kind: 'ratio',
    title: 'Checkout success',
    description:
      'Completed over started. A checkout is completed some time after it started, so short windows may exceed 100 %; whoever leaves counts as a failure.',
    part: { metric: 'checkout_completed_total' },
    total: { metric: 'checkout_started_total' },
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { warning: 0.995 },
  },
  'page-load-p95': {
    kind: 'quantile',
    title: 'Page load p95',
    histogram: 'page_load_duration_seconds',
    quantile: 0.95,
    unit: 's',
    direction: 'lower-is-better',
    thresholds: { warning: 2 },
    implements: ['OBS-MET-15'],
  },
};
