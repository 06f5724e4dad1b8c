import { type Alert, type AlertGroup } from '../../types';
import { BUSINESS_ALERTS, businessAlerts } from './alerts/business';
import { INFRASTRUCTURE_ALERTS, infrastructureAlerts } from './alerts/infrastructure';
import { SLO_ALERTS, sloAlerts } from './alerts/slos';
import { APPLICATION_METRICS, BUSINESS_METRICS, INFRASTRUCTURE_METRICS } from './recordings';

/** Document 004, alert rules: thresholds, durations and severities as they stand there, where they mean what they say. */
export const alerts: readonly Alert[] = [...sloAlerts, ...infrastructureAlerts, ...businessAlerts];

/** The document's groups; those of alerts are evaluated as often as all rules of its Prometheus. */
export const alertGroups: readonly AlertGroup[] = [
  { id: SLO_ALERTS, interval: '15s', implements: ['OBS-ALERT-01'] },
  { id: INFRASTRUCTURE_ALERTS, interval: '15s', implements: ['OBS-ALERT-02'] },
  { id: BUSINESS_ALERTS, interval: '15s', implements: ['OBS-ALERT-03'] },
  { id: APPLICATION_METRICS, interval: '30s', implements: ['OBS-REC-01'] },
  { id: INFRASTRUCTURE_METRICS, interval: '30s', implements: ['OBS-REC-02'] },
  { id: BUSINESS_METRICS, interval: '1m', implements: ['OBS-REC-03'] },
];
