import { aggregate, histogramQuantile, increase, ratePerSecond, ratio, type Window } from '../promql/expressions';
import { type Matchers, narrow, renderSelector, type Selector } from '../promql/matchers';
import { renderTemplate } from '../promql/template';
import { type Signal } from './types';

/** What the page adds to a signal. */
export interface SignalContext {
  /** Matchers that every selector gets: the system, and the page's filters. */
  filters: Matchers;
  /** Labels to keep. */
  by?: readonly string[] | undefined;
  /** Range of `rate`; dashboards give `$__rate_interval`, rules a fixed one. */
  rateWindow: Window;
  /** Range for counts over the page's time range. */
  rangeWindow?: Window | undefined;
}

/**
 * The PromQL of a signal.
 * @returns an instant-vector expression in the signal's unit, one series per value of `by`.
 * @throws Error when the signal holds an invalid name or duration (the catalog's validation finds those first).
 */
export function signalQuery(signal: Signal, context: SignalContext): string {
  const by = context.by ?? [];
  const within = (selector: Selector) => narrow(selector, context.filters);
  switch (signal.kind) {
    case 'rate':
      return ratePerSecond(within(signal), by, ownWindow(signal, context.rateWindow));
    case 'increase':
      return increase(within(signal), by, ownWindow(signal, context.rangeWindow ?? '$__range'));
    case 'ratio':
      return ratio(
        ratePerSecond(within(signal.part), by, context.rateWindow),
        ratePerSecond(within(signal.total), by, context.rateWindow)
      );
    case 'quantile':
      return histogramQuantile(
        signal.quantile,
        within({ metric: signal.histogram, where: signal.where }),
        by,
        context.rateWindow
      );
    case 'gauge': {
      const series = renderSelector(within(signal));
      return aggregate(
        signal.aggregation,
        by,
        signal.averagedOver ? `avg_over_time(${series}[${signal.averagedOver}])` : series
      );
    }
    case 'utilisation': {
      const used = aggregate('sum', by, renderSelector(within(signal.used)));
      const capacity =
        typeof signal.capacity === 'number'
          ? String(signal.capacity)
          : `(${aggregate('sum', by, renderSelector(within(signal.capacity)))} > 0)`;
      return `${used} / ${capacity}`;
    }
    case 'active': {
      // Zero when the metric is there and nobody was active; absent when the metric is missing.
      const perValue = increase(within(signal), [signal.label], signal.window);
      return `count(${perValue} > 0) or count(${perValue}) * 0`;
    }
    case 'weighted-sum':
      return signal.terms
        .map(({ gauge, weight }) => `${aggregate('sum', by, renderSelector(within(gauge)))} * ${plainNumber(weight)}`)
        .join(' + ');
    case 'expression':
      return renderTemplate(signal.expr, { by, where: context.filters, window: context.rateWindow });
  }
}

/** A signal may fix what others leave to the page. */
function ownWindow({ window }: { window?: string | undefined }, otherwise: Window): Window {
  return window ?? otherwise;
}

/** Without an exponent's `+` or float noise, so that generated rules are stable. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** The metric names that a signal reads, as they are in the database (histograms with `_bucket`). */
export function signalMetrics(signal: Signal): string[] {
  switch (signal.kind) {
    case 'ratio':
      return unique([signal.part.metric, signal.total.metric]);
    case 'quantile':
      return [`${signal.histogram}_bucket`];
    case 'utilisation':
      return unique([signal.used.metric, ...(typeof signal.capacity === 'number' ? [] : [signal.capacity.metric])]);
    case 'weighted-sum':
      return unique(signal.terms.map(({ gauge }) => gauge.metric));
    case 'expression':
      return [...signal.metrics];
    default:
      return [signal.metric];
  }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
