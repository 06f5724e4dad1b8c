import { type DataSourceReference } from '../types';

/** The query model of Grafana's Prometheus data source, as panels and calls send it. */
export type PrometheusQuery = {
  refId: string;
  datasource: DataSourceReference;
  expr: string;
  range: boolean;
  instant: boolean;
  exemplar?: boolean | undefined;
  format: 'time_series' | 'table' | 'heatmap';
  legendFormat?: string | undefined;
  /** Shortest step, as a duration (`30s`). */
  interval?: string | undefined;
  intervalMs?: number | undefined;
  maxDataPoints?: number | undefined;
  editorMode: 'code';
};

/** What a query builder needs. */
export interface PrometheusQuerySpec {
  /** Uid of the data source; in scenes it may be a variable (`${prometheus}`). */
  dataSourceUid: string;
  /** PromQL. Grafana's macros (`$__rate_interval`, `$__range`) are resolved by Grafana. */
  expr: string;
  /** `A` when absent. */
  refId?: string | undefined;
  /** Template of a series' name, such as `{{service}}`; without it the labels are its name. */
  legendFormat?: string | undefined;
}

/** What a range query may ask for besides. */
export interface RangeQuerySpec extends PrometheusQuerySpec {
  format?: PrometheusQuery['format'] | undefined;
  /** Shortest step, as a duration (`30s`): finer ones than the scrape interval show gaps. */
  minStep?: string | undefined;
  intervalMs?: number | undefined;
  maxDataPoints?: number | undefined;
}

/** A series over the time range: one value per step. */
export function rangeQuery(spec: RangeQuerySpec): PrometheusQuery {
  const { minStep, intervalMs, maxDataPoints } = spec;
  return {
    ...base(spec),
    range: true,
    instant: false,
    format: spec.format ?? 'time_series',
    ...withoutUndefined({ interval: minStep, intervalMs, maxDataPoints }),
  };
}

/** One value per series, at the end of the time range. `format: 'table'` makes one table of them in a panel. */
export function instantQuery(spec: PrometheusQuerySpec & { format?: 'time_series' | 'table' }): PrometheusQuery {
  return { ...base(spec), range: false, instant: true, format: spec.format ?? 'time_series' };
}

/** A range query that also brings the exemplars of its buckets. */
export function exemplarQuery(spec: RangeQuerySpec): PrometheusQuery {
  return { ...rangeQuery(spec), exemplar: true };
}

/** Histogram buckets over time, for a heatmap: `expr` has to keep the label `le`. */
export function heatmapQuery(spec: Omit<RangeQuerySpec, 'format' | 'legendFormat'>): PrometheusQuery {
  return rangeQuery({ ...spec, format: 'heatmap', legendFormat: '{{le}}' });
}

function base({ dataSourceUid, expr, refId = 'A', legendFormat }: PrometheusQuerySpec) {
  return {
    refId,
    datasource: { uid: dataSourceUid, type: 'prometheus' },
    expr,
    editorMode: 'code' as const,
    ...withoutUndefined({ legendFormat }),
  };
}

function withoutUndefined<T extends Record<string, unknown>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
