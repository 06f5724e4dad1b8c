import { type HealthState } from '../health/states';
import { levelState } from './level';
import { type LevelSli, type Slo } from './types';

/** Event counts of one objective over its window. `undefined`: nothing was recorded at all. */
export interface SloEvents {
  badEvents: number | undefined;
  totalEvents: number | undefined;
  /** Share of the window for which counts were recorded, 0..1. */
  coverageRatio: number;
  /** Present value of a level objective, in its signal's unit. */
  level?: number | undefined;
}

export type SloState = Exclude<HealthState, 'silent'>;

/** How an objective stands. Ratios are 0..1; the remaining budget is negative when it is overspent. */
export interface Attainment {
  state: SloState;
  /** Why the state is not about the budget. */
  reason?: string;
  attainedRatio?: number;
  /** Share of the error budget that is left; not clamped. */
  budgetRemainingRatio?: number;
  coverageRatio: number;
  level?: number;
}

/** Budget left at which an objective needs attention (document 004, error budget). */
export const BUDGET_WARNING_RATIO = 0.25;
export const BUDGET_CRITICAL_RATIO = 0.1;

// A budget that is spent to the last event is breached in float arithmetic only when it is by more than rounding.
const ROUNDING = 1e-9;
// `increase` extrapolates each side for itself, so that all of few events may count as a little more than all.
const EXTRAPOLATION = 0.01;

/**
 * Attainment of an objective from counted events.
 *
 * No events are no attainment: 100 % is never shown for a service that nobody called or that nobody measured.
 * @returns ratios 0..1 (the budget may be negative).
 */
export function attainment(slo: Pick<Slo, 'targetRatio'> & { sli?: Slo['sli'] }, events: SloEvents): Attainment {
  const { badEvents, totalEvents, coverageRatio } = events;
  if (slo.targetRatio === undefined && slo.sli?.kind === 'level') {
    return levelAttainment(slo.sli, events);
  }
  if (totalEvents === undefined || !Number.isFinite(totalEvents)) {
    return { state: 'no-data', coverageRatio };
  }
  if (totalEvents <= 0) {
    return { state: 'no-traffic', coverageRatio };
  }
  // The rules record a zero when nothing is bad, so their absence is a fault and not good news.
  if (badEvents === undefined) {
    const reason = 'Events are counted, bad ones are not: the metric or the bucket that tells them apart is missing.';
    return { state: 'not-configured', reason, coverageRatio };
  }
  if (!Number.isFinite(badEvents)) {
    return { state: 'no-data', coverageRatio };
  }
  if (badEvents > totalEvents * (1 + EXTRAPOLATION)) {
    const reason = 'More bad events than events: the two selectors do not fit together.';
    return { state: 'not-configured', reason, coverageRatio };
  }
  const attainedRatio = 1 - Math.min(1, badEvents / totalEvents);
  if (slo.targetRatio === undefined) {
    return { state: 'not-configured', reason: 'The objective has no target.', attainedRatio, coverageRatio };
  }
  const budgetRemainingRatio = remainingBudget(attainedRatio, slo.targetRatio);
  return { state: budgetState(budgetRemainingRatio), attainedRatio, budgetRemainingRatio, coverageRatio };
}

/** Share of the error budget that is left, from the share of good events; negative when it is overspent. */
export function remainingBudget(attainedRatio: number, targetRatio: number): number {
  return 1 - (1 - attainedRatio) / (1 - targetRatio);
}

/** State of an error budget by what is left of it. */
export function budgetState(budgetRemainingRatio: number): 'ok' | 'warning' | 'critical' | 'breached' {
  if (budgetRemainingRatio < -ROUNDING) {
    return 'breached';
  }
  if (budgetRemainingRatio <= BUDGET_CRITICAL_RATIO + ROUNDING) {
    return 'critical';
  }
  return budgetRemainingRatio <= BUDGET_WARNING_RATIO + ROUNDING ? 'warning' : 'ok';
}

/** A level is judged by its present value; the share of slices within the bound is told beside it. */
function levelAttainment(sli: LevelSli, { level, badEvents, totalEvents, coverageRatio }: SloEvents): Attainment {
  const held =
    badEvents !== undefined && totalEvents !== undefined && totalEvents > 0
      ? { attainedRatio: 1 - badEvents / totalEvents }
      : {};
  return level === undefined || !Number.isFinite(level)
    ? { state: 'no-data', coverageRatio, ...held }
    : { state: levelState(sli, level), level, coverageRatio, ...held };
}

const SEVERITY: Record<SloState, number> = {
  breached: 0,
  critical: 1,
  warning: 2,
  'no-data': 3,
  'not-configured': 4,
  'no-traffic': 5,
  ok: 6,
};

/** Sorts worst first: by state, then by what is left of the budget. */
export function byUrgency(a: Attainment, b: Attainment): number {
  return SEVERITY[a.state] - SEVERITY[b.state] || (a.budgetRemainingRatio ?? 0) - (b.budgetRemainingRatio ?? 0);
}
