import { burnRate } from './budget';
import { type BurnRateThreshold } from './burnRateTiers';
import { errorRatio, type EventSums } from './counts';

/**
 * `firing` only while both windows are over: the long one alone says that it was bad, the short one alone that it may be
 * noise.
 */
export type TierCondition =
  'firing' | 'long-only' | 'short-only' | 'quiet' | 'too-few-events' | 'no-traffic' | 'no-data';

/** How one burn-rate tier of an objective stands. */
export interface TierState {
  tier: BurnRateThreshold;
  condition: TierCondition;
  longBurn?: number;
  shortBurn?: number;
}

type Events = Pick<EventSums, 'totalEvents' | 'badEvents'>;

/** Events of a tier's two windows; `undefined`: nothing was recorded. */
export interface TierEvents {
  long: Events | undefined;
  short: Events | undefined;
}

/**
 * Judges a tier by the events of its windows.
 * @param minimumEvents with fewer events in the long window it does not fire.
 */
export function tierState(
  tier: BurnRateThreshold,
  { long, short }: TierEvents,
  { targetRatio, minimumEvents = 0 }: { targetRatio: number; minimumEvents?: number | undefined }
): TierState {
  if (!long || !short) {
    return { tier, condition: 'no-data' };
  }
  const [longRatio, shortRatio] = [errorRatio(long), errorRatio(short)];
  if (longRatio === undefined) {
    return { tier, condition: 'no-traffic' };
  }
  const burns = {
    longBurn: burnRate(longRatio, targetRatio),
    ...(shortRatio === undefined ? {} : { shortBurn: burnRate(shortRatio, targetRatio) }),
  };
  const isOver = (ratio: number | undefined) => ratio !== undefined && ratio > tier.errorRatio;
  if (isOver(longRatio) && isOver(shortRatio)) {
    return { tier, condition: long.totalEvents < minimumEvents ? 'too-few-events' : 'firing', ...burns };
  }
  if (isOver(longRatio)) {
    return { tier, condition: 'long-only', ...burns };
  }
  return { tier, condition: isOver(shortRatio) ? 'short-only' : 'quiet', ...burns };
}

/** Keeps a tier from firing on a handful of events, where only its burn rates were known so far. */
export function guarded(state: TierState, longEvents: number | undefined, minimumEvents = 0): TierState {
  return state.condition === 'firing' && longEvents !== undefined && longEvents < minimumEvents
    ? { ...state, condition: 'too-few-events' }
    : state;
}

/** The fastest tier that fires; tiers are ordered from fast to slow. */
export function firingTier(states: readonly TierState[]): TierState | undefined {
  return states.find(({ condition }) => condition === 'firing');
}

/** Why a tier is in its condition, for people. */
export function tierReason({ tier, condition, longBurn, shortBurn }: TierState): string {
  const limit = `${round(tier.factor)}×`;
  const long = `${tier.long} burns ${round(longBurn)}×`;
  const short = shortBurn === undefined ? `${tier.short} had no events` : `${tier.short} burns ${round(shortBurn)}×`;
  switch (condition) {
    case 'firing':
      return `Both windows are over ${limit}: ${long}, ${short}.`;
    case 'long-only':
      return `It was bad and has stopped: ${long}, ${short}; the limit is ${limit}.`;
    case 'short-only':
      return `It is bad now and not for long: ${long}, ${short}; the limit is ${limit}.`;
    case 'quiet':
      return `Both windows are under ${limit}: ${long}, ${short}.`;
    case 'too-few-events':
      return `Both windows are over ${limit}, and there were too few events to wake somebody: ${long}, ${short}.`;
    case 'no-traffic':
      return `No events in ${tier.long}.`;
    case 'no-data':
      return `Nothing was recorded in ${tier.long} or ${tier.short}.`;
  }
}

function round(value: number | undefined): string {
  if (value === undefined) {
    return '–';
  }
  return value >= 100 ? value.toFixed(0) : String(Number(value.toFixed(2)));
}
