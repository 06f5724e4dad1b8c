const UNITS: ReadonlyArray<readonly [us: number, unit: string]> = [
  [60_000_000, 'min'],
  [1_000_000, 's'],
  [1000, 'ms'],
  [1, 'µs'],
];
const SIGNIFICANT_DIGITS = 3;
const US_PER_MINUTE = 60_000_000;

/** `12.9 ms`, `855 µs`, `1 min 12 s`: microseconds as one reads them. Below zero with a minus sign. */
export function formatUs(us: number): string {
  if (!Number.isFinite(us)) {
    return '–';
  }
  const size = Math.abs(us);
  const sign = us < 0 ? '−' : '';
  if (size >= US_PER_MINUTE) {
    const minutes = Math.floor(size / US_PER_MINUTE);
    const seconds = Math.round((size - minutes * US_PER_MINUTE) / 1_000_000);
    return `${sign}${minutes} min${seconds > 0 ? ` ${seconds} s` : ''}`;
  }
  const [unitUs, unit] = UNITS.find(([least]) => size >= least) ?? [1, 'µs'];
  return `${sign}${Number((size / unitUs).toPrecision(SIGNIFICANT_DIGITS))} ${unit}`;
}

/** Round times between two others, at most so many, for the marks of an axis. */
export function axisTicks(fromUs: number, toUs: number, maxTicks: number): number[] {
  const span = toUs - fromUs;
  if (!(span > 0) || maxTicks < 1) {
    return [];
  }
  const rough = Math.max(1, span / maxTicks);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const ticks: number[] = [];
  for (let tick = Math.ceil(fromUs / step) * step; tick <= toUs; tick += step) {
    ticks.push(tick);
  }
  return ticks;
}
