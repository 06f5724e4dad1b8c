const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;

/** [upper bound, step taken], both in ms: Grafana's ladder of steps. */
const LADDER: ReadonlyArray<readonly [number, number]> = [
  [10, 1],
  [15, 10],
  [35, 20],
  [75, 50],
  [150, 100],
  [350, 200],
  [750, 500],
  [1_500, SECOND_MS],
  [3_500, 2 * SECOND_MS],
  [7_500, 5 * SECOND_MS],
  [12_500, 10 * SECOND_MS],
  [17_500, 15 * SECOND_MS],
  [25_000, 20 * SECOND_MS],
  [45_000, 30 * SECOND_MS],
  [90_000, MINUTE_MS],
  [210_000, 2 * MINUTE_MS],
  [450_000, 5 * MINUTE_MS],
  [750_000, 10 * MINUTE_MS],
  [1_050_000, 15 * MINUTE_MS],
  [1_500_000, 20 * MINUTE_MS],
  [2_700_000, 30 * MINUTE_MS],
  [5_400_000, HOUR_MS],
  [9_000_000, 2 * HOUR_MS],
  [16_200_000, 3 * HOUR_MS],
  [32_400_000, 6 * HOUR_MS],
  [DAY_MS, 12 * HOUR_MS],
  [7 * DAY_MS, DAY_MS],
  [21 * DAY_MS, 7 * DAY_MS],
  [42 * DAY_MS, 30 * DAY_MS],
];

/** Rounds an interval (ms) to the nearest step of Grafana's ladder. */
export function roundIntervalMs(intervalMs: number): number {
  return LADDER.find(([upperMs]) => intervalMs <= upperMs)?.[1] ?? YEAR_MS;
}

const UNITS_MS: Record<string, number> = {
  ms: 1,
  s: SECOND_MS,
  m: MINUTE_MS,
  h: HOUR_MS,
  d: DAY_MS,
  w: 7 * DAY_MS,
  M: 30 * DAY_MS,
  y: YEAR_MS,
};

/**
 * Parses `15s`, `1m30s`, `250ms`, or a bare number of seconds, with an optional leading `>`.
 * @returns milliseconds
 * @throws Error when the text is no interval
 */
export function parseIntervalMs(text: string): number {
  const interval = text.replace(/^[<>]/, '').trim();
  if (/^\d+(\.\d+)?$/.test(interval)) {
    return Number(interval) * SECOND_MS;
  }
  const parts = [...interval.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdwMy])/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== interval) {
    throw new Error(`time: invalid duration "${text}"`);
  }
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS_MS[unit ?? ''] ?? 0), 0);
}

/** `$__interval`'s text: one whole unit, cut down (90 s is `1m`), as Grafana writes it. */
export function formatInterval(intervalMs: number): string {
  for (const [unit, unitMs] of [
    ['y', YEAR_MS],
    ['d', DAY_MS],
    ['h', HOUR_MS],
    ['m', MINUTE_MS],
    ['s', SECOND_MS],
  ] as const) {
    if (intervalMs >= unitMs) {
      return `${Math.trunc(intervalMs / unitMs)}${unit}`;
    }
  }
  return `${Math.max(1, Math.trunc(intervalMs))}ms`;
}

/** A duration as Go prints it (`15s`, `1m0s`, `1h30m0s`, `500ms`): `Step:` lines and `$__rate_interval` use it. */
export function formatGoDuration(durationMs: number): string {
  if (durationMs < SECOND_MS) {
    return durationMs === 0 ? '0s' : `${durationMs}ms`;
  }
  const hours = Math.trunc(durationMs / HOUR_MS);
  const minutes = Math.trunc((durationMs % HOUR_MS) / MINUTE_MS);
  const seconds = (durationMs % MINUTE_MS) / SECOND_MS;
  return `${hours ? `${hours}h` : ''}${hours || minutes ? `${minutes}m` : ''}${seconds}s`;
}
