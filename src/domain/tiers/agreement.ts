import { formatPercent } from '../format/format';
import { type HealthState } from '../health/states';
import { slaOutcome } from '../sla/credits';
import { type Sla } from '../sla/types';
import { RECORDING_INTERVAL_SECONDS } from '../slo/queries';
import { distanceToTarget } from './distance';

/** The calendar month that a moment lies in, up to that moment. */
export interface MonthSoFar {
  startMs: number;
  seconds: number;
}

/** @param endMs Unix milliseconds; months are those of UTC. */
export function monthSoFar(endMs: number): MonthSoFar {
  const end = new Date(endMs);
  const startMs = Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), 1);
  // A window of nothing is no PromQL.
  return { startMs, seconds: Math.max(RECORDING_INTERVAL_SECONDS, Math.floor((endMs - startMs) / 1000)) };
}

/** Recorded events of a month. Absent: nothing recorded. */
export interface MonthEvents {
  totalEvents: number | undefined;
  badEvents: number | undefined;
  /** Number of recordings. */
  recordedCounts: number | undefined;
}

/** How an agreement stands in the month so far. */
export interface AgreementStanding {
  /** `not-configured`: nothing was agreed. */
  state: HealthState;
  attainedRatio?: number | undefined;
  /** Credit that is due if the month ended like this, as a share of the fee. */
  creditRatio: number;
  words: string;
}

// Fewer recordings than this, and a missing part of the month is mentioned.
const FULL_COVERAGE_RATIO = 0.99;

/** What the recorded events say about an agreement. No events are no attainment. */
export function agreementStanding(
  agreement: Sla | undefined,
  { totalEvents, badEvents, recordedCounts }: MonthEvents,
  { seconds }: Pick<MonthSoFar, 'seconds'>
): AgreementStanding {
  const measured = totalEvents !== undefined && badEvents !== undefined && totalEvents > 0;
  const outcome = slaOutcome(agreement, measured ? 1 - badEvents / totalEvents : undefined);
  if (!agreement || outcome.kind === 'no-agreement') {
    return { state: 'not-configured', creditRatio: 0, words: 'No agreement with customers' };
  }
  if (outcome.kind === 'not-measured') {
    const words = totalEvents === 0 ? 'No executions this month' : 'Nothing recorded this month';
    return { state: totalEvents === 0 ? 'no-traffic' : 'no-data', creditRatio: 0, words };
  }
  const { uptimeRatio } = outcome;
  const creditRatio = outcome.kind === 'missed' ? (outcome.credit?.feeRatio ?? 0) : 0;
  const credit = creditRatio > 0 ? `; a credit of ${formatPercent(creditRatio, 0)} of the fee is due so far` : '';
  return {
    state: outcome.kind === 'missed' ? 'breached' : 'ok',
    attainedRatio: uptimeRatio,
    creditRatio,
    words: `${distanceToTarget(uptimeRatio, agreement.targetRatio, 'agreed target')}${credit}${coverageWords(recordedCounts, seconds)}`,
  };
}

/** How much of the month was recorded, unless it was all of it. */
function coverageWords(recordedCounts: number | undefined, seconds: number): string {
  const coverageRatio = Math.min(1, ((recordedCounts ?? 0) * RECORDING_INTERVAL_SECONDS) / seconds);
  return coverageRatio < FULL_COVERAGE_RATIO ? `; recorded for ${formatPercent(coverageRatio, 0)} of it` : '';
}
