import type { Labels, Of, Latency } from './world';

/** A scrape target. Every series of it gets `job`, `instance`, `system` and these labels, so metrics must not repeat them. */
export interface TargetModel {
  job: string;
  instance: string;
  labels?: Labels;
  /** false: the scrape fails, `up` is 0 and its series stop. Default: always up. */
  up?: Of<boolean>;
}

export interface SeriesBase {
  job: string;
  /** Default: the first target of the job. */
  instance?: string;
  labels?: Labels;
  /** The series exists only while this is true (a version label, a job that comes and goes). Default: always. */
  present?: Of<boolean>;
}
export interface CounterSeries extends SeriesBase {
  ratePerSecond: Of<number>;
}
export interface GaugeSeries extends SeriesBase {
  /** A value that is not finite is not exposed. */
  value: Of<number>;
}
export interface DistributionSeries extends SeriesBase {
  ratePerSecond: Of<number>;
  /** In the unit of the metric (seconds, milliseconds, bytes, …). */
  latency: Of<Latency>;
}

interface MetricBase {
  /** Exposed name; for histograms and summaries without `_bucket`, `_count`, `_sum`. Counters are named in full. */
  name: string;
  help: string;
}
export interface CounterModel extends MetricBase {
  kind: 'counter';
  series: CounterSeries[];
}
export interface GaugeModel extends MetricBase {
  kind: 'gauge';
  series: GaugeSeries[];
}
export interface HistogramModel extends MetricBase {
  kind: 'histogram';
  /** Upper bounds in ascending order, without +Inf. Exposed the way Prometheus 3 stores them: `le="1.0"`, `le="0.25"`. */
  bucketsLe: readonly number[];
  series: DistributionSeries[];
}
export interface SummaryModel extends MetricBase {
  kind: 'summary';
  /** In [0, 1]. */
  quantiles: readonly number[];
  series: DistributionSeries[];
}
export type MetricModel = CounterModel | GaugeModel | HistogramModel | SummaryModel;
