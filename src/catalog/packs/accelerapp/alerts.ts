import { type Alert } from '../../types';
import { applicationAlerts } from './alerts/application';
import { dependencyAlerts } from './alerts/dependencies';

/**
 * Document 003, alert rules. It promises eleven and lists ten; an eleventh is not invented. Thresholds, durations and
 * severities as they stand there. Where it gives no duration, the condition has to hold for five minutes.
 */
export const alerts: readonly Alert[] = [...applicationAlerts, ...dependencyAlerts];
