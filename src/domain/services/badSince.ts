import { type HealthState, stateOfValue } from '../health/states';
import { GOLDEN_COLUMNS } from './golden';
import { type ServiceRow } from './rows';

/**
 * Since when the signal that a service's state comes from has been past its bound without a break.
 * @returns Unix milliseconds; undefined when no signal is past a bound, or it was so for the whole time range already
 * (`isWholeRange` then).
 */
export function badSince({ values, state }: ServiceRow): { sinceMs?: number; isWholeRange: boolean } {
  const column = GOLDEN_COLUMNS.find((name) => values[name]?.state === state && isBad(state));
  const measured = column && values[column];
  if (!measured) {
    return { isWholeRange: false };
  }
  const { thresholds = {}, direction } = measured.signal;
  const isGood = ([, value]: readonly [number, number]) => !isBad(stateOfValue(value, thresholds, direction));
  const lastGood = measured.points.findLastIndex((point) => Number.isFinite(point[1]) && isGood(point));
  const first = measured.points[lastGood + 1];
  if (!first) {
    return { isWholeRange: false };
  }
  return lastGood < 0 ? { isWholeRange: true } : { sinceMs: first[0], isWholeRange: false };
}

function isBad(state: HealthState): boolean {
  return state === 'critical' || state === 'warning';
}
