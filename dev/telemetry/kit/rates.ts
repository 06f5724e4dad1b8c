import type { Latency, Of } from '../model';

/** Traffic with the daily rhythm and a little noise. `key` keeps two services from moving in step. */
export function traffic(key: string, peakPerSecond: number, noiseShare = 0.12): Of<number> {
  return (tMs, world) => peakPerSecond * world.daily(tMs) * (1 + noiseShare * world.noise(key, tMs));
}

/** The same all day, with a little noise: cron jobs, heartbeats, scrapes. */
export function steady(key: string, perSecond: number, noiseShare = 0.05): Of<number> {
  return (tMs, world) => perSecond * (1 + noiseShare * world.noise(key, tMs));
}

/** A constant. */
export function always<T>(value: T): Of<T> {
  return () => value;
}

/** `base` scaled by a constant. */
export function times(base: Of<number>, factor: number): Of<number> {
  return (tMs, world) => base(tMs, world) * factor;
}

/** The part of `base` that `share` (0..1) takes. */
export function portion(base: Of<number>, share: Of<number>): Of<number> {
  return (tMs, world) => base(tMs, world) * Math.min(1, Math.max(0, share(tMs, world)));
}

/** The rest of `base` that `share` leaves. */
export function remainder(base: Of<number>, share: Of<number>): Of<number> {
  return (tMs, world) => base(tMs, world) * (1 - Math.min(1, Math.max(0, share(tMs, world))));
}

/** An error ratio that an incident raises to `peak` at full intensity. Several incidents add up; never above 1. */
export function errorRatio(
  base: number,
  incidents: ReadonlyArray<readonly [id: string, peak: number]> = []
): Of<number> {
  return (tMs, world) =>
    incidents.reduce((ratio, [id, peak]) => Math.min(1, ratio + world.incident(id, tMs) * peak), base);
}

/** A latency that an incident slows down: `factor` 8 makes it eight times slower at full intensity. */
export function latency(
  median: number,
  sigma: number,
  slowdowns: ReadonlyArray<readonly [id: string, factor: number]> = []
): Of<Latency> {
  return (tMs, world) => ({
    median: slowdowns.reduce((value, [id, factor]) => value * (1 + (factor - 1) * world.incident(id, tMs)), median),
    sigma,
  });
}

/** Changes the unit of a latency, e.g. `scaled(operation.latencyMs, 1 / 1000)` for a metric in seconds. */
export function scaled(base: Of<Latency>, factor: number): Of<Latency> {
  return (tMs, world) => {
    const { median, sigma } = base(tMs, world);
    return { median: median * factor, sigma };
  };
}

/** A gauge around `mean`, moved by noise; incidents push it by `push` at full intensity. Never below `floor`. */
export function around(
  key: string,
  mean: number,
  amplitude: number,
  pushes: ReadonlyArray<readonly [id: string, push: number]> = [],
  floor = 0
): Of<number> {
  return (tMs, world) =>
    Math.max(
      floor,
      pushes.reduce(
        (value, [id, push]) => value + push * world.incident(id, tMs),
        mean + amplitude * world.noise(key, tMs)
      )
    );
}

/** `around`, rounded: queue depths, connections, pods. */
export function wholeAround(...args: Parameters<typeof around>): Of<number> {
  const value = around(...args);
  return (tMs, world) => Math.round(value(tMs, world));
}
