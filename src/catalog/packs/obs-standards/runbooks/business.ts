import { type Runbook } from '../../../../domain/runbook/types';
import { ask, errorLines, failingTraces, investigate, metric, mitigate, on, symptom, verify } from '../../runbookKit';
import { backing, common, deployed, undo, written } from './parts';

export const businessRunbooks: readonly Runbook[] = [
  {
    ...common,
    id: 'low-conversion-rate',
    title: 'Low conversion rate',
    service: 'web-frontend',
    variables: { namespace: 'production', deployment: 'web-frontend' },
    alerts: ['low-conversion-rate'],
    severity: 'warning',
    summary:
      'Fewer than 2 % of the sessions end in an order: the shop is broken somewhere, or the wrong visitors came.',
    steps: [
      symptom(),
      investigate('funnel', 'Where do they leave?', {
        checks: [
          metric('web-frontend.sessions-started', '>', 20, { title: 'Sessions a second' }),
          metric('web-frontend.checkout-success', '<', 0.9, { title: 'Checkouts that succeed' }),
          metric('order-service.orders-completed', '<=', 0, { title: 'Orders a second' }),
        ],
      }),
      investigate('technical', 'Is it technical?', {
        checks: [
          metric('web-frontend.page-load-p95', '>', 4, { title: 'p95 of page loads' }),
          metric('payment-service.payment-failure-ratio', '>', 0.05, {
            title: 'Failed payments',
            blames: 'payment-service',
          }),
          metric('system.error-ratio', '>', 0.01, { by: ['service'], title: 'Error rate by service' }),
          errorLines(5),
        ],
        branches: [on('normal', 'tell', 'The shop works: look at who comes.')],
      }),
      deployed,
      mitigate('tell', 'Ask the business', {
        checks: [ask('Is a campaign under way, or did prices change?')],
      }),
      undo,
      verify(),
      written,
    ],
    implements: ['OBS-RUN-08'],
  },
  {
    ...common,
    id: 'payment-failures',
    title: 'Payments fail',
    service: 'payment-service',
    variables: { namespace: 'production', deployment: 'payment-service' },
    alerts: ['high-payment-failure-rate'],
    severity: 'critical',
    responseMinutes: 5,
    summary: 'More than 5 % of the payments fail. Customers cannot buy.',
    steps: [
      symptom(),
      investigate('scope', 'All payments?', {
        checks: [
          metric('payment-service.payment-failures', '>', 0.05, { title: 'Failures a second' }),
          metric('payment-service.error-ratio', '>', 0.01, { title: 'Failed requests' }),
          metric('web-frontend.checkout-success', '<', 0.9, { title: 'Checkouts that succeed' }),
        ],
      }),
      deployed,
      investigate('evidence', 'What do the logs and traces say?', { checks: [errorLines(2), failingTraces()] }),
      investigate('dependencies', 'Are the dependencies well?', {
        checks: backing,
        branches: [on('abnormal', 'fallback')],
      }),
      mitigate('fallback', 'Offer another way to pay', {
        text: 'Hide the method that fails; tell support what to say.',
      }),
      undo,
      verify(),
      written,
    ],
    implements: ['OBS-RUN-09'],
  },
];
