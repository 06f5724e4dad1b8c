import { type Alert, type AlertGroup } from '../../types';
import { CRITICAL, criticalAlerts } from './alerts/critical';
import { HIGH, highAlerts } from './alerts/high';
import { MEDIUM, mediumAlerts } from './alerts/medium';

/**
 * Document 001, alerts: 4 critical, 6 high, 5 medium. Thresholds, durations and severities as they stand there. Where
 * it gives no duration, the condition has to hold for five minutes, so that one odd sample calls nobody.
 */
export const alerts: readonly Alert[] = [...criticalAlerts, ...highAlerts, ...mediumAlerts];

/** One group a severity. A minute's wait needs more than one evaluation a minute. */
export const alertGroups: readonly AlertGroup[] = [
  { id: CRITICAL, interval: '30s' },
  { id: HIGH, interval: '1m' },
  { id: MEDIUM, interval: '1m' },
];
