import type { TimeMs } from '../model';
import type { Fleet, FleetSeries, FleetTarget } from './fleet';

/** Sampled values of a fleet over a stretch of time. NaN: not exposed (series absent, or its target down). */
export interface Recording {
  timesMs: TimeMs[];
  series: Array<{ series: FleetSeries; columns: Float64Array[] }>;
  up: Array<{ target: FleetTarget; column: Float64Array }>;
}

/** Moves the fleet from `fromMs` (exclusive) to `toMs` (inclusive) and samples it every `stepMs`. */
export function recordFleet(fleet: Fleet, fromMs: TimeMs, toMs: TimeMs, stepMs: number): Recording {
  const timesMs: TimeMs[] = [];
  for (let tMs = Math.floor(fromMs / stepMs) * stepMs + stepMs; tMs <= toMs; tMs += stepMs) {
    timesMs.push(tMs);
  }
  return recordFleetAt(fleet, timesMs);
}

/** Moves the fleet through `timesMs` (ascending) and samples it at each. */
export function recordFleetAt(fleet: Fleet, timesMs: TimeMs[]): Recording {
  const recording: Recording = {
    timesMs,
    series: fleet.series.map((series) => ({
      series,
      columns: series.state.samples.map(() => new Float64Array(timesMs.length).fill(Number.NaN)),
    })),
    up: fleet.targets.map((target) => ({ target, column: new Float64Array(timesMs.length) })),
  };
  timesMs.forEach((tMs, step) => {
    fleet.advance(tMs);
    const upTargets = new Set<FleetTarget>();
    for (const { target, column } of recording.up) {
      if (fleet.isUp(target, tMs)) {
        upTargets.add(target);
        column[step] = 1;
      }
    }
    for (const { series, columns } of recording.series) {
      if (upTargets.has(series.target)) {
        fleet.read(series, tMs).forEach((value, sample) => {
          columns[sample]![step] = value;
        });
      }
    }
  });
  return recording;
}
