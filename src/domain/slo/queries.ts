import { renderSelector, type Matchers } from '../promql/matchers';
import { SLO_EVENTS } from './types';

/** Seconds between two recorded event counts. */
export const RECORDING_INTERVAL_SECONDS = 300;
const SECONDS_PER_DAY = 86_400;

/** The labels that tell objectives apart in recorded series. */
export const SLO_LABELS = ['system', 'slo'] as const;

export interface SloWindowQueries {
  badEvents: string;
  totalEvents: string;
  /** Number of recorded counts; with the expected number it gives the coverage. */
  recordedCounts: string;
}

/**
 * Three queries that answer for every objective with a window of `windowDays`, however many there are.
 */
export function sloWindowQueries(windowDays: number, where: Matchers): SloWindowQueries {
  const over = (fn: string, metric: string) =>
    `sum by (${SLO_LABELS.join(', ')}) (${fn}(${renderSelector({ metric, where })}[${windowDays}d]))`;
  return {
    badEvents: over('sum_over_time', SLO_EVENTS.bad),
    totalEvents: over('sum_over_time', SLO_EVENTS.total),
    recordedCounts: `max by (${SLO_LABELS.join(', ')}) (count_over_time(${renderSelector({ metric: SLO_EVENTS.total, where })}[${windowDays}d]))`,
  };
}

/** Share of a window for which counts exist, 0..1. */
export function coverageRatio(recordedCounts: number | undefined, windowDays: number): number {
  const expected = (windowDays * SECONDS_PER_DAY) / RECORDING_INTERVAL_SECONDS;
  return Math.min(1, (recordedCounts ?? 0) / expected);
}
