import { type HealthState } from '../health/states';
import { type Matchers } from '../promql/matchers';
import { type Signal } from '../signals/types';
import { type Sla } from '../sla/types';

/** The objective that a tier is judged by. Ratios are 0..1. */
export interface TierObjective {
  id: string;
  title: string;
  targetRatio: number;
  windowDays: number;
}

/** A tier as its pages need it. */
export interface WatchedTier {
  id: string;
  name: string;
  description?: string | undefined;
  /** A named colour of Grafana's palette; identity, never state. */
  colour: string;
  /** Its telemetry is carried over by hand: it comes late, and nothing is known in between. */
  isImported: boolean;
  objective?: TierObjective | undefined;
  /** What its customers were promised, by calendar month. */
  agreement?: Sla | undefined;
}

/** What is measured of a tier and of its parts. */
export interface TierSignals {
  traffic?: Signal | undefined;
  /** A ratio of failed events. */
  errors?: Signal | undefined;
  latency?: Signal | undefined;
  /** Depth of one queue; its critical threshold is what a queue may hold. */
  queue?: Signal | undefined;
}

/** A system with tiers, and how they are measured. */
export interface TieredSystem {
  system: string;
  systemName: string;
  /** The service that runs in tiers. */
  service: string;
  /** Label that says which tier. */
  label: string;
  /** What a tier consists of, by label. */
  part: { label: string; singular: string; plural: string };
  signals: TierSignals;
  /** Matchers on `up` for its targets; absent when it has none. */
  scrape?: Matchers | undefined;
  tiers: readonly WatchedTier[];
}

/** What is known about a tier, or about a part of one, at the end of the time range. Absent: not known. */
export interface TierFacts {
  /** Executions per second, over five minutes. */
  traffic?: number | undefined;
  /** 0..1, over five minutes. */
  errorRatio?: number | undefined;
  /** In the unit of the latency signal. */
  latencyP50?: number | undefined;
  latencyP95?: number | undefined;
  latencyP99?: number | undefined;
  /** Entries in its fullest queue. */
  fullestQueue?: number | undefined;
  /** Over the whole time range. */
  rangeTraffic?: number | undefined;
  rangeErrorRatio?: number | undefined;
  /** Newest sample of its traffic, Unix milliseconds. */
  lastSeenMs?: number | undefined;
  /** Share of its targets that answer, 0..1. */
  reachableRatio?: number | undefined;
}

/** What a state comes from, as the end of a sentence that begins with the name: "fails 6 % of its executions". */
export interface Reason {
  about: 'silence' | 'traffic' | 'targets' | 'errors' | 'latency' | 'queue' | 'budget' | 'burn';
  state: HealthState;
  text: string;
}

/** State of a tier or of a part, worst reason first. Without reasons it is well. */
export interface TierHealth {
  state: HealthState;
  reasons: readonly Reason[];
}
