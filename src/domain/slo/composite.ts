import { type Attainment, remainingBudget } from './attainment';
import { byUrgency } from './attainment';

/** One objective of several, with how much it weighs. */
export interface Member {
  attainment: Attainment;
  targetRatio: number;
  badEvents: number;
  totalEvents: number;
  /** Default 1. */
  weight?: number | undefined;
}

/** Several objectives taken together. */
export interface Composite {
  /** All events in one pot: a busy service counts for more. `undefined` without events. */
  pooledRatio: number | undefined;
  /** Mean of the members' attainment by weight: each service counts as much as it is said to. */
  weightedRatio: number | undefined;
  /** Mean of the targets by weight; what both ratios are compared with. */
  targetRatio: number;
  /** Left of the pooled budget; negative when it is overspent. */
  budgetRemainingRatio: number | undefined;
  /** The worst member's: a composite is met only when each of its parts is. */
  state: Attainment['state'];
  /** Members without events, which no ratio can include. */
  unmeasured: number;
}

/**
 * Takes objectives together.
 * @returns `undefined` for no members: nothing is not healthy.
 */
export function composite(members: readonly Member[]): Composite | undefined {
  const [worst] = members.map(({ attainment }) => attainment).sort(byUrgency);
  if (!worst) {
    return undefined;
  }
  const measured = members.filter(({ totalEvents }) => totalEvents > 0);
  const targetRatio = weightedMean(members, ({ targetRatio: target }) => target) ?? Number.NaN;
  const totalEvents = sum(measured, (one) => one.totalEvents);
  const pooledRatio = totalEvents > 0 ? 1 - sum(measured, (one) => one.badEvents) / totalEvents : undefined;
  return {
    pooledRatio,
    weightedRatio: weightedMean(measured, (one) => 1 - one.badEvents / one.totalEvents),
    targetRatio,
    budgetRemainingRatio: pooledRatio === undefined ? undefined : remainingBudget(pooledRatio, targetRatio),
    state: worst.state,
    unmeasured: members.length - measured.length,
  };
}

function weightedMean(members: readonly Member[], valueOf: (member: Member) => number): number | undefined {
  const weight = sum(members, weightOf);
  return weight > 0 ? sum(members, (member) => weightOf(member) * valueOf(member)) / weight : undefined;
}

const weightOf = ({ weight = 1 }: Member) => weight;

function sum(members: readonly Member[], valueOf: (member: Member) => number): number {
  return members.reduce((total, member) => total + valueOf(member), 0);
}
