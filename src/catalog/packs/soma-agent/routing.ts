import { type System } from '../../types';

/** Document 002 has no receivers; PagerDuty and Opsgenie are a next step of its authors, and stand here for it. */
export const routing: System['routing'] = {
  route: {
    receiver: 'warning',
    routes: [{ matchers: { severity: 'critical' }, receiver: 'critical', groupWait: '10s', repeatInterval: '1h' }],
  },
  receivers: [
    { name: 'critical', pagerduty: true, opsgenie: true, slack: ['#somaagent-critical'] },
    { name: 'warning', slack: ['#somaagent-warning'] },
  ],
  inhibitions: [
    {
      source: { alertname: 'KafkaDown' },
      target: { alertname: 'HighKafkaConsumerLag' },
      equal: [],
    },
    {
      source: { alertname: 'ServiceDown', service: { re: '.+' } },
      target: { severity: 'warning', alertname: { not: 'SloNotMeasured' } },
      equal: ['service'],
    },
  ],
  implements: ['SOMA-ROUTE-02'],
};
