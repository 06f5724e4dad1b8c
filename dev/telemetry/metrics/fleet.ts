import type { Labels, MetricModel, SystemId, SystemModel, TargetModel, TimeMs, World } from '../model';
import { hashText } from '../engine/random';
import { seriesStates, type SeriesState } from './series';
import { labelText } from './text';

/** Length of the cells in which rates are constant. Scrapes in between interpolate. */
export const CELL_MS = 15_000;
const CELL_SECONDS = CELL_MS / 1_000;

export interface FleetSeries {
  metric: MetricModel;
  target: FleetTarget;
  state: SeriesState;
  /** Unique over the fleet and stable over restarts. */
  key: string;
}
export interface FleetTarget {
  system: SystemId;
  model: TargetModel;
  /** Labels that a scrape adds: job, instance, system and the target's own. */
  labels: Labels;
  series: FleetSeries[];
}

/** What has accumulated at a cell boundary. */
export interface FleetTotals {
  atMs: TimeMs;
  totals: Record<string, number[]>;
}

/** All targets and series of all systems, moving through time together. */
export class Fleet {
  readonly targets: FleetTarget[];
  readonly series: FleetSeries[];
  private cellStartMs: TimeMs;

  constructor(
    systems: readonly SystemModel[],
    private readonly world: World,
    startMs: TimeMs
  ) {
    this.targets = systems.flatMap((system) => system.targets.map((model) => fleetTarget(system.id, model)));
    this.series = systems.flatMap((system) => system.metrics.flatMap((metric) => this.bind(system, metric)));
    rejectDuplicates(this.series);
    this.cellStartMs = cellStart(startMs);
    this.beginCell();
  }

  get atMs(): TimeMs {
    return this.cellStartMs;
  }

  /** Long-running processes do not start at 0: gives every series the totals of some days at the present rate. */
  age(): void {
    for (const { key, state } of this.series) {
      const days = 1 + (hashText(key.split('\u0000')[0] ?? key) % 500) / 100;
      state.commit(days * 86_400);
    }
  }

  /** Moves forward to the cell that holds `tMs`. Going back is an error. */
  advance(tMs: TimeMs): void {
    const target = cellStart(tMs);
    if (target < this.cellStartMs) {
      throw new Error(`Telemetry cannot go back from ${iso(this.cellStartMs)} to ${iso(target)}.`);
    }
    while (this.cellStartMs < target) {
      for (const { state } of this.series) {
        state.commit(CELL_SECONDS);
      }
      this.cellStartMs += CELL_MS;
      this.beginCell();
    }
  }

  /** Values of one series at `tMs`, which must lie in the present cell. */
  read(series: FleetSeries, tMs: TimeMs): readonly number[] {
    return series.state.read((tMs - this.cellStartMs) / 1_000, tMs, this.world);
  }

  isUp(target: FleetTarget, tMs: TimeMs): boolean {
    return target.model.up?.(tMs, this.world) ?? true;
  }

  totals(): FleetTotals {
    return {
      atMs: this.cellStartMs,
      totals: Object.fromEntries(
        this.series.flatMap(({ key, state }) => {
          const totals = state.totals();
          return totals.length === 0 ? [] : [[key, totals] as const];
        })
      ),
    };
  }

  /** Continues from earlier totals. Series that are new since then start at 0. */
  restore({ atMs, totals }: FleetTotals): void {
    for (const { key, state } of this.series) {
      state.restore(totals[key] ?? []);
    }
    this.cellStartMs = cellStart(atMs);
    this.beginCell();
  }

  private beginCell(): void {
    const middleMs = this.cellStartMs + CELL_MS / 2;
    for (const { state } of this.series) {
      state.beginCell(middleMs, this.world);
    }
  }

  private bind(system: SystemModel, metric: MetricModel): FleetSeries[] {
    return seriesStates(metric).map(({ base, state }) => {
      const target = this.targets.find(
        (candidate) =>
          candidate.system === system.id &&
          candidate.model.job === base.job &&
          (base.instance === undefined || candidate.model.instance === base.instance)
      );
      if (!target) {
        throw new Error(
          `${system.id}: ${metric.name} names target ${base.job}/${base.instance ?? '*'}, which is not declared.`
        );
      }
      const clash = Object.keys(state.labels).find((name) => name in target.labels);
      if (clash) {
        throw new Error(`${system.id}: ${metric.name} repeats the target label "${clash}" of ${base.job}.`);
      }
      const key = `${metric.name}\u0000${labelText({ ...target.labels, ...state.labels })}`;
      const series = { metric, target, state, key };
      target.series.push(series);
      return series;
    });
  }
}

function fleetTarget(system: SystemId, model: TargetModel): FleetTarget {
  return { system, model, labels: { job: model.job, instance: model.instance, system, ...model.labels }, series: [] };
}

function rejectDuplicates(series: readonly FleetSeries[]): void {
  const seen = new Set<string>();
  for (const { key } of series) {
    if (seen.has(key)) {
      throw new Error(`Series declared twice: ${key.replace('\u0000', '')}.`);
    }
    seen.add(key);
  }
}

export function cellStart(tMs: TimeMs): TimeMs {
  return Math.floor(tMs / CELL_MS) * CELL_MS;
}

function iso(tMs: TimeMs): string {
  return new Date(tMs).toISOString();
}
