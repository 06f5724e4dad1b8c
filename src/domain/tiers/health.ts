import { formatPercent } from '../format/format';
import { rollUp, stateOfValue, urgencyOf } from '../health/states';
import { type Signal } from '../signals/types';
import { type Attainment } from '../slo/attainment';
import { burnRateThresholds } from '../slo/burnRateTiers';
import { silenceOf } from './silence';
import { type Reason, type TierFacts, type TierHealth, type TierObjective, type TierSignals } from './types';
import { formatMeasure, significant } from './values';

/** How a tier's objective stands. */
export interface ObjectiveStanding {
  objective: TierObjective;
  attainment: Attainment;
  /** How many times too fast the last hour spent the budget; 1 spends it in exactly the window. */
  burnRate?: number | undefined;
}

/**
 * State of a tier, or of a part of one. A silent one is judged by its objective only: what it last said about itself is
 * old, and old numbers prove no health.
 * @param endMs end of the time range, Unix milliseconds.
 */
export function tierHealth(
  facts: TierFacts,
  signals: TierSignals,
  endMs: number,
  standing?: ObjectiveStanding
): TierHealth {
  if (!signals.traffic) {
    return {
      state: 'not-configured',
      reasons: [{ about: 'traffic', state: 'not-configured', text: 'has no signals in the catalog' }],
    };
  }
  const silence = silenceOf(facts, endMs);
  const live = silence ? [silence] : liveReasons(facts, signals);
  const reasons = [...live, ...objectiveReasons(standing)].sort((a, b) => urgencyOf(a.state) - urgencyOf(b.state));
  const { state } = rollUp(reasons.map((reason) => ({ state: reason.state, part: reason })));
  return { state: reasons.length === 0 ? 'ok' : state, reasons };
}

function liveReasons(facts: TierFacts, signals: TierSignals): Reason[] {
  const unreachable = facts.reachableRatio !== undefined && facts.reachableRatio < 1;
  const targets: Reason[] = unreachable
    ? [
        {
          about: 'targets',
          state: 'warning',
          text: `reports from ${formatPercent(facts.reachableRatio ?? 0, 0)} of its targets only`,
        },
      ]
    : [];
  if (facts.traffic === undefined || facts.traffic === 0) {
    return [...targets, { about: 'traffic', state: 'no-traffic', text: 'is idle' }];
  }
  const { errors, latency, queue } = signals;
  return [
    ...targets,
    ...bounded('errors', errors, facts.errorRatio, (value) => `fails ${value} of its executions`),
    ...bounded('latency', latency, facts.latencyP95, (value) => `takes ${value} at p95`),
    ...bounded('queue', queue, facts.fullestQueue, (value) => `has ${value} waiting in a queue`),
  ];
}

function bounded(
  about: Reason['about'],
  signal: Signal | undefined,
  value: number | undefined,
  words: (value: string) => string
): Reason[] {
  if (!signal || value === undefined) {
    return [];
  }
  const thresholds = signal.thresholds ?? {};
  const state = stateOfValue(value, thresholds, signal.direction);
  const bound = state === 'critical' ? thresholds.critical : thresholds.warning;
  if (state === 'ok' || bound === undefined) {
    return [];
  }
  const text = `${words(formatMeasure(signal.unit, value))} (bound: ${formatMeasure(signal.unit, bound)})`;
  return [{ about, state, text }];
}

function objectiveReasons(standing: ObjectiveStanding | undefined): Reason[] {
  if (!standing) {
    return [];
  }
  const { objective, attainment, burnRate } = standing;
  const burning = burnRate !== undefined && burnRate > 1;
  const still = burning ? `, and burns it ${significant(burnRate)} times too fast` : '';
  const budget = budgetReason(attainment, still);
  if (budget) {
    return [budget];
  }
  const state = burnState(objective, burnRate);
  return state === 'ok'
    ? []
    : [{ about: 'burn', state, text: `is burning its error budget ${significant(burnRate ?? 0)} times too fast` }];
}

function budgetReason({ state, budgetRemainingRatio = 0 }: Attainment, still: string): Reason | undefined {
  switch (state) {
    case 'breached':
      return {
        about: 'budget',
        state,
        text: `has overspent its error budget by ${formatPercent(-budgetRemainingRatio, 0)}${still}`,
      };
    case 'critical':
    case 'warning':
      return {
        about: 'budget',
        state,
        text: `has ${formatPercent(Math.max(0, budgetRemainingRatio), 0)} of its error budget left${still}`,
      };
    case 'no-data':
      return { about: 'budget', state: 'no-data', text: 'has an objective that nothing is recorded for' };
    default:
      return undefined;
  }
}

/** By the burn rates that page for an objective: the fastest is critical, the next one is on its way there. */
function burnState(objective: TierObjective, rate: number | undefined) {
  const [fastest = Infinity, next = fastest] = burnRateThresholds(objective)
    .filter(({ severity }) => severity === 'critical')
    .map(({ factor }) => factor);
  if (rate === undefined || rate < next) {
    return 'ok';
  }
  return rate >= fastest ? 'critical' : 'warning';
}

/**
 * How fast a budget is spent: 1 spends it in exactly the objective's window.
 * @returns `undefined` without events.
 */
export function burnRate(
  badEvents: number | undefined,
  totalEvents: number | undefined,
  targetRatio: number
): number | undefined {
  return badEvents === undefined || totalEvents === undefined || totalEvents <= 0
    ? undefined
    : badEvents / totalEvents / (1 - targetRatio);
}
