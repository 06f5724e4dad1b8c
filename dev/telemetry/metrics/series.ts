import type {
  CounterSeries,
  DistributionSeries,
  GaugeSeries,
  Labels,
  Latency,
  MetricModel,
  SeriesBase,
  TimeMs,
  World,
} from '../model';
import { lognormalCdf, lognormalMean, lognormalQuantile } from '../engine/lognormal';
import { boundText } from './text';

/** Name suffix and extra labels of one exposed sample of a series. */
export interface SampleShape {
  suffix: string;
  labels: Labels;
}

/**
 * A running series. Time passes in cells of equal length: inside a cell the rate is constant (the model's value at the
 * cell's middle), so a value is the same whether it was read by the backfill or by a scrape in between.
 */
export interface SeriesState {
  readonly labels: Labels;
  readonly samples: readonly SampleShape[];
  /** Reads the model for the coming cell. */
  beginCell(middleMs: TimeMs, world: World): void;
  /** Adds `seconds` of the current cell for good. */
  commit(seconds: number): void;
  /** Values `seconds` into the current cell, one for each sample; NaN: not exposed. */
  read(seconds: number, tMs: TimeMs, world: World): readonly number[];
  /** Whatever accumulates, for continuing later. */
  totals(): number[];
  restore(totals: readonly number[]): void;
}

const NOTHING = Number.NaN;

