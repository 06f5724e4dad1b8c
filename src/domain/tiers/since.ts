import { type HealthState, stateOfValue, urgencyOf } from '../health/states';
import { type Point } from '../metrics/types';
import { type Signal } from '../signals/types';
import { budgetState } from '../slo/attainment';
import { type TierFacts, type TierHealth, type TierSignals } from './types';

/** When a state began. `atLeast`: it was so at the start of the time range already. */
export interface Since {
  sinceMs: number;
  atLeast: boolean;
}

/** Measurements over the time range. The budget is the share that is left of it. */
export interface TierHistory {
  errors?: readonly Point[] | undefined;
  latency?: readonly Point[] | undefined;
  queue?: readonly Point[] | undefined;
  budget?: readonly Point[] | undefined;
}

/**
 * Since when something is in its state, as far as the time range tells.
 * @returns `undefined` when the state comes from something that has no history here.
 */
export function stateSince(
  { state, reasons }: TierHealth,
  history: TierHistory,
  signals: TierSignals,
  { lastSeenMs }: Pick<TierFacts, 'lastSeenMs'>
): Since | undefined {
  const worst = reasons[0];
  switch (worst?.about) {
    case undefined:
      return state === 'ok' ? wellSince(history, signals) : undefined;
    case 'silence':
      return lastSeenMs === undefined ? undefined : { sinceMs: lastSeenMs, atLeast: false };
    case 'errors':
    case 'latency':
    case 'queue':
      return runAtEnd(history[worst.about], atLeastAsBad(state, bySignal(signals[worst.about])));
    case 'budget':
      return runAtEnd(history.budget, atLeastAsBad(state, budgetState));
    default:
      return undefined;
  }
}

type Judge = (value: number) => HealthState;

const bySignal =
  (signal: Signal | undefined): Judge =>
  (value) =>
    stateOfValue(value, signal?.thresholds ?? {}, signal?.direction);

function atLeastAsBad(state: HealthState, judge: Judge) {
  return (value: number) => urgencyOf(judge(value)) <= urgencyOf(state);
}

/** Well is what has no measurement that is not: the latest of their beginnings. */
function wellSince({ errors, latency, queue, budget }: TierHistory, signals: TierSignals): Since | undefined {
  const isOk = (judge: Judge) => (value: number) => judge(value) === 'ok';
  const runs = [
    runAtEnd(errors, isOk(bySignal(signals.errors))),
    runAtEnd(latency, isOk(bySignal(signals.latency))),
    runAtEnd(queue, isOk(bySignal(signals.queue))),
    runAtEnd(budget, isOk(budgetState)),
  ].filter((run) => run !== undefined);
  return runs.sort((a, b) => b.sinceMs - a.sinceMs)[0];
}

/** The unbroken run of points at the end for which `holds`; `undefined` when there is none. */
function runAtEnd(points: readonly Point[] = [], holds: (value: number) => boolean): Since | undefined {
  const broken = points.findLastIndex(([, value]) => !holds(value));
  const first = points[broken + 1];
  return first && { sinceMs: first[0], atLeast: broken < 0 };
}
