import type { Of, TimeMs, World } from '../model';
import { randomFrom } from '../engine/random';

const MINUTE_MS = 60_000;

/** One sampled request or log line: its time and the seed of its randomness. */
export interface Moment {
  tMs: TimeMs;
  seedParts: [seed: number, key: string, minute: number, index: number];
}

/**
 * The moments of a stream in (fromMs, toMs], in order of time. A minute's moments depend on the seed, the stream's key
 * and the minute alone, so a gap filled later gets what a longer run would have had.
 */
export function momentsBetween(
  key: string,
  perMinute: Of<number>,
  world: World,
  seed: number,
  fromMs: TimeMs,
  toMs: TimeMs
): Moment[] {
  const moments: Moment[] = [];
  for (let minute = Math.floor(fromMs / MINUTE_MS); minute * MINUTE_MS <= toMs; minute += 1) {
    for (const moment of momentsOfMinute(key, perMinute, world, seed, minute)) {
      if (moment.tMs > fromMs && moment.tMs <= toMs) {
        moments.push(moment);
      }
    }
  }
  return moments;
}

function momentsOfMinute(key: string, perMinute: Of<number>, world: World, seed: number, minute: number): Moment[] {
  const startMs = minute * MINUTE_MS;
  const random = randomFrom(seed, key, minute);
  // The fraction of a rate below one decides by chance, so the mean is right over many minutes.
  const count = Math.floor(Math.max(0, perMinute(startMs, world)) + random());
  return Array.from({ length: count }, (_, index) => ({
    tMs: startMs + Math.floor(random() * MINUTE_MS),
    seedParts: [seed, key, minute, index] as Moment['seedParts'],
  })).sort((a, b) => a.tMs - b.tMs);
}
