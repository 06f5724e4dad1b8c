import { type Labels, type Sample } from '../metrics/types';
import { type Attainment, attainment, byUrgency } from './attainment';
import { timeToExhaustionMs } from './budget';
import { type BurnRateThreshold, burnRateThresholds } from './burnRateTiers';
import { coverageRatio, type SloQuestion, type SystemSlo, WINDOW_LABEL, windowName } from './queries';
import { firingTier, type TierState, tierState } from './tierState';
import { hasBudget, type Slo } from './types';

/** How an objective stands. */
export interface SloStanding extends SystemSlo {
  attainment: Attainment;
  /** From the fastest to the slowest; empty without an error budget. */
  tiers: readonly TierState[];
  exhaustion: Exhaustion | undefined;
}

/** When the budget is gone if it goes on like this. */
export interface Exhaustion {
  /** 0: already gone; Infinity: nothing burns. */
  inMs: number;
  /** The burn rate that it is reckoned with, and over which window it was measured. */
  burn: number;
  window: string;
}

/** Answers to the questions about all objectives; `undefined` when a question failed. */
export type SloAnswers = Readonly<Record<SloQuestion, readonly Sample[] | undefined>>;

const keyOf = ({ system, slo }: Labels, window = '') => `${system}/${slo}/${window}`;

function byObjective(samples: readonly Sample[] | undefined): Map<string, number> {
  return new Map(samples?.map(({ labels, value }) => [keyOf(labels, labels[WINDOW_LABEL]), value]));
}

/**
 * Whether events of an objective with a budget are counted that the rules have not added up: after a start of the rules
 * it takes them some minutes to reach every objective.
 */
export function areSumsMissing(slos: readonly SystemSlo[], answers: Pick<SloAnswers, 'total' | 'counts'>): boolean {
  const total = byObjective(answers.total);
  const counts = byObjective(answers.counts);
  return slos.some(({ system, slo }) => {
    const key = keyOf({ system, slo: slo.id }, windowName(slo));
    return hasBudget(slo) && counts.has(key) && !total.has(key);
  });
}

/**
 * Joins event counts to objectives.
 * @returns one standing for each objective, worst first. An objective whose bad events could not be asked has no data:
 * a failed question must not look like an error-free service.
 */
export function standings(slos: readonly SystemSlo[], answers: SloAnswers): SloStanding[] {
  const bad = answers.bad && byObjective(answers.bad);
  const total = byObjective(answers.total);
  const counts = byObjective(answers.counts);
  const levels = byObjective(answers.levels);
  const ratios = byObjective(answers.ratios);
  return slos
    .map(({ system, slo }) => {
      const labels = { system, slo: slo.id };
      const key = keyOf(labels, windowName(slo));
      const own = attainment(slo, {
        badEvents: bad?.get(key),
        totalEvents: bad ? total.get(key) : undefined,
        coverageRatio: coverageRatio(counts.get(key), slo.windowDays),
        level: levels.get(keyOf(labels)),
      });
      const tiers = tiersOf(slo, (window) => ratios.get(keyOf(labels, window)), answers.ratios !== undefined);
      return { system, slo, attainment: own, tiers, exhaustion: exhaustionOf(slo, own, tiers) };
    })
    .sort((a, b) => byUrgency(a.attainment, b.attainment));
}

function tiersOf(slo: Slo, ratioOf: (window: string) => number | undefined, isKnown: boolean): TierState[] {
  if (!hasBudget(slo)) {
    return [];
  }
  // Without traffic no ratio is recorded.
  const events = (window: string) => {
    const ratio = ratioOf(window);
    return ratio === undefined ? { totalEvents: 0, badEvents: 0 } : { totalEvents: 1, badEvents: ratio };
  };
  return burnRateThresholds(slo).map((tier: BurnRateThreshold) =>
    isKnown
      ? tierState(tier, { long: events(tier.long), short: events(tier.short) }, { targetRatio: slo.targetRatio })
      : { tier, condition: 'no-data' }
  );
}

// Without a fire the slow windows say what is normal: the second last tier, a day for the usual ones.
const USUAL_TIER_FROM_END = -2;

function exhaustionOf(slo: Slo, { budgetRemainingRatio }: Attainment, tiers: readonly TierState[]) {
  const state = firingTier(tiers) ?? tiers.at(USUAL_TIER_FROM_END) ?? tiers.at(-1);
  if (budgetRemainingRatio === undefined || state?.longBurn === undefined) {
    return undefined;
  }
  const { longBurn: burn, tier } = state;
  return { inMs: timeToExhaustionMs(budgetRemainingRatio, burn, slo.windowDays), burn, window: tier.long };
}

/** Sorts by what is exhausted first; then what is unknown, then what burns nothing. */
export function byExhaustion(a: SloStanding, b: SloStanding): number {
  return soonness(a) - soonness(b) || byUrgency(a.attainment, b.attainment);
}

/** Later than any budget that burns: a century. */
const UNKNOWN_MS = 100 * 365 * 86_400_000;

function soonness({ exhaustion, attainment: { state } }: SloStanding): number {
  if (exhaustion) {
    return Math.min(exhaustion.inMs, UNKNOWN_MS * 2);
  }
  return state === 'ok' || state === 'no-traffic' ? UNKNOWN_MS * 2 : UNKNOWN_MS;
}

export { type SystemSlo } from './queries';