/** Sums keep four decimals: enough for means, and rounding keeps the order of two reads. */
function shortSum(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function isPresent(series: SeriesBase, tMs: TimeMs, world: World): boolean {
  return series.present?.(tMs, world) ?? true;
}

class CounterState implements SeriesState {
  readonly samples = [{ suffix: '', labels: {} }];
  private total = 0;
  private rate = 0;
  constructor(
    readonly labels: Labels,
    private readonly model: CounterSeries
  ) {}
  beginCell(middleMs: TimeMs, world: World): void {
    this.rate = isPresent(this.model, middleMs, world) ? Math.max(0, this.model.ratePerSecond(middleMs, world)) : 0;
  }
  commit(seconds: number): void {
    this.total += this.rate * seconds;
  }
  read(seconds: number, tMs: TimeMs, world: World): readonly number[] {
    return [isPresent(this.model, tMs, world) ? Math.floor(this.total + this.rate * seconds) : NOTHING];
  }
  totals(): number[] {
    return [this.total];
  }
  restore([total = 0]: readonly number[]): void {
    this.total = total;
  }
}

class GaugeState implements SeriesState {
  readonly samples = [{ suffix: '', labels: {} }];
  constructor(
    readonly labels: Labels,
    private readonly model: GaugeSeries
  ) {}
  beginCell(): void {}
  commit(): void {}
  read(_seconds: number, tMs: TimeMs, world: World): readonly number[] {
    const value = isPresent(this.model, tMs, world) ? this.model.value(tMs, world) : NOTHING;
    return [Number.isFinite(value) ? Number(value.toPrecision(9)) : NOTHING];
  }
  totals(): number[] {
    return [];
  }
  restore(): void {}
}

/** Shared by histogram and summary: count and sum. */
abstract class DistributionState implements SeriesState {
  abstract readonly samples: readonly SampleShape[];
  protected count = 0;
  protected sum = 0;
  protected rate = 0;
  protected sumRate = 0;
  constructor(
    readonly labels: Labels,
    protected readonly model: DistributionSeries
  ) {}
  beginCell(middleMs: TimeMs, world: World): void {
    const latency = this.model.latency(middleMs, world);
    this.rate = isPresent(this.model, middleMs, world) ? Math.max(0, this.model.ratePerSecond(middleMs, world)) : 0;
    this.sumRate = this.rate * lognormalMean(latency);
    this.spread(latency);
  }
  /** Takes over the latency of the coming cell. */
  protected spread(_latency: Latency): void {}
  commit(seconds: number): void {
    this.count += this.rate * seconds;
    this.sum += this.sumRate * seconds;
  }
  read(seconds: number, tMs: TimeMs, world: World): readonly number[] {
    if (!isPresent(this.model, tMs, world)) {
      return this.samples.map(() => NOTHING);
    }
    const count = Math.floor(this.count + this.rate * seconds);
    return [...this.inner(seconds, tMs, world, count), count, shortSum(this.sum + this.sumRate * seconds)];
  }
  protected abstract inner(seconds: number, tMs: TimeMs, world: World, count: number): number[];
  totals(): number[] {
    return [this.count, this.sum];
  }
  restore([count = 0, sum = 0]: readonly number[]): void {
    this.count = count;
    this.sum = sum;
  }
}

const COUNT_AND_SUM: readonly SampleShape[] = [
  { suffix: '_count', labels: {} },
  { suffix: '_sum', labels: {} },
];

class HistogramState extends DistributionState {
  readonly samples: readonly SampleShape[];
  private buckets: Float64Array;
  private readonly bucketRates: Float64Array;
  constructor(
    labels: Labels,
    model: DistributionSeries,
    private readonly bounds: readonly number[]
  ) {
    super(labels, model);
    this.buckets = new Float64Array(bounds.length);
    this.bucketRates = new Float64Array(bounds.length);
    this.samples = [
      ...[...bounds, Infinity].map((bound) => ({ suffix: '_bucket', labels: { le: boundText(bound) } })),
      ...COUNT_AND_SUM,
    ];
  }
  protected override spread(latency: Latency): void {
    this.bounds.forEach((bound, index) => {
      this.bucketRates[index] = this.rate * lognormalCdf(latency, bound);
    });
  }
  override commit(seconds: number): void {
    super.commit(seconds);
    for (let index = 0; index < this.buckets.length; index += 1) {
      this.buckets[index]! += this.bucketRates[index]! * seconds;
    }
  }
  protected inner(seconds: number, _tMs: TimeMs, _world: World, count: number): number[] {
    const values: number[] = [];
    for (let index = 0; index < this.buckets.length; index += 1) {
      // Rounding noise of long sums must not lift a bucket above the count.
      values.push(Math.min(count, Math.floor(this.buckets[index]! + this.bucketRates[index]! * seconds)));
    }
    return [...values, count];
  }
  override totals(): number[] {
    return [this.count, this.sum, ...this.buckets];
  }
  override restore([count = 0, sum = 0, ...buckets]: readonly number[]): void {
    super.restore([count, sum]);
    this.buckets = Float64Array.from(this.bounds, (_bound, index) => buckets[index] ?? 0);
  }
}

class SummaryState extends DistributionState {
  readonly samples: readonly SampleShape[];
  constructor(
    labels: Labels,
    model: DistributionSeries,
    private readonly quantiles: readonly number[]
  ) {
    super(labels, model);
    this.samples = [
      ...quantiles.map((quantile) => ({ suffix: '', labels: { quantile: boundText(quantile) } })),
      ...COUNT_AND_SUM,
    ];
  }
  protected inner(_seconds: number, tMs: TimeMs, world: World): number[] {
    const latency = this.model.latency(tMs, world);
    return this.quantiles.map((quantile) => shortSum(lognormalQuantile(latency, quantile)));
  }
}

/** One state for each series of the metric, in the model's order. */
export function seriesStates(metric: MetricModel): Array<{ base: SeriesBase; state: SeriesState }> {
  switch (metric.kind) {
    case 'counter':
      return metric.series.map((base) => ({ base, state: new CounterState(base.labels ?? {}, base) }));
    case 'gauge':
      return metric.series.map((base) => ({ base, state: new GaugeState(base.labels ?? {}, base) }));
    case 'histogram':
      return metric.series.map((base) => ({
        base,
        state: new HistogramState(base.labels ?? {}, base, metric.bucketsLe),
      }));
    case 'summary':
      return metric.series.map((base) => ({
        base,
        state: new SummaryState(base.labels ?? {}, base, metric.quantiles),
      }));
  }
}
