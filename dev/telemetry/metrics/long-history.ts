import { builtInSystems } from '../../../src/catalog';
import { BASELINE_METRICS } from '../../../src/domain/anomalies/spanMetrics';
import type { SystemId, SystemModel, TimeMs, World } from '../model';
import { Fleet } from './fleet';
import { longWindowMetrics } from './long-windows';
import { recordFleetAt, type Recording } from './recording';

/** Half of a rate window of five minutes, so that a rate always finds its two samples. */
const LONGEST_STEP_MS = 150_000;
const SHORTEST_STEP_MS = 30_000;
const STEP_GROWTH_MS = 1_000;

/**
 * Times in (fromMs, toMs], ascending. Towards the end they draw together, to the step of the raw series: where the
 * step changes at once, `rate` guesses too little beyond its first sample, and its graph has a notch.
 */
function longTimes(fromMs: TimeMs, toMs: TimeMs): TimeMs[] {
  const timesMs: TimeMs[] = [];
  let stepMs = SHORTEST_STEP_MS;
  for (let tMs = toMs; tMs > fromMs; tMs -= stepMs, stepMs = Math.min(LONGEST_STEP_MS, stepMs + STEP_GROWTH_MS)) {
    timesMs.push(tMs);
  }
  return timesMs.reverse();
}

/**
 * The part of the systems that the catalog, or the comparison of operations, reads over more than `shortMs`. Of distributions those whose buckets it reads
 * so; all of them would be most of the samples.
 */
function longPart(systems: readonly SystemModel[], shortMs: number): { models: SystemModel[]; up: Set<SystemId> } {
  const up = new Set<SystemId>();
  const models = systems.flatMap((model) => {
    const described = builtInSystems.find(({ id }) => id === model.id);
    // Operations of every system are held against their day.
    const names = new Set([...(described ? longWindowMetrics(described, shortMs) : []), ...BASELINE_METRICS]);
    if (names.has('up')) {
      up.add(model.id);
    }
    const metrics = model.metrics.filter(({ kind, name }) =>
      kind === 'counter' || kind === 'gauge' ? names.has(name) : names.has(`${name}_bucket`)
    );
    return metrics.length > 0 || names.has('up') ? [{ ...model, metrics }] : [];
  });
  return { models, up };
}

/**
 * Coarse samples from `fromMs` up to where `fleet` stands, of those metrics that are read over more than `shortMs`.
 * The counters of that stretch start where the fleet's stood and the fleet goes on where they end: none falls between.
 */
export function recordLongHistory(
  systems: readonly SystemModel[],
  fleet: Fleet,
  world: World,
  { fromMs, shortMs }: { fromMs: TimeMs; shortMs: number }
): Recording {
  const { models, up } = longPart(systems, shortMs);
  const { atMs, totals } = fleet.totals();
  const early = new Fleet(models, world, fromMs);
  early.restore({ atMs: early.atMs, totals });
  const recording = recordFleetAt(early, longTimes(fromMs, atMs));
  early.advance(atMs);
  fleet.restore({ atMs, totals: { ...totals, ...early.totals().totals } });
  return {
    ...recording,
    up: recording.up.filter(({ target }) => up.has(target.system)),
  };
}
