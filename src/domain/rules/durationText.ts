const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
] as const;

/** A length of time in days, hours and minutes as PromQL writes it (`2d2h`); rounded to minutes, at least one. */
export function durationText(durationMs: number): string {
  const minuteMs = 60_000;
  let restMs = Math.max(1, Math.round(durationMs / minuteMs)) * minuteMs;
  return UNITS.map(([unit, unitMs]) => {
    const count = Math.floor(restMs / unitMs);
    restMs -= count * unitMs;
    return count > 0 ? `${count}${unit}` : '';
  }).join('');
}
