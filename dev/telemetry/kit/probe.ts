import { ScenarioWorld } from '../engine/world';
import { Fleet, type FleetSeries } from '../metrics/fleet';
import { recordFleet, type Recording } from '../metrics/recording';
import { trafficBetween, type TrafficSlice } from '../traffic/traffic';
import type { Labels, SystemModel, TimeMs } from '../model';
import { MINUTE_MS } from './time';

/** Wednesday, 15:00 UTC: the busiest hour of the week. */
export const BUSY_HOUR_MS = Date.UTC(2025, 9, 15, 15);
/** Wednesday, 03:00 UTC. */
export const QUIET_HOUR_MS = Date.UTC(2025, 9, 15, 3);
const STEP_MS = 15_000;

export interface ProbeOptions {
  /** End of what is recorded. Default: the busy hour. */
  endMs?: TimeMs;
  /** Length of what is recorded, in minutes. Default 30. */
  minutes?: number;
  /** The only incident that is on, from the start of the recording to its end. Default: none. */
  incident?: string;
  seed?: number;
}

interface Sample {
  labels: Labels;
  values: Float64Array;
}

/** Plays a system for some minutes and answers, for tests of models, what PromQL would say about it. */
export class Probe {
  private readonly recording: Recording;
  private readonly playTraffic: () => TrafficSlice;
  private playedTraffic?: TrafficSlice;

  constructor(system: SystemModel, { endMs = BUSY_HOUR_MS, minutes = 30, incident, seed = 7 }: ProbeOptions = {}) {
    const lengthMs = minutes * MINUTE_MS;
    const incidents = system.incidents.map((model) => ({
      ...model,
      windows: model.id === incident ? [{ startBeforeEndMs: lengthMs }] : [],
    }));
    if (incident !== undefined && !incidents.some(({ id }) => id === incident)) {
      throw new Error(`${system.id} has no incident "${incident}".`);
    }
    const played = { ...system, incidents };
    const world = new ScenarioWorld(seed, endMs, [played]);
    const fleet = new Fleet([played], world, endMs - lengthMs);
    fleet.age();
    this.recording = recordFleet(fleet, endMs - lengthMs, endMs, STEP_MS);
    this.playTraffic = () => trafficBetween([played], world, endMs - lengthMs, endMs);
  }

  /** The sampled requests and log lines of the same minutes; drawn when first asked for. */
  get traffic(): TrafficSlice {
    this.playedTraffic ??= this.playTraffic();
    return this.playedTraffic;
  }

  /** Label sets of the exposed series of a metric at the end, without bucket and quantile samples. */
  labelSets(name: string): Labels[] {
    return this.recording.series
      .filter(({ series, columns }) => series.metric.name === name && !Number.isNaN(columns[0]?.at(-1)))
      .map(({ series }) => ({ ...series.target.labels, ...series.state.labels }));
  }

  kindOf(name: string): string | undefined {
    return this.recording.series.find(({ series }) => series.metric.name === name)?.series.metric.kind;
  }

  bounds(name: string): readonly number[] | undefined {
    const metric = this.recording.series.find(({ series }) => series.metric.name === name)?.series.metric;
    return metric?.kind === 'histogram' ? metric.bucketsLe : undefined;
  }

  names(): string[] {
    return [...new Set(this.recording.series.map(({ series }) => series.metric.name))];
  }

  /** Samples that one scrape of all targets brings. */
  get sampleCount(): number {
    return this.recording.series.reduce((count, { columns }) => count + columns.length, this.recording.up.length);
  }

  /** `sum(rate(name[window]))` per second, `minutesAgo` before the end. */
  rate(name: string, where: Labels = {}, windowMinutes = 5, minutesAgo = 0): number {
    const to = this.indexAt(minutesAgo);
    const from = to - (windowMinutes * MINUTE_MS) / STEP_MS;
    return this.samples(name, where).reduce((sum, { values }) => {
      const grown = (values[to] ?? Number.NaN) - (values[from] ?? Number.NaN);
      return Number.isNaN(grown) ? sum : sum + grown / (windowMinutes * 60);
    }, 0);
  }

  /** Share of `part` in `whole`, both as rates. 0 without traffic. */
  ratio(part: string, whole: string, wherePart: Labels = {}, whereWhole: Labels = wherePart, minutesAgo = 0): number {
    const all = this.rate(whole, whereWhole, 5, minutesAgo);
    return all === 0 ? 0 : this.rate(part, wherePart, 5, minutesAgo) / all;
  }

  /** Values of the gauge's matching series. */
  gauges(name: string, where: Labels = {}, minutesAgo = 0): number[] {
    const at = this.indexAt(minutesAgo);
    return this.samples(name, where)
      .map(({ values }) => values[at] ?? Number.NaN)
      .filter((value) => !Number.isNaN(value));
  }

  /** `up` of the matching targets. */
  up(where: Labels = {}, minutesAgo = 0): number[] {
    const at = this.indexAt(minutesAgo);
    return this.recording.up
      .filter(({ target }) => matches(target.labels, where))
      .map(({ column }) => column[at] ?? Number.NaN);
  }

  /** `histogram_quantile(q, sum by (le) (rate(name_bucket[5m])))`, interpolated inside the bucket as Prometheus does. */
  quantile(q: number, name: string, where: Labels = {}, minutesAgo = 0): number {
    const bounds = [...(this.bounds(name) ?? []), Infinity];
    const cumulative = bounds.map((_bound, bucket) => this.rateOfSample(name, bucket, where, minutesAgo));
    const rank = q * (cumulative.at(-1) ?? 0);
    const bucket = cumulative.findIndex((count) => count >= rank);
    const low = bucket === 0 ? 0 : (bounds[bucket - 1] ?? 0);
    const high = bounds[bucket] ?? Infinity;
    if (high === Infinity) {
      return low;
    }
    const below = bucket === 0 ? 0 : (cumulative[bucket - 1] ?? 0);
    return low + ((high - low) * (rank - below)) / ((cumulative[bucket] ?? 0) - below);
  }

  private rateOfSample(name: string, sample: number, where: Labels, minutesAgo: number): number {
    const to = this.indexAt(minutesAgo);
    const from = to - (5 * MINUTE_MS) / STEP_MS;
    return this.matching(name, where).reduce((sum, { columns }) => {
      const values = columns[sample];
      const grown = (values?.[to] ?? Number.NaN) - (values?.[from] ?? Number.NaN);
      return Number.isNaN(grown) ? sum : sum + grown / 300;
    }, 0);
  }

  private samples(name: string, where: Labels): Sample[] {
    return this.matching(name, where).map(({ series, columns }) => ({
      labels: labelsOf(series),
      // The last but one sample of a distribution is its count; counters and gauges have one sample.
      values: columns.at(columns.length > 1 ? -2 : -1) ?? new Float64Array(),
    }));
  }

  private matching(name: string, where: Labels): Recording['series'] {
    return this.recording.series.filter(
      ({ series }) => series.metric.name === name && matches(labelsOf(series), where)
    );
  }

  private indexAt(minutesAgo: number): number {
    return this.recording.timesMs.length - 1 - (minutesAgo * MINUTE_MS) / STEP_MS;
  }
}

function labelsOf(series: FleetSeries): Labels {
  return { ...series.target.labels, ...series.state.labels };
}

function matches(labels: Labels, where: Labels): boolean {
  return Object.entries(where).every(([name, value]) => labels[name] === value);
}
