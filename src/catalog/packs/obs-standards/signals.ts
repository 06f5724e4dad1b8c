import { type Signal } from '../../../domain/signals/types';
import { baselineSignals } from './signals/baselines';
import { reachabilitySignals } from './signals/reachability';
import { requestSignals } from './signals/requests';

/** Measurements of the whole system. */
export const systemSignals: Readonly<Record<string, Signal>> = {
  ...reachabilitySignals,
  ...requestSignals,
  ...baselineSignals,
};
