import { formatPercent } from '../format/format';

const PERCENT = 100;
const ROUNDING_POINTS = 1e-9;
/** Smaller differences are named, and not counted. */
const SMALLEST_POINTS = 0.001;

/**
 * How far a share is from what it should be, in percentage points: "0.054 points below the target of 99 %".
 * @param attainedRatio 0..1.
 * @param targetRatio 0..1.
 * @param what what the target is called.
 */
export function distanceToTarget(attainedRatio: number, targetRatio: number, what = 'target'): string {
  const points = (attainedRatio - targetRatio) * PERCENT;
  const target = `the ${what} of ${formatPercent(targetRatio, 3)}`;
  if (Math.abs(points) < ROUNDING_POINTS) {
    return `at ${target}`;
  }
  if (Math.abs(points) < SMALLEST_POINTS) {
    return `just ${points < 0 ? 'below' : 'above'} ${target}`;
  }
  return `${formatPoints(points)} ${points < 0 ? 'below' : 'above'} ${target}`;
}

/** Percentage points without their sign, as exactly as they are large: "3.1 points", "0.054 points". */
export function formatPoints(points: number): string {
  const size = Math.abs(points);
  const decimals = size >= 10 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3;
  return `${Number(size.toFixed(decimals))} points`;
}
