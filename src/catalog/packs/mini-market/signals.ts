import { type Signal } from '../../../domain/signals/types';
import { businessSignals } from './signals/business';
import { logSignals } from './signals/logs';
import { reachabilitySignals } from './signals/reachability';
import { requestSignals } from './signals/requests';

/** Measurements of the whole system. */
export const systemSignals: Readonly<Record<string, Signal>> = {
  ...reachabilitySignals,
  ...requestSignals,
  ...businessSignals,
  ...logSignals,
};
