import { type OperationRole } from '../services/operations';

/** An operation of a service: a span name, seen from one side of a call. */
export interface OperationId {
  /** Id of the system in the catalog; empty when no system names the service. */
  system: string;
  /** The service's name in traces. */
  service: string;
  operation: string;
  role: OperationRole;
}

/** The quantiles that are asked for: p90 beside the ones that are shown, to tell how sure p95 is. */
export const QUANTILES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;
export type Quantile = keyof typeof QUANTILES;

/** What an operation did in a stretch of time. What could not be read is absent. */
export interface OperationFigures {
  /** Finished calls: the sample that all other figures rest on. From counters it may have a fraction. */
  calls: number;
  errors?: number | undefined;
  meanMs?: number | undefined;
  quantilesMs: Readonly<Partial<Record<Quantile, number>>>;
  /** How much of the stretch there are records of; absent when that says nothing about how often it was called. */
  observedMs?: number | undefined;
}

/** An operation in both stretches of time; absent where it was not called. */
export interface OperationPair extends OperationId {
  recent?: OperationFigures | undefined;
  baseline?: OperationFigures | undefined;
}

export type AnomalyKind = 'duration' | 'errors';

/** What has become worse than the rules allow. */
export interface Anomaly {
  kind: AnomalyKind;
  /** p95 in milliseconds, or share of failed calls, 0..1. */
  measured: number;
  baseline: number;
  /** `measured` over `baseline`; null where the baseline is 0: what has appeared is no multiple of nothing. */
  factor: number | null;
  /** Calls that each side rests on. */
  recentCalls: number;
  baselineCalls: number;
}

/**
 * `silent`: it was called often and is not any more. `new`: there is nothing to compare it with. `too-few`: it was called
 * too rarely, now or before, to be judged.
 */
export type ComparisonVerdict = 'anomalous' | 'silent' | 'new' | 'too-few' | 'steady';

/** An operation of the recent hour against its baseline. */
export interface Comparison extends OperationPair {
  verdict: ComparisonVerdict;
  /** At most one of each kind; none unless the verdict is `anomalous`. */
  anomalies: readonly Anomaly[];
}

/** Where the figures come from, and what they rest on. */
export type ComparisonRoute =
  | { kind: 'span-metrics' }
  | { kind: 'span-index'; index: string; isCut: boolean }
  | { kind: 'trace-sample'; service: string; recentTraces: number; baselineTraces: number; isCut: boolean };
