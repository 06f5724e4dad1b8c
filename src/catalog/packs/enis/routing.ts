import { type System } from '../../types';

/**
 * Document 000 routes by priority: PagerDuty for P0 and P1, Slack for P0 to P2, e-mail for P2 and P3. Its rules have
 * severities; critical ones are P0 when they page and P1 when not, warnings P2, the rest P3. It also names SMS, which
 * Alertmanager cannot send: PagerDuty does, by its own notification rules.
 */
export const routing: System['routing'] = {
  route: {
    receiver: 'low',
    groupBy: ['system', 'alertname', 'component'],
    routes: [
      {
        matchers: { severity: { anyOf: ['critical', 'high'] } },
        receiver: 'critical',
        groupWait: '10s',
        repeatInterval: '1h',
      },
      { matchers: { severity: { anyOf: ['warning', 'medium'] } }, receiver: 'warning' },
    ],
  },
  receivers: [
    { name: 'critical', pagerduty: true, slack: ['#enis-alerts-critical'] },
    { name: 'warning', slack: ['#enis-alerts-warning'], email: ['ops-team@enis.cloud', 'devops@enis.cloud'] },
    { name: 'low', email: ['ops-team@enis.cloud', 'devops@enis.cloud'] },
  ],
  inhibitions: [
    {
      source: { alertname: 'NopsKernelDown' },
      target: { alertname: { anyOf: ['NopsKernelHighErrorRate', 'NopsKernelHighLatency'] } },
      equal: ['component'],
    },
  ],
  implements: ['ENIS-ROUTE-02', 'ENIS-ROUTE-03', 'ENIS-ROUTE-04', 'ENIS-ROUTE-06'],
};
