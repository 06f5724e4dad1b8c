import { type Series } from './types';

/**
 * The shortest distance of two points of a series, in milliseconds: Grafana may widen the step that it was asked for.
 * @returns `undefined` when no series has two points.
 */
export function shortestStepMs(series: readonly Series[]): number | undefined {
  let shortest = Infinity;
  for (const { points } of series) {
    for (let index = 1; index < points.length; index++) {
      const [before, after] = [points[index - 1], points[index]];
      if (before && after) {
        shortest = Math.min(shortest, after[0] - before[0]);
      }
    }
  }
  return Number.isFinite(shortest) ? shortest : undefined;
}
