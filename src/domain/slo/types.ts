import { type Selector } from '../promql/matchers';
import { type Signal } from '../signals/types';
import { type BurnRateTier } from './burnRateTiers';

/** Bad and total events are counters of events. */
export interface RatioSli {
  kind: 'ratio';
  total: Selector;
  bad: Selector;
}

/** As a ratio, for systems that count what went well: completed of started, delivered of sent. */
export interface GoodRatioSli {
  kind: 'good-ratio';
  total: Selector;
  good: Selector;
}

/** An event is bad when it took longer than the threshold. */
export interface LatencySli {
  kind: 'latency';
  /** Base name of a histogram in seconds. */
  histogram: string;
  where?: Selector['where'];
  /** An edge of the buckets when the histogram is classic; a native histogram interpolates. */
  thresholdSeconds: number;
  native?: boolean | undefined;
}

/** A gauge that is 1 when good and 0 when bad (`up`); each sample counts as one event. */
export interface BooleanSli {
  kind: 'boolean';
  gauge: Selector;
}

/**
 * Two PromQL expressions that count events within `$window`, for what the other kinds cannot say. `$where` stands for
 * the system's matcher, as in an expression signal.
 */
export interface FreeformSli {
  kind: 'freeform';
  total: string;
  bad: string;
  /** Metrics that the expressions read. */
  metrics: readonly string[];
}

/** A measurement that has to stay on one side of a bound; every five minutes with a value count as one event. */
export interface LevelSli {
  kind: 'level';
  signal: Signal;
  /** How the measurement has to compare to the bound. */
  op: '<' | '<=' | '>' | '>=';
  bound: number;
  /** A second bound, further out, from which on it is critical. */
  criticalBound?: number | undefined;
}

/** Service level indicator, in events. */
export type Sli = RatioSli | GoodRatioSli | LatencySli | BooleanSli | FreeformSli | LevelSli;

/** What is promised to ourselves about a service. */
export interface Slo {
  id: string;
  title: string;
  description?: string | undefined;
  /** Id of a service of the same system. */
  service: string;
  /** Tier label, when the objective is about one tier only. */
  tier?: string | undefined;
  sli: Sli;
  /**
   * Share of events that have to be good, 0..1, exclusive. Absent for a level objective without an error budget: it is
   * judged by its present value alone, and has no burn rate.
   */
  targetRatio?: number | undefined;
  /** What the target leaves, when somebody wrote it down as well; refused when the two disagree. */
  errorBudgetRatio?: number | undefined;
  /** Rolling window in days. */
  windowDays: number;
  /** The promise is about calendar periods; the rolling window is then the shorter view of it. */
  calendar?: CalendarWindow | undefined;
  /**
   * Counts five-minute slices instead of events: a slice is bad when less than `goodRatio` of its events were good.
   * A slice without events counts neither way.
   */
  timeSlice?: { goodRatio: number } | undefined;
  /** Burn-rate alerts need this many events in their long window, so that one failure at night wakes nobody. */
  minimumEvents?: number | undefined;
  /** Instead of the tiers that the window's length gives. */
  burnRateTiers?: readonly BurnRateTier[] | undefined;
  /** Share of the budget whose loss is worth a message, 0..1. */
  alertAtBudgetSpentRatio?: number | undefined;
  /** Id of a runbook of the same system. */
  runbook?: string | undefined;
  implements?: readonly string[] | undefined;
}

export type CalendarUnit = 'week' | 'month' | 'quarter';

/** A calendar period in a time zone (IANA name). Weeks begin on Monday. */
export interface CalendarWindow {
  unit: CalendarUnit;
  timeZone: string;
}

/** An objective with an error budget. */
export type BudgetedSlo = Slo & { targetRatio: number };

/** True for an objective that has an error budget, and with it a burn rate. */
export function hasBudget(slo: Slo): slo is BudgetedSlo {
  return slo.targetRatio !== undefined;
}

/** Recorded every five minutes for every SLO: its events, and the bad ones among them. */
export const SLO_EVENTS = {
  total: 'slo:events_total:increase5m',
  bad: 'slo:events_bad:increase5m',
} as const;

/** Recorded beside the events of a level objective: the measurement itself, in its own unit. */
export const SLO_LEVEL = 'slo:level:value';
