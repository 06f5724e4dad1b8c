import { type Alert } from '../../../types';

export const BUSINESS_ALERTS = 'business_alerts';

/** Orders and payments. */
export const businessAlerts: readonly Alert[] = [
  {
    id: 'low-conversion-rate',
    name: 'LowConversionRate',
    group: BUSINESS_ALERTS,
    service: 'web-frontend',
    severity: 'warning',
    page: false,
    // Over sums, because orders and sessions come from different services, and only with enough visitors.
    condition: { signal: 'web-frontend.conversion-rate-busy', op: '<', value: 0.02 },
    for: '10m',
    summary: 'Fewer than 2 % of the sessions end in an order',
    description: 'The conversion rate is {{ $value | humanizePercentage }} (bound: 2 %).',
    runbook: 'low-conversion-rate',
    implements: ['OBS-ALERT-11'],
  },
  {
    id: 'high-payment-failure-rate',
    name: 'HighPaymentFailureRate',
    group: BUSINESS_ALERTS,
    service: 'payment-service',
    severity: 'critical',
    page: true,
    condition: { signal: 'payment-service.payment-failure-ratio', op: '>', value: 0.05 },
    for: '2m',
    summary: 'More than 5 % of the payments fail',
    description: 'The share of failed payments is {{ $value | humanizePercentage }} (bound: 5 %).',
    runbook: 'payment-failures',
    implements: ['OBS-ALERT-12'],
  },
];
