import { type Aggregation } from '../promql/expressions';
import { type Matchers, type Selector } from '../promql/matchers';

/** Which way a measurement has to move to be good news. */
export type Direction = 'lower-is-better' | 'higher-is-better' | 'neutral';

/** Bounds in the signal's own unit. `warning` and `critical` are where that state begins. */
export interface Thresholds {
  warning?: number | undefined;
  critical?: number | undefined;
}

interface SignalBase {
  title: string;
  description?: string | undefined;
  /** A Grafana unit id (`s`, `reqps`, `percentunit`, …). */
  unit: string;
  direction?: Direction | undefined;
  thresholds?: Thresholds | undefined;
  implements?: readonly string[] | undefined;
}

/** Events per second of a counter. */
export interface RateSignal extends SignalBase {
  kind: 'rate';
  metric: string;
  where?: Matchers | undefined;
  /** What it is averaged over, instead of the page's or the rule's own window. */
  window?: string | undefined;
}

/** Number of events of a counter within `window` (default: the page's time range). */
export interface IncreaseSignal extends SignalBase {
  kind: 'increase';
  metric: string;
  where?: Matchers | undefined;
  window?: string | undefined;
}

/** Share of one counter's events in another's, 0..1. */
export interface RatioSignal extends SignalBase {
  kind: 'ratio';
  part: Selector;
  total: Selector;
}

/** A quantile of a classic histogram (base name). */
export interface QuantileSignal extends SignalBase {
  kind: 'quantile';
  histogram: string;
  where?: Matchers | undefined;
  quantile: number;
}

/** A gauge, aggregated over its series; `averagedOver` smooths each series first ("sustained"). */
export interface GaugeSignal extends SignalBase {
  kind: 'gauge';
  metric: string;
  where?: Matchers | undefined;
  aggregation: Aggregation;
  averagedOver?: string | undefined;
}

/** How much of a capacity is used, 0..1. */
export interface UtilisationSignal extends SignalBase {
  kind: 'utilisation';
  used: Selector;
  capacity: Selector | number;
}

/** How many label values had events in `window`, for example active tenants. */
export interface ActiveSignal extends SignalBase {
  kind: 'active';
  metric: string;
  where?: Matchers | undefined;
  label: string;
  window: string;
}

/** A weighted sum of gauges, for example cores and bytes at their prices. */
export interface WeightedSumSignal extends SignalBase {
  kind: 'weighted-sum';
  terms: ReadonlyArray<{ gauge: Selector; weight: number }>;
}

/**
 * Free PromQL for what the other kinds cannot say. `$by` stands for the grouping labels, `$where` (after a comma) for
 * the page's filters, `$window` for the rate window. `metrics` names what it reads.
 */
export interface ExpressionSignal extends SignalBase {
  kind: 'expression';
  expr: string;
  metrics: readonly string[];
}

/** One named measurement. */
export type Signal =
  | RateSignal
  | IncreaseSignal
  | RatioSignal
  | QuantileSignal
  | GaugeSignal
  | UtilisationSignal
  | ActiveSignal
  | WeightedSumSignal
  | ExpressionSignal;
