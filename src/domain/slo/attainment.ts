import { type Slo } from './types';

/** Event counts of one objective over its window. `undefined`: nothing was recorded at all. */
export interface SloEvents {
  badEvents: number | undefined;
  totalEvents: number | undefined;
  /** Share of the window for which counts were recorded, 0..1. */
  coverageRatio: number;
}

export type SloState = 'ok' | 'warning' | 'critical' | 'breached' | 'no-traffic' | 'no-data';

/** How an objective stands. Ratios are 0..1; the remaining budget is negative when it is overspent. */
export interface Attainment {
  state: SloState;
  attainedRatio?: number;
  /** Share of the error budget that is left; not clamped. */
  budgetRemainingRatio?: number;
  coverageRatio: number;
}

/** Budget left at which an objective needs attention (document 004, error budget). */
export const BUDGET_WARNING_RATIO = 0.25;
export const BUDGET_CRITICAL_RATIO = 0.1;

/**
 * Attainment of an objective from counted events.
 *
 * No events are no attainment: 100 % is never shown for a service that nobody called or that nobody measured.
 * @returns ratios 0..1 (the budget may be negative).
 */
export function attainment(slo: Pick<Slo, 'targetRatio'>, events: SloEvents): Attainment {
  const { badEvents, totalEvents, coverageRatio } = events;
  if (totalEvents === undefined || !Number.isFinite(totalEvents)) {
    return { state: 'no-data', coverageRatio };
  }
  if (totalEvents <= 0) {
    return { state: 'no-traffic', coverageRatio };
  }
  // The rules record bad events even when there are none, so their absence is a fault and not good news.
  if (badEvents === undefined || !Number.isFinite(badEvents)) {
    return { state: 'no-data', coverageRatio };
  }
  const badRatio = badEvents / totalEvents;
  const budgetRatio = 1 - slo.targetRatio;
  const budgetRemainingRatio = 1 - badRatio / budgetRatio;
  return { state: stateOf(budgetRemainingRatio), attainedRatio: 1 - badRatio, budgetRemainingRatio, coverageRatio };
}

// A budget that is spent to the last event is breached in float arithmetic only when it is by more than rounding.
const ROUNDING = 1e-9;

function stateOf(budgetRemainingRatio: number): SloState {
  if (budgetRemainingRatio < -ROUNDING) {
    return 'breached';
  }
  if (budgetRemainingRatio <= BUDGET_CRITICAL_RATIO + ROUNDING) {
    return 'critical';
  }
  return budgetRemainingRatio <= BUDGET_WARNING_RATIO + ROUNDING ? 'warning' : 'ok';
}

const SEVERITY: Record<SloState, number> = {
  breached: 0,
  critical: 1,
  warning: 2,
  'no-data': 3,
  'no-traffic': 4,
  ok: 5,
};

/** Sorts worst first: by state, then by what is left of the budget. */
export function byUrgency(a: Attainment, b: Attainment): number {
  return SEVERITY[a.state] - SEVERITY[b.state] || (a.budgetRemainingRatio ?? 0) - (b.budgetRemainingRatio ?? 0);
}
