import { type OperationFigures, type Quantile, QUANTILES } from './types';

/**
 * How sure a rise has to be, as the chance that it is none, for each operation that is looked at. Pages show hundreds of
 * operations every minute: at the usual 5 % some would always be flagged.
 */
export const CHANCE_LIMIT = 0.001;

/** Up to here factorials are multiplied out; beyond, Stirling's series is exact to eleven digits. */
const SMALL = 20;

/** ln(n!) of a whole number. */
export function logFactorial(n: number): number {
  if (n <= SMALL) {
    let product = 1;
    for (let factor = 2; factor <= n; factor++) {
      product *= factor;
    }
    return Math.log(product);
  }
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3);
}

/**
 * The chance of at least `least` successes in `trials`, each with the probability `ratio` (0..1).
 * @param least, trials whole numbers.
 */
export function atLeast(least: number, trials: number, ratio: number): number {
  if (least <= 0) {
    return 1;
  }
  if (least > trials || ratio <= 0) {
    return 0;
  }
  if (ratio >= 1) {
    return 1;
  }
  if (least <= trials * ratio) {
    // The likely side: its first terms may be too small for a number.
    return 1 - atLeast(trials - least + 1, trials, 1 - ratio);
  }
  const choose = logFactorial(trials) - logFactorial(least) - logFactorial(trials - least);
  let term = Math.exp(choose + least * Math.log(ratio) + (trials - least) * Math.log1p(-ratio));
  let sum = term;
  const odds = ratio / (1 - ratio);
  for (let k = least + 1; k <= trials; k++) {
    term *= ((trials - k + 1) / k) * odds;
    sum += term;
    if (term < sum * 1e-12) {
      break;
    }
  }
  return Math.min(1, sum);
}

/**
 * The chance that so many of all errors fell into the recent calls if both stretches failed at the same rate (the
 * conditional test of two rates; with rates near 1 it asks for more than it would have to).
 */
export function chanceOfErrors(
  recent: { calls: number; errors: number },
  baseline: { calls: number; errors: number }
): number {
  const [failedNow, failedBefore] = [Math.round(recent.errors), Math.round(baseline.errors)];
  return atLeast(failedNow, failedNow + failedBefore, recent.calls / (recent.calls + baseline.calls));
}

/** What p95 leaves above itself. */
const SLOW_RATIO = 1 - QUANTILES.p95;

/**
 * The chance that so many of the recent calls took longer than the baseline's p95 if both were drawn from the same
 * durations, whatever those are (an exceedance test: of the baseline, one in twenty did).
 */
export function chanceOfDurations(recent: OperationFigures, baseline: { calls: number; p95Ms: number }): number {
  const slow = shareAbove(recent, baseline.p95Ms) * recent.calls;
  return chanceOfErrors(
    { calls: recent.calls, errors: slow },
    { calls: baseline.calls, errors: SLOW_RATIO * baseline.calls }
  );
}

/**
 * The share of calls that took longer than a duration, as far as the known quantiles tell: never more than they prove.
 * Between two of them durations are taken to grow as those of an exponential tail.
 */
export function shareAbove({ quantilesMs }: OperationFigures, durationMs: number): number {
  const known = (Object.keys(QUANTILES) as Quantile[]).flatMap((name) => {
    const value = quantilesMs[name];
    return value === undefined ? [] : [{ depth: -Math.log(1 - QUANTILES[name]), value }];
  });
  const above = known.findIndex(({ value }) => value > durationMs);
  const [low, high] = [known[above - 1], known[above]];
  if (!high) {
    return 0;
  }
  if (!low) {
    return Math.exp(-high.depth);
  }
  const part = (durationMs - low.value) / (high.value - low.value);
  return Math.exp(-(low.depth + (high.depth - low.depth) * part));
}
