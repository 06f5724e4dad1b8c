/**
 * An SVG path for a series, from zero (or the smallest negative value) to its largest value. Gaps stay gaps.
 * @param points in order of time; values that are not finite are gaps.
 * @returns `` for a series without values.
 */
export function sparkPath(
  points: ReadonlyArray<readonly [timeMs: number, value: number]>,
  widthPx: number,
  heightPx: number
): string {
  const finite = points.filter(([, value]) => Number.isFinite(value));
  const [first, last] = [points[0], points.at(-1)];
  if (finite.length === 0 || !first || !last) {
    return '';
  }
  const values = finite.map(([, value]) => value);
  const [min, max] = [Math.min(0, ...values), Math.max(0, ...values)];
  const spanMs = last[0] - first[0] || 1;
  const x = (timeMs: number) => round(((timeMs - first[0]) / spanMs) * widthPx);
  // Half a pixel of margin, so that a line at the edge is not cut.
  const y = (value: number) => round(heightPx - 0.5 - ((value - min) / (max - min || 1)) * (heightPx - 1));
  let pen = 'M';
  return points
    .flatMap(([timeMs, value]) => {
      if (!Number.isFinite(value)) {
        pen = 'M';
        return [];
      }
      const command = `${pen}${x(timeMs)} ${y(value)}`;
      pen = 'L';
      return [command];
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
