import { formatPercent } from '../format/format';
import { type HealthState } from '../health/states';
import { RECORDING_INTERVAL_SECONDS } from '../slo/queries';
import { distanceToTarget } from './distance';
import { type TierAgreement } from './types';

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
  agreement: TierAgreement | undefined,
  { totalEvents, badEvents, recordedCounts }: MonthEvents,
  { seconds }: Pick<MonthSoFar, 'seconds'>
): AgreementStanding {
  if (!agreement) {
    return { state: 'not-configured', creditRatio: 0, words: 'No agreement with customers' };
  }
  if (totalEvents === undefined || badEvents === undefined || totalEvents <= 0) {
    const words = totalEvents === 0 ? 'No executions this month' : 'Nothing recorded this month';
    return { state: totalEvents === 0 ? 'no-traffic' : 'no-data', creditRatio: 0, words };
  }
  const attainedRatio = 1 - badEvents / totalEvents;
  const coverageRatio = Math.min(1, ((recordedCounts ?? 0) * RECORDING_INTERVAL_SECONDS) / seconds);
  const creditRatio = creditOf(agreement, attainedRatio);
  const credit = creditRatio > 0 ? `; a credit of ${formatPercent(creditRatio, 0)} of the fee is due so far` : '';
  const partly = coverageRatio < FULL_COVERAGE_RATIO ? `; recorded for ${formatPercent(coverageRatio, 0)} of it` : '';
  return {
    state: attainedRatio < agreement.targetRatio ? 'breached' : 'ok',
    attainedRatio,
    creditRatio,
    words: `${distanceToTarget(attainedRatio, agreement.targetRatio).replace('target', 'agreed target')}${credit}${partly}`,
  };
}

function creditOf({ credits }: TierAgreement, attainedRatio: number): number {
  return (
    credits.find(({ atLeastRatio, belowRatio }) => attainedRatio >= atLeastRatio && attainedRatio < belowRatio)
      ?.feeRatio ?? 0
  );
}
