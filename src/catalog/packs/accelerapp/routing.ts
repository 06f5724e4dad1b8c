import { type System } from '../../types';

/**
 * Document 003: one receiver, Slack and PagerDuty, for what is critical, bundled by severity. It promises e-mail and has
 * none; here it has. Priorities: critical P0, high P1, warning P2, info P3.
 */
export const routing: System['routing'] = {
  route: {
    receiver: 'info',
    groupBy: ['system', 'severity', 'service'],
    routes: [
      { matchers: { severity: 'critical' }, receiver: 'critical-alerts', groupWait: '10s', repeatInterval: '1h' },
      { matchers: { severity: 'high' }, receiver: 'high' },
      { matchers: { severity: { anyOf: ['warning', 'medium'] } }, receiver: 'warning' },
    ],
  },
  receivers: [
    {
      name: 'critical-alerts',
      pagerduty: true,
      slack: ['#alerts'],
      email: ['ops-team@accelerapp.example.com'],
    },
    { name: 'high', slack: ['#alerts'], email: ['ops-team@accelerapp.example.com'] },
    { name: 'warning', slack: ['#alerts'] },
    { name: 'info', email: ['ops-team@accelerapp.example.com'] },
  ],
  inhibitions: [
    {
      source: { severity: 'critical', service: { re: '.+' } },
      target: { severity: { anyOf: ['warning', 'medium', 'info'] } },
      equal: ['service'],
    },
    {
      source: { alertname: 'ServiceDown', service: { re: '.+' } },
      target: { alertname: { anyOf: ['HighErrorRate', 'HealthCheckFailing', 'CodeGenerationFailures'] } },
      equal: ['service'],
    },
  ],
  implements: ['ACC-ROUTE-01', 'ACC-ROUTE-02', 'ACC-ROUTE-03', 'ACC-ROUTE-04', 'ACC-ROUTE-05', 'ACC-ROUTE-06'],
};
