import { countOf } from '../format/format';
import { durationMs } from '../promql/duration';
import { type Window } from '../promql/expressions';

/**
 * One step of multi-window, multi-burn-rate alerting: it fires while both windows burn faster than the budget share
 * allows. The long window says that it matters, the short one that it goes on.
 */
export interface BurnRateTier {
  id: string;
  severity: 'critical' | 'warning';
  /** Share of the whole error budget that is spent when the long window is full of this burn, 0..1. */
  budgetRatio: number;
  long: Window;
  short: Window;
}

/** A tier for one objective: what the error ratio of both windows is compared with (strictly greater). */
export interface BurnRateThreshold extends BurnRateTier {
  /** Burn rate; 1 spends the budget in exactly the objective's window. */
  factor: number;
  /** factor × (1 − target). */
  errorRatio: number;
  /** The tier's own factor could never be reached with so large a budget, or would last longer than the window. */
  adjusted: boolean;
}

/** Windows of the Site Reliability Workbook, chapter 5, for 30 days; longer and slightly shorter ones scale the factor. */
const MONTH: readonly BurnRateTier[] = [
  { id: 'page-fast', severity: 'critical', budgetRatio: 0.02, long: '1h', short: '5m' },
  { id: 'page-slow', severity: 'critical', budgetRatio: 0.05, long: '6h', short: '30m' },
  { id: 'ticket-fast', severity: 'warning', budgetRatio: 0.1, long: '1d', short: '2h' },
  { id: 'ticket-slow', severity: 'warning', budgetRatio: 0.1, long: '3d', short: '6h' },
];

/** The same windows take a larger share of a week; three days of it would warn too late to matter. */
const WEEK: readonly BurnRateTier[] = [
  { id: 'page-fast', severity: 'critical', budgetRatio: 0.08, long: '1h', short: '5m' },
  { id: 'page-slow', severity: 'critical', budgetRatio: 0.125, long: '6h', short: '30m' },
  { id: 'ticket-fast', severity: 'warning', budgetRatio: 0.2, long: '1d', short: '2h' },
];

/** A day has room for two. */
const DAY: readonly BurnRateTier[] = [
  { id: 'page-fast', severity: 'critical', budgetRatio: 0.25, long: '1h', short: '5m' },
  { id: 'ticket-fast', severity: 'warning', budgetRatio: 0.5, long: '6h', short: '30m' },
];

const DAYS_OF_FOUR_WEEKS = 28;
const DAYS_OF_A_WEEK = 7;
const MS_PER_DAY = 86_400_000;
/** A tier whose threshold is above this error ratio hardly sees a full outage. */
const LARGEST_ERROR_RATIO = 0.9;
/** A burn below 1 never exhausts the budget and is nobody's business. */
const SMALLEST_FACTOR = 1;

/** The tiers that suit a window of `windowDays`. */
export function defaultTiers(windowDays: number): readonly BurnRateTier[] {
  if (windowDays >= DAYS_OF_FOUR_WEEKS) {
    return MONTH;
  }
  return windowDays >= DAYS_OF_A_WEEK ? WEEK : DAY;
}

interface TieredSlo {
  targetRatio: number;
  windowDays: number;
  burnRateTiers?: readonly BurnRateTier[] | undefined;
}

/**
 * What each tier of an objective compares with, fastest first.
 *
 * factor = share of the budget × window ÷ long window. A tier of the default tables that could never fire (a large
 * budget) or would fire for a burn that never exhausts is moved to the nearest threshold that makes sense.
 */
export function burnRateThresholds({ targetRatio, windowDays, burnRateTiers }: TieredSlo): BurnRateThreshold[] {
  const budget = plain(1 - targetRatio);
  return (burnRateTiers ?? defaultTiers(windowDays)).map((tier) => {
    const wanted = plain(tierFactor(tier, windowDays));
    const factor = burnRateTiers ? wanted : Math.max(SMALLEST_FACTOR, Math.min(wanted, LARGEST_ERROR_RATIO / budget));
    return { ...tier, factor: plain(factor), errorRatio: plain(factor * budget), adjusted: factor !== wanted };
  });
}

/** Share of the budget that is gone when a tier fires, 0..1. */
export function budgetSpentAtAlert(
  { factor, long }: Pick<BurnRateThreshold, 'factor' | 'long'>,
  windowDays: number
): number {
  return (factor * durationMs(long)) / (windowDays * MS_PER_DAY);
}

function tierFactor({ budgetRatio, long }: BurnRateTier, windowDays: number): number {
  return (budgetRatio * windowDays * MS_PER_DAY) / durationMs(long);
}

/** Without the noise of binary fractions, so that 1 − 0.999 is 0.001 in rules and on pages. */
function plain(value: number): number {
  return Number(value.toPrecision(12));
}

// A rate needs two samples; four leave room for a scrape that was missed and for the edges of the window.
const SAMPLES_PER_WINDOW = 4;

/**
 * What is wrong with the tiers of an objective, in words; empty when nothing is.
 * @param scrapeIntervalSeconds how often the indicator's metrics are scraped.
 */
export function tierProblems(slo: TieredSlo, scrapeIntervalSeconds: number): string[] {
  return burnRateThresholds(slo).flatMap((tier) => {
    const problems: string[] = [];
    if (tier.errorRatio >= 1) {
      problems.push(
        `"${tier.id}" can never fire: ${tier.factor} times the budget of ${plain((1 - slo.targetRatio) * 100)} % is more than 100 % of errors`
      );
    }
    if (durationMs(tier.short) < SAMPLES_PER_WINDOW * scrapeIntervalSeconds * 1000) {
      problems.push(
        `"${tier.id}": the window ${tier.short} is shorter than ${SAMPLES_PER_WINDOW} scrapes of ${scrapeIntervalSeconds} s`
      );
    }
    if (durationMs(tier.short) >= durationMs(tier.long)) {
      problems.push(`"${tier.id}": the short window ${tier.short} is not shorter than the long one, ${tier.long}`);
    }
    if (durationMs(tier.long) > slo.windowDays * MS_PER_DAY) {
      problems.push(`"${tier.id}": ${tier.long} is longer than the objective's ${countOf(slo.windowDays, 'day')}`);
    }
    return problems;
  });
}
