import { type MonthlyFee, type Sla, type SlaCredit } from './types';

/** Decimals of a percentage in which attained uptime is told to customers. */
export const SHOWN_DECIMALS = 3;
/** How it is rounded, in words, for every page and report that shows it. */
export const ROUNDING_RULE =
  'Uptime is the share of good events of the calendar month. It is cut off after three decimals of a percent, never rounded up. A bound belongs to the better band.';

const STEPS_PER_ONE = 100 * 10 ** SHOWN_DECIMALS;
// 0.9995 × 100,000 is a hair under 99,950 in binary fractions.
const FLOAT_NOISE = 1e-7;

/** Attained uptime as it is told: cut off, so that what is shown never stands in a better band than what is true. */
export function shownUptime(attainedRatio: number): number {
  return Math.floor(attainedRatio * STEPS_PER_ONE + FLOAT_NOISE) / STEPS_PER_ONE;
}

/** What a month's uptime means for the customers of a tier. */
export type SlaOutcome =
  /** Nothing was promised. */
  | { kind: 'no-agreement' }
  /** The month has no events to go by. */
  | { kind: 'not-measured' }
  | { kind: 'kept'; uptimeRatio: number }
  /** Missed; `credit` is absent when none was agreed for it. */
  | { kind: 'missed'; uptimeRatio: number; credit?: SlaCredit; due?: MonthlyFee };

/**
 * Holds a month against the agreement.
 * @param attainedRatio share of good events of the calendar month, or `undefined` without events.
 */
export function slaOutcome(sla: Sla | undefined, attainedRatio: number | undefined): SlaOutcome {
  if (!sla) {
    return { kind: 'no-agreement' };
  }
  if (attainedRatio === undefined || !Number.isFinite(attainedRatio)) {
    return { kind: 'not-measured' };
  }
  const uptimeRatio = shownUptime(attainedRatio);
  if (uptimeRatio >= sla.targetRatio) {
    return { kind: 'kept', uptimeRatio };
  }
  const credit = sla.credits?.find((one) => uptimeRatio >= one.atLeastRatio && uptimeRatio < one.belowRatio);
  return {
    kind: 'missed',
    uptimeRatio,
    ...(credit ? { credit } : {}),
    ...(credit && sla.monthlyFee ? { due: shareOfFee(sla.monthlyFee, credit.feeRatio) } : {}),
  };
}

/** The largest credit that a month can cost, and its money when the fee is known. */
export function mostAtStake(sla: Sla | undefined): { feeRatio: number; money?: MonthlyFee } | undefined {
  const feeRatio = Math.max(0, ...(sla?.credits ?? []).map((credit) => credit.feeRatio));
  if (!sla || feeRatio === 0) {
    return undefined;
  }
  return { feeRatio, ...(sla.monthlyFee ? { money: shareOfFee(sla.monthlyFee, feeRatio) } : {}) };
}

/** To the cent, half a cent up. */
function shareOfFee({ amount, currency }: MonthlyFee, feeRatio: number): MonthlyFee {
  return { amount: Math.round(Number((amount * feeRatio * 100).toPrecision(12))) / 100, currency };
}

/** `625.00 EUR`. */
export function moneyText({ amount, currency }: MonthlyFee): string {
  return `${amount.toFixed(2)} ${currency}`;
}

/** What is wrong with an agreement's bands, in words: they may neither overlap nor leave a gap under the target. */
export function creditProblems({ targetRatio, credits }: Sla): string[] {
  const bands = [...(credits ?? [])].sort((a, b) => b.belowRatio - a.belowRatio);
  return bands.flatMap((band, index) => {
    const above = bands[index - 1]?.atLeastRatio ?? targetRatio;
    if (band.belowRatio === above) {
      return [];
    }
    const what = band.belowRatio > above ? 'overlaps what is above it' : 'leaves a gap under what is above it';
    return [`the credit below ${percent(band.belowRatio)} ${what} (${percent(above)})`];
  });
}

function percent(ratio: number): string {
  return `${Number((ratio * 100).toPrecision(12))} %`;
}
