import { type SceneDataQuery } from '@grafana/scenes';
import { findSignal } from '../../catalog/lookup';
import { type Panel, type PanelKind, type PanelQuery, type System } from '../../catalog/types';
import { signalMetrics, signalQuery } from '../../domain/signals/query';
import { type Signal } from '../../domain/signals/types';

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

/** Counts over a fixed window and sums of gauges are one number: an instant query costs a fraction of a range. */
function isInstant(panel: Panel, signal: Signal): boolean {
  const oneNumber = signal.kind === 'increase' || signal.kind === 'active' || signal.kind === 'weighted-sum';
  return (panel.kind === 'stat' && oneNumber) || INSTANT_KINDS.has(panel.kind);
}

/** Grafana's rate window is four of these: five minutes, as the documents and the alerts count, and more on long ranges. */
const MIN_STEP = '75s';

/** What the Prometheus data source is asked for a panel. */
export function prometheusQueries(panel: Panel, system: System): SceneDataQuery[] {
  return resolveQueries(panel, system).map(({ refId, signal, query }) => {
    const instant = isInstant(panel, signal);
    return {
      refId,
      expr: signalQuery(signal, {
        filters: { system: system.id, ...query.where },
        by: query.by,
        rateWindow: '$__rate_interval',
      }),
      legendFormat: query.legend ?? signal.title,
      interval: MIN_STEP,
      instant,
      range: !instant,
      format: panel.kind === 'heatmap' ? 'heatmap' : 'time_series',
      exemplar: false,
    };
  });
}

/** Names of all metrics that a panel reads. */
export function panelMetrics(panel: Panel, system: System): string[] {
  return [...new Set(resolveQueries(panel, system).flatMap(({ signal }) => signalMetrics(signal)))];
}

/** True when nothing to show means that nothing happened, because the panel counts events. */
export function countsEvents(panel: Panel, system: System): boolean {
  return resolveQueries(panel, system).every(({ signal }) => signal.kind !== 'gauge' && signal.kind !== 'weighted-sum');
}
