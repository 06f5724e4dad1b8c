import { budgetEvents, burnRate } from '../budget';
import { type EventCounts, type EventSlice, errorRatio } from '../counts';
import { type ReportedIncident } from './types';

/** Smaller losses are the objective's daily life. */
const SMALLEST_SPENT_RATIO = 0.01;
/** One quiet slice in between does not end an incident. */
const BRIDGED_SLICES = 1;

/**
 * What spent the budget of a period: stretches in which every slice burned faster than the objective allows, and that
 * spent at least one percent of it.
 * @param totalEvents of the whole period.
 * @returns largest first.
 */
export function incidentsOf(
  { stepMs, slices }: EventCounts,
  totalEvents: number,
  targetRatio: number
): ReportedIncident[] {
  const budget = budgetEvents(totalEvents, targetRatio);
  if (budget <= 0) {
    return [];
  }
  const stretches: EventSlice[][] = [];
  for (const slice of slices) {
    if (burnOf(slice, targetRatio) <= 1) {
      continue;
    }
    const last = stretches.at(-1)?.at(-1);
    if (last && slice.endMs - last.endMs <= stepMs * (BRIDGED_SLICES + 1)) {
      stretches.at(-1)?.push(slice);
    } else {
      stretches.push([slice]);
    }
  }
  return stretches
    .map((stretch) => incidentOf(stretch, stepMs, budget, targetRatio))
    .filter(({ spentRatio }) => spentRatio >= SMALLEST_SPENT_RATIO)
    .sort((a, b) => b.spentRatio - a.spentRatio);
}

function incidentOf(
  stretch: readonly EventSlice[],
  stepMs: number,
  budget: number,
  targetRatio: number
): ReportedIncident {
  const badEvents = stretch.reduce((sum, slice) => sum + slice.badEvents, 0);
  return {
    fromMs: (stretch[0]?.endMs ?? 0) - stepMs,
    toMs: stretch.at(-1)?.endMs ?? 0,
    badEvents,
    spentRatio: badEvents / budget,
    peakBurn: Math.max(...stretch.map((slice) => burnOf(slice, targetRatio))),
  };
}

function burnOf(slice: EventSlice, targetRatio: number): number {
  return burnRate(errorRatio(slice) ?? 0, targetRatio);
}
