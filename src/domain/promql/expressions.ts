import { isLabelName, renderSelector, type Selector } from './matchers';

/** A PromQL duration (`5m`) or one of Grafana's interval macros. */
export type Window = string;

/** The aggregations that panels use. */
export type Aggregation = 'sum' | 'avg' | 'min' | 'max' | 'count';

const WINDOW = /^(\d+(ms|[smhdwy]))+$|^\$__(rate_interval|interval|range)$/;

function checkWindow(window: Window): Window {
  if (!WINDOW.test(window)) {
    throw new Error(`"${window}" is not a PromQL duration`);
  }
  return window;
}

/** `sum by (a, b) (inner)`, or `sum(inner)` without labels. */
export function aggregate(aggregation: Aggregation, by: readonly string[], inner: string): string {
  const invalid = by.find((label) => !isLabelName(label));
  if (invalid !== undefined) {
    throw new Error(`"${invalid}" is not a valid label name`);
  }
  return by.length > 0 ? `${aggregation} by (${by.join(', ')}) (${inner})` : `${aggregation}(${inner})`;
}

/** Events per second. Rate comes before the sum, so a counter reset of one instance stays one instance's. */
export function ratePerSecond(counter: Selector, by: readonly string[], window: Window): string {
  return aggregate('sum', by, `rate(${renderSelector(counter)}[${checkWindow(window)}])`);
}

/** Number of events in the window. */
export function increase(counter: Selector, by: readonly string[], window: Window): string {
  return aggregate('sum', by, `increase(${renderSelector(counter)}[${checkWindow(window)}])`);
}

/**
 * The share of `part` in `total`, 0..1. A group whose part has no series yet counts 0 (a plain division would drop
 * it), and an idle group is absent (a plain division would give NaN).
 */
export function ratio(part: string, total: string): string {
  return `((${part}) or (${total}) * 0) / ((${total}) > 0)`;
}

/** A quantile of a classic histogram; `histogram` is the base name, without `_bucket`. */
export function histogramQuantile(
  quantile: number,
  histogram: Selector,
  by: readonly string[],
  window: Window
): string {
  if (!(quantile > 0 && quantile < 1)) {
    throw new Error(`${quantile} is not a quantile between 0 and 1`);
  }
  const buckets = { metric: `${histogram.metric}_bucket`, where: histogram.where };
  return `histogram_quantile(${quantile}, ${ratePerSecond(buckets, [...by, 'le'], window)})`;
}

/** Matches a bucket's `le` as Prometheus 2 (`1`) and 3 (`1.0`) store it. */
export function bucketLe(thresholdSeconds: number): { re: string } {
  const text = String(thresholdSeconds);
  return { re: Number.isInteger(thresholdSeconds) ? `${text}(\\.0)?` : text.replaceAll('.', '\\.') };
}
