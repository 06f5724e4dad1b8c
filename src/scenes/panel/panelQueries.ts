import { type SceneDataQuery } from '@grafana/scenes';
import { findSignal } from '../../catalog/lookup';
import { type Panel, type PanelKind, type PanelQuery, type System } from '../../catalog/types';
import { earlierExpression } from '../../domain/promql/earlier';
import { withMatchers } from '../../domain/promql/selectors';
import { narrowing } from '../../domain/signals/filters';
import { signalMetrics, signalQuery } from '../../domain/signals/query';
import { type Signal } from '../../domain/signals/types';
import { earlierRefId } from './earlier';
import { NO_CONTEXT, type QueryContext } from './queryContext';

/** A query of a panel with the signal that it draws. */
export interface ResolvedQuery {
  refId: string;
  signal: Signal;
  query: PanelQuery;
}

/** The panel's queries with their signals, lettered A, B, … */
export function resolveQueries(panel: Panel, system: System): ResolvedQuery[] {
  return (panel.queries ?? []).map((query, index) => ({
    refId: String.fromCharCode('A'.charCodeAt(0) + index),
    signal: findSignal(system, query.signal),
    query,
  }));
}

// These show the newest value only.
const INSTANT_KINDS: ReadonlySet<PanelKind> = new Set(['table', 'bar-gauge', 'pie-chart', 'gauge']);

/** Kinds that can show an earlier value beside today's: as a second line, or in words. */
const COMPARABLE_KINDS: ReadonlySet<PanelKind> = new Set(['timeseries', 'bar-chart', 'stat']);

/** Counts over a fixed window and sums of gauges are one number: an instant query costs a fraction of a range. */
function isInstant(panel: Panel, signal: Signal): boolean {
  const oneNumber = signal.kind === 'increase' || signal.kind === 'active' || signal.kind === 'weighted-sum';
  return (panel.kind === 'stat' && oneNumber) || INSTANT_KINDS.has(panel.kind);
}

/** Grafana's rate window is four of these: five minutes, as the documents and the alerts count, and more on long ranges. */
const MIN_STEP = '75s';

/** What the Prometheus data source is asked for a panel, and which filters of the page that leaves out. */
export interface PanelQueries {
  queries: SceneDataQuery[];
  /** Roles of filters that cannot be applied to every query. */
  ignored: readonly string[];
}

/** The queries of a panel on a page that filters and compares. */
export function panelQueries(panel: Panel, system: System, context: QueryContext = NO_CONTEXT): PanelQueries {
  const resolved = resolveQueries(panel, system);
  const ignored = new Set<string>();
  const queries = resolved.flatMap((one, index) => {
    const expr = expressionOf(one, system);
    const narrowed = narrowing(expr, context.filters);
    narrowed.ignored.forEach((role) => ignored.add(role));
    const isFirstOfHistogram = resolved.findIndex((other) => histogramOf(other) === histogramOf(one)) === index;
    const now = {
      ...modelOf(panel, one),
      expr: withMatchers(expr, narrowed.matchers),
      exemplar: panel.kind === 'timeseries' && histogramOf(one) !== undefined && isFirstOfHistogram,
    };
    return [now, ...earlierQuery(panel, now, context)];
  });
  return { queries, ignored: [...ignored] };
}

function expressionOf({ signal, query }: ResolvedQuery, system: System): string {
  const filters = { system: system.id, ...query.where };
  return signalQuery(signal, { filters, by: query.by, rateWindow: '$__rate_interval' });
}

/** Exemplars belong to a histogram: several quantiles of it have the same ones. */
function histogramOf({ signal, query }: ResolvedQuery): string | undefined {
  return signal.kind === 'quantile' ? JSON.stringify([signal.histogram, signal.where, query.where]) : undefined;
}

function modelOf(panel: Panel, { refId, signal, query }: ResolvedQuery) {
  const instant = isInstant(panel, signal);
  return {
    refId,
    legendFormat: query.legend ?? signal.title,
    interval: MIN_STEP,
    instant,
    range: !instant,
    format: panel.kind === 'heatmap' ? 'heatmap' : 'time_series',
  };
}

/** The same question about an earlier time; a number needs no more of it than its newest value. */
function earlierQuery(
  panel: Panel,
  now: ReturnType<typeof modelOf> & { expr: string },
  { comparison }: QueryContext
): SceneDataQuery[] {
  if (!comparison || !COMPARABLE_KINDS.has(panel.kind)) {
    return [];
  }
  const instant = now.instant || panel.kind === 'stat';
  return [
    {
      ...now,
      refId: earlierRefId(now.refId),
      expr: earlierExpression(now.expr, comparison.offset),
      legendFormat: `${now.legendFormat}, ${comparison.than}`,
      exemplar: false,
      instant,
      range: !instant,
    },
  ];
}

/** True for panels that show an earlier value beside today's. */
export function isComparable({ kind }: Panel): boolean {
  return COMPARABLE_KINDS.has(kind);
}

/** Names of all metrics that a panel reads. */
export function panelMetrics(panel: Panel, system: System): string[] {
  return [...new Set(resolveQueries(panel, system).flatMap(({ signal }) => signalMetrics(signal)))];
}

/** True when nothing to show means that nothing happened, because the panel counts events. */
export function countsEvents(panel: Panel, system: System): boolean {
  return resolveQueries(panel, system).every(({ signal }) => signal.kind !== 'gauge' && signal.kind !== 'weighted-sum');
}
