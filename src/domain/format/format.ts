/**
 * A share as a percentage that never rounds trouble away: what is below 100 % never reads as 100 %.
 * @param ratio 0..1; others are formatted as they are.
 */
export function formatPercent(ratio: number, decimals = 2): string {
  if (!Number.isFinite(ratio)) {
    return '–';
  }
  const percent = ratio * 100;
  const text = percent.toFixed(decimals);
  if (percent < 100 && Number(text) === 100) {
    return `> ${(100 - 10 ** -decimals).toFixed(decimals)} %`;
  }
  return `${trimZeros(text)} %`;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** `3 alerts`, `1 alert`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

const STEPS: ReadonlyArray<readonly [ms: number, unit: string]> = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
];

/** `2 d 3 h`, `41 min`: the two largest units of an age or duration. Negative ones count as zero. */
export function formatDuration(durationMs: number): string {
  let rest = Math.max(0, durationMs);
  const first = STEPS.findIndex(([ms]) => rest >= ms);
  if (first < 0) {
    return '0 s';
  }
  const parts: string[] = [];
  for (const [ms, unit] of STEPS.slice(first, first + 2)) {
    const count = Math.floor(rest / ms);
    rest -= count * ms;
    if (count > 0) {
      parts.push(`${count} ${unit}`);
    }
  }
  return parts.join(' ');
}
