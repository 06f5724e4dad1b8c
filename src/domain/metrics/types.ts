/** Label name → value. */
export type Labels = Readonly<Record<string, string>>;

/** A sample at a time. `timeMs` is Unix milliseconds; `value` may be NaN (0/0) or ±Infinity, as in Prometheus. */
export type Point = readonly [timeMs: number, value: number];

/** A time series over a range, in order of time. */
export interface Series {
  labels: Labels;
  /** What a legend shows: the rendered `legendFormat`, or the labels in PromQL notation. */
  name: string;
  points: readonly Point[];
}

/** One series at one time. */
export interface Sample {
  labels: Labels;
  timeMs: number;
  /** May be NaN (0/0) or ±Infinity. */
  value: number;
}

/** A single measurement that stands for a bucket, with the trace it was made in. */
export interface Exemplar {
  timeMs: number;
  value: number;
  labels: Labels;
  traceId?: string | undefined;
}

/** What a metric says about itself. */
export interface MetricMetadata {
  type: string;
  help: string;
  unit: string;
}
