import { type Matchers } from '../../domain/promql/matchers';
import { type GaugeSignal, type Signal, type Thresholds } from '../../domain/signals/types';

/** Where something that should never happen becomes worth a look, and where it is serious. The documents are silent. */
const FAILURES: Thresholds = { warning: 0.001, critical: 0.01 };
const FULLNESS: Thresholds = { warning: 0.7, critical: 0.9 };

/** Events per second, neither good nor bad. */
export const perSecond = (title: string, metric: string, where?: Matchers): Signal => ({
  kind: 'rate',
  title,
  metric,
  ...(where && { where }),
  unit: 'cps',
  direction: 'neutral',
});

/** Events per second that should not be. */
export const count = (title: string, metric: string, where?: Matchers): Signal => ({
  ...perSecond(title, metric, where),
  direction: 'lower-is-better',
});

/** The share of events that failed. */
export const failedShare = (title: string, part: string, total: string): Signal => ({
  kind: 'ratio',
  title,
  part: { metric: part },
  total: { metric: total },
  unit: 'percentunit',
  direction: 'lower-is-better',
  thresholds: FAILURES,
});

/** How full something is. */
export const share = (title: string, used: string, capacity: string, thresholds: Thresholds = FULLNESS): Signal => ({
  kind: 'utilisation',
  title,
  used: { metric: used },
  capacity: { metric: capacity },
  unit: 'percentunit',
  direction: 'lower-is-better',
  thresholds,
});

/** A level; summed unless said otherwise. */
export const gauge = (title: string, metric: string, unit: string, more: Partial<GaugeSignal> = {}): Signal => ({
  kind: 'gauge',
  title,
  metric,
  aggregation: 'sum',
  unit,
  direction: 'neutral',
  ...more,
});

/** The 95th percentile of a histogram in seconds. */
export const p95 = (title: string, histogram: string, where?: Matchers): Signal => ({
  kind: 'quantile',
  title,
  histogram,
  ...(where && { where }),
  quantile: 0.95,
  unit: 's',
  direction: 'lower-is-better',
});
