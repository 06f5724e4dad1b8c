import { type Alert } from '../../../types';

export const SLO_ALERTS = 'slo_alerts';

const critical = { group: SLO_ALERTS, severity: 'critical', page: true } as const;
const warning = { group: SLO_ALERTS, severity: 'warning', page: false } as const;

const budget = (service: string, requirement: string): Alert => ({
  ...warning,
  id: `${service}-budget-half-consumed`,
  name: 'SLOErrorBudgetCritical',
  service,
  // The document compares the share of errors with 0.05 % and pages for "exhausted within a day"; at that rate a budget
  // lasts for two months. Here it is what the text speaks of, and no page: burn rates page.
  condition: { signal: `${service}.budget-consumed`, by: ['slo'], op: '>', value: 0.5 },
  for: '1m',
  summary: `Half of the availability budget of ${service} is consumed`,
  description: 'Of the budget of 30 days, {{ $value | humanizePercentage }} are consumed (bound: 50 %).',
  runbook: 'error-budget',
  implements: [requirement],
});

/** What users feel. */
export const sloAlerts: readonly Alert[] = [
  {
    ...critical,
    id: 'high-error-rate',
    name: 'HighErrorRate',
    service: 'user-service',
    serviceLabel: 'service',
    // Both sides are sums: the document divides each series of 5xx by itself, so one failure is always 100 %.
    condition: { signal: 'system.error-ratio', by: ['service'], op: '>', value: 0.01 },
    for: '2m',
    summary: '{{ $labels.service }} fails in more than 1 % of its requests',
    description: 'The share of failed requests is {{ $value | humanizePercentage }} (bound: 1 %).',
    runbook: 'high-error-rate',
    implements: ['OBS-ALERT-04'],
  },
  {
    ...warning,
    id: 'high-latency',
    name: 'HighLatency',
    service: 'user-service',
    serviceLabel: 'service',
    // One quantile a service: the document's has one for each endpoint, method and instance.
    condition: { signal: 'system.latency-p95', by: ['service'], op: '>', value: 0.5 },
    for: '5m',
    summary: 'p95 latency of {{ $labels.service }} is above 500 ms',
    description: 'p95 is {{ $value | humanizeDuration }} (bound: 500 ms).',
    runbook: 'high-latency',
    implements: ['OBS-ALERT-05'],
  },
  budget('user-service', 'OBS-ALERT-06'),
  budget('payment-service', 'OBS-ALERT-06'),
  {
    ...critical,
    id: 'service-down',
    name: 'ServiceDown',
    service: 'prometheus',
    serviceLabel: 'service',
    condition: { signal: 'system.target-up', by: ['service', 'job', 'instance'], op: '==', value: 0 },
    for: '1m',
    summary: '{{ $labels.service }} is down',
    description: 'Target {{ $labels.instance }} of job {{ $labels.job }} does not answer a scrape.',
    runbook: 'service-down',
    implements: ['OBS-ALERT-07'],
  },
  {
    ...critical,
    id: 'service-stops-reporting',
    name: 'ServiceStopsReporting',
    service: 'prometheus',
    serviceLabel: 'service',
    condition: { signal: 'system.targets-reporting', by: ['service'], op: '==', value: 0 },
    for: '5m',
    summary: '{{ $labels.service }} is not scraped any more',
    description:
      'It has no scrape target, and had some in the last six hours. Generated; the document has no such alert.',
    runbook: 'service-down',
    implements: ['OBS-ALERT-07'],
  },
];
