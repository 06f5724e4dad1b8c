import type { IncidentModel, SystemModel, TimeMs, World } from '../model';
import { IncidentSchedule } from './incidents';
import { hashText, mix, smoothNoise } from './random';

const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;
/** The epoch was a Thursday; this shifts hour 0 of the week to Monday 00:00 UTC. */
const MONDAY_SHIFT_HOURS = 72;
const DEFAULT_NOISE_PERIOD_MS = 600_000;
export const FIRST_VERSION = '1.0.0';

interface Rollout {
  service: string;
  version: string;
  atMs: TimeMs;
}

/** Daily rhythm with a weekend dip of a quarter. Night 0.4 at 03:00 UTC, peak 1 at 15:00 UTC. */
export function dailyRhythm(tMs: TimeMs): number {
  const hours = tMs / HOUR_MS;
  const day = 0.7 + 0.3 * Math.cos(((hours - 15) / 24) * 2 * Math.PI);
  const hourOfWeek = (hours + MONDAY_SHIFT_HOURS) % WEEK_HOURS;
  const weekend = smoothstep((hourOfWeek - 119) / 2) - smoothstep((hourOfWeek - 166) / 2);
  return day * (1 - 0.25 * weekend);
}

function smoothstep(position: number): number {
  const x = Math.min(1, Math.max(0, position));
  return x * x * (3 - 2 * x);
}

/** The world of one seed, one anchor (the end of the first backfill) and the incidents of the given systems. */
export class ScenarioWorld implements World {
  readonly incidents: IncidentSchedule;
  private readonly rollouts: Rollout[];
  private readonly deployingIncidents: IncidentModel[];
  private readonly noiseSeeds = new Map<string, number>();

  constructor(
    readonly seed: number,
    readonly anchorMs: TimeMs,
    systems: readonly SystemModel[],
    incidents?: IncidentSchedule
  ) {
    this.incidents =
      incidents ??
      new IncidentSchedule(
        systems.flatMap((system) => system.incidents),
        anchorMs
      );
    this.deployingIncidents = this.incidents.all().flatMap(({ model }) => (model.deploys ? [model] : []));
    this.rollouts = systems
      .flatMap((system) => system.deploys)
      .map(({ service, version, beforeEndMs }) => ({ service, version, atMs: anchorMs - beforeEndMs }))
      .sort((a, b) => b.atMs - a.atMs);
  }

  // Thousands of series ask the same questions about the same moment: the answers of one moment are kept.
  private memoMs = Number.NaN;
  private memoDaily = 0;
  private readonly memoIncidents = new Map<string, number>();

  noise(key: string, tMs: TimeMs, periodMs = DEFAULT_NOISE_PERIOD_MS): number {
    let keySeed = this.noiseSeeds.get(key);
    if (keySeed === undefined) {
      keySeed = mix(hashText(key) ^ mix(this.seed));
      this.noiseSeeds.set(key, keySeed);
    }
    return smoothNoise(keySeed, tMs, periodMs);
  }

  daily(tMs: TimeMs): number {
    this.turnTo(tMs);
    return this.memoDaily;
  }

  incident(id: string, tMs: TimeMs): number {
    this.turnTo(tMs);
    let intensity = this.memoIncidents.get(id);
    if (intensity === undefined) {
      intensity = this.incidents.intensity(id, tMs);
      this.memoIncidents.set(id, intensity);
    }
    return intensity;
  }

  version(service: string, tMs: TimeMs): string {
    for (const { id, deploys } of this.deployingIncidents) {
      if (deploys?.service === service && this.incidents.isOn(id, tMs)) {
        return deploys.version;
      }
    }
    return (
      this.rollouts.find((rollout) => rollout.service === service && rollout.atMs <= tMs)?.version ?? FIRST_VERSION
    );
  }

  private turnTo(tMs: TimeMs): void {
    if (tMs !== this.memoMs) {
      this.memoMs = tMs;
      this.memoDaily = dailyRhythm(tMs);
      this.memoIncidents.clear();
    }
  }
}
