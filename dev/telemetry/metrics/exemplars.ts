import type { HistogramModel, Labels, SystemId } from '../model';
import { DURATION_METRIC, spanMetricLabels } from '../spans/span-metrics';
import type { FlatTrace } from '../traffic/flatten';
import type { Fleet, FleetSeries } from './fleet';
import { labelText } from './text';

interface Exemplar {
  traceId: string;
  value: number;
  atMs: number;
}

/** The latest sampled trace of each histogram bucket. */
export class Exemplars {
  private readonly bySeries = new Map<FleetSeries, Array<Exemplar | undefined>>();
  private readonly histograms = new Map<string, FleetSeries[]>();

  constructor(fleet: Fleet) {
    for (const series of fleet.series) {
      if (series.metric.kind === 'histogram') {
        const key = this.key(series.target.system, series.metric.name, series.state.labels);
        this.histograms.set(key, [...(this.histograms.get(key) ?? []), series]);
      }
    }
  }

  add(traces: readonly FlatTrace[]): void {
    for (const { system, traceId, spans, observations, endMs } of traces) {
      for (const { metric, labels, value } of observations) {
        this.observe(system, metric, labels, { traceId, value, atMs: endMs });
      }
      for (const span of spans) {
        const value = span.endMs - span.startMs;
        const labels = spanMetricLabels(span, span.status === 'error');
        this.observe(system, DURATION_METRIC, labels, { traceId, value, atMs: span.endMs });
      }
    }
  }

  /** ` # {trace_id="…"} value seconds` for one bucket of a series, or nothing. */
  text(series: FleetSeries, bucket: number): string {
    const exemplar = this.bySeries.get(series)?.[bucket];
    return exemplar
      ? ` # {trace_id="${exemplar.traceId}"} ${exemplar.value.toPrecision(6)} ${(exemplar.atMs / 1_000).toFixed(3)}`
      : '';
  }

  private observe(system: SystemId, metric: string, labels: Labels, exemplar: Exemplar): void {
    const candidates = this.histograms.get(this.key(system, metric, labels)) ?? [];
    // Instances of one service share their labels; the trace decides which of them served it.
    const series = candidates[parseInt(exemplar.traceId.slice(0, 4), 16) % Math.max(1, candidates.length)];
    if (series) {
      const { bucketsLe } = series.metric as HistogramModel;
      const found = bucketsLe.findIndex((bound) => exemplar.value <= bound);
      const buckets = this.bySeries.get(series) ?? [];
      buckets[found === -1 ? bucketsLe.length : found] = exemplar;
      this.bySeries.set(series, buckets);
    }
  }

  private key(system: SystemId, metric: string, labels: Labels): string {
    const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
    return `${system}\u0000${metric}\u0000${labelText(Object.fromEntries(sorted))}`;
  }
}
