import { type Alert, type AlertGroup } from '../../types';
import { SLO_GROUP, serviceAlerts } from './alerts/services';
import { storeAlerts } from './alerts/stores';
import { AGGREGATIONS } from './recordings';

const GENERATED_GROUP = 'somaagent_generated';

/** The document has down alerts for three stores and none for the six services that it scrapes as well. */
const generatedAlerts: readonly Alert[] = [
  {
    id: 'service-down',
    name: 'ServiceDown',
    group: GENERATED_GROUP,
    service: 'gateway',
    serviceLabel: 'job',
    severity: 'critical',
    page: true,
    condition: { signal: 'system.application-up', by: ['job', 'instance'], op: '==', value: 0 },
    for: '1m',
    summary: '{{ $labels.job }} is down',
    description: 'Instance {{ $labels.instance }} does not answer a scrape. Generated; the document has no such alert.',
    runbook: 'service-down',
    implements: ['SOMA-OTHER-03'],
  },
];

/** Document 002, alert rules: thresholds, durations and severities as they stand there. */
export const alerts: readonly Alert[] = [...serviceAlerts, ...storeAlerts, ...generatedAlerts];

export const alertGroups: readonly AlertGroup[] = [
  { id: SLO_GROUP, interval: '30s', implements: ['SOMA-OTHER-08', 'SOMA-ROUTE-01'] },
  { id: AGGREGATIONS, interval: '30s' },
  { id: GENERATED_GROUP, interval: '30s' },
];
