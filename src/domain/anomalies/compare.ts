import { CHANCE_LIMIT, chanceOfDurations, chanceOfErrors } from './significance';
import { type Anomaly, type Comparison, type OperationFigures, type OperationPair } from './types';
import { RECENT_MS } from './windows';

/** Document 004: twice the p95 of the baseline. */
export const DURATION_FACTOR = 2;
/** Document 004: five times the error rate of the baseline. */
export const ERROR_FACTOR = 5;
/** Calls that each side needs: of fewer than twenty, p95 is the slowest call and nothing else. */
export const MIN_CALLS = 20;
/** Errors that an error anomaly needs: one or two are a retry, however rare they were before. */
export const MIN_ERRORS = 3;
/** A rise below this is none: clocks and stores round to it, and nobody waits for it. */
export const MIN_RISE_MS = 1;
/** Counters give fractions of a call at the edges of a window. */
const NO_CALLS = 0.5;

/** Judges one operation by its own baseline. */
export function compareOperation(pair: OperationPair): Comparison {
  const { recent, baseline } = pair;
  const wasCalled = (baseline?.calls ?? 0) >= NO_CALLS;
  const isCalled = (recent?.calls ?? 0) >= NO_CALLS;
  if (!isCalled || !recent) {
    return { ...pair, verdict: baseline && hasGoneSilent(baseline) ? 'silent' : 'too-few', anomalies: [] };
  }
  if (!wasCalled || !baseline) {
    return { ...pair, verdict: 'new', anomalies: [] };
  }
  if (recent.calls < MIN_CALLS || baseline.calls < MIN_CALLS) {
    return { ...pair, verdict: 'too-few', anomalies: [] };
  }
  const anomalies = [durationAnomaly(recent, baseline), errorAnomaly(recent, baseline)].filter(
    (anomaly) => anomaly !== undefined
  );
  return { ...pair, verdict: anomalies.length > 0 ? 'anomalous' : 'steady', anomalies };
}

/** The error rate that is too high for a baseline; where five times as much cannot be, half of what succeeded before. */
export function errorBound(baselineRatio: number): number {
  return Math.min(ERROR_FACTOR * baselineRatio, (1 + baselineRatio) / 2);
}

function durationAnomaly(recent: OperationFigures, baseline: OperationFigures): Anomaly | undefined {
  const [measured, before] = [recent.quantilesMs.p95, baseline.quantilesMs.p95];
  if (measured === undefined || before === undefined) {
    return undefined;
  }
  const isLarge = measured > DURATION_FACTOR * before && measured - before >= MIN_RISE_MS;
  return isLarge && chanceOfDurations(recent, { calls: baseline.calls, p95Ms: before }) < CHANCE_LIMIT
    ? anomaly('duration', measured, before, recent, baseline)
    : undefined;
}

function errorAnomaly(recent: OperationFigures, baseline: OperationFigures): Anomaly | undefined {
  const [errors, errorsBefore] = [recent.errors, baseline.errors];
  if (errors === undefined || errorsBefore === undefined || Math.round(errors) < MIN_ERRORS) {
    return undefined;
  }
  const [measured, before] = [errors / recent.calls, errorsBefore / baseline.calls];
  const chance = chanceOfErrors({ calls: recent.calls, errors }, { calls: baseline.calls, errors: errorsBefore });
  return measured > errorBound(before) && chance < CHANCE_LIMIT
    ? anomaly('errors', measured, before, recent, baseline)
    : undefined;
}

function anomaly(
  kind: Anomaly['kind'],
  measured: number,
  before: number,
  recent: OperationFigures,
  baseline: OperationFigures
): Anomaly {
  return {
    kind,
    measured,
    baseline: before,
    factor: before > 0 ? measured / before : null,
    recentCalls: recent.calls,
    baselineCalls: baseline.calls,
  };
}

/** As many calls were to be expected in the hour as it takes to be judged. */
function hasGoneSilent({ calls, observedMs = 0 }: OperationFigures): boolean {
  return observedMs > 0 && (calls / observedMs) * RECENT_MS >= MIN_CALLS;
}

/** Judges all, what needs a look first: anomalies by their factor, the silent, the new, then the slowest (document 004). */
export function compareOperations(pairs: readonly OperationPair[]): Comparison[] {
  return pairs.map(compareOperation).sort(byUrgency);
}

const ORDER: Readonly<Record<Comparison['verdict'], number>> = {
  anomalous: 0,
  silent: 1,
  new: 2,
  steady: 3,
  'too-few': 3,
};

function byUrgency(a: Comparison, b: Comparison): number {
  return (
    ORDER[a.verdict] - ORDER[b.verdict] ||
    largestFactor(b) - largestFactor(a) ||
    (b.recent?.quantilesMs.p95 ?? -1) - (a.recent?.quantilesMs.p95 ?? -1) ||
    a.operation.localeCompare(b.operation)
  );
}

/** What was not there at all before comes first. Factors below are compared by how often they exceed their rule. */
function largestFactor({ anomalies }: Comparison): number {
  return Math.max(
    0,
    ...anomalies.map(({ kind, factor }) =>
      factor === null ? Number.MAX_VALUE : factor / (kind === 'duration' ? DURATION_FACTOR : ERROR_FACTOR)
    )
  );
}
