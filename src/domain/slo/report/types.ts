import { type SlaOutcome } from '../../sla/credits';
import { type Sla } from '../../sla/types';
import { type SloState } from '../attainment';
import { type Period } from '../calendar';
import { type EventCounts } from '../counts';
import { type Exclusion } from '../maintenance';
import { type Slo } from '../types';

/** An objective with the names that a report shows, and what was counted. */
export interface ReportedObjective {
  system: string;
  systemName: string;
  serviceName: string;
  team: string;
  tierName?: string | undefined;
  slo: Slo;
  /** Slices of the month; `undefined` when they could not be asked, with the reason. */
  counts: EventCounts | undefined;
  failure?: string | undefined;
  exclusions: readonly Exclusion[];
}

/** A tier of customers with its agreement, and the objective that its uptime is read from. */
export interface ReportedTier {
  system: string;
  systemName: string;
  tier: string;
  tierName: string;
  sla: Sla | undefined;
  /** Id of an objective of the same system. */
  objective: string | undefined;
}

/** What a month is reported from. */
export interface ReportInput {
  period: Period;
  timeZone: string;
  /** Until when counts exist: the end of the period, or now. */
  untilMs: number;
  generatedAtMs: number;
  objectives: readonly ReportedObjective[];
  tiers: readonly ReportedTier[];
}

/** A stretch that spent a part of the budget worth telling. */
export interface ReportedIncident {
  fromMs: number;
  toMs: number;
  badEvents: number;
  /** Share of the month's budget, 0..; more than 1 when it alone broke the objective. */
  spentRatio: number;
  /** Highest burn rate of one slice. */
  peakBurn: number;
}

/** What is left when announced work does not count. */
export interface WithoutMaintenance {
  attainedRatio: number | undefined;
  budgetRemainingRatio: number | undefined;
  reasons: readonly string[];
}

export interface ObjectiveResult {
  system: string;
  systemName: string;
  serviceName: string;
  team: string;
  tierName?: string | undefined;
  slo: Slo;
  /** Absent for a level without a budget: a month has no present value. */
  state?: SloState | undefined;
  reason?: string | undefined;
  totalEvents: number;
  badEvents: number;
  attainedRatio?: number | undefined;
  /** Events that might have been bad in the month. */
  budgetEvents?: number | undefined;
  budgetRemainingRatio?: number | undefined;
  /** Share of the slices of the month so far that were recorded. */
  coverageRatio: number;
  withoutMaintenance?: WithoutMaintenance | undefined;
  /** Largest first. */
  incidents: readonly ReportedIncident[];
}

export interface TierResult extends ReportedTier {
  /** Also known where nothing was promised. */
  attainedRatio: number | undefined;
  outcome: SlaOutcome;
}

/** Something to do, and what it rests on. */
export interface Recommendation {
  text: string;
  /** Titles of the objectives. */
  because: readonly string[];
  /** False for advice that document 004 does not have. */
  standard: boolean;
}

export type GroupKind = 'system' | 'team' | 'tier';

/** Several objectives together. */
export interface GroupResult {
  kind: GroupKind;
  name: string;
  objectives: number;
  /** Attained, all events in one pot. */
  pooledRatio: number | undefined;
  targetRatio: number;
  breached: number;
  atRisk: number;
}

export interface MonthReport {
  label: string;
  timeZone: string;
  from: string;
  until: string;
  /** The month is not over. */
  isPartial: boolean;
  generatedAt: string;
  total: number;
  byState: ReadonlyArray<{ state: SloState; count: number }>;
  levels: number;
  atRisk: number;
  breached: number;
  objectives: readonly ObjectiveResult[];
  groups: readonly GroupResult[];
  tiers: readonly TierResult[];
  recommendations: readonly Recommendation[];
}
