import { type System } from '../../types';

/**
 * Document 001 sends everything to Slack and names no channel. What is critical (P0) also wakes somebody, which the
 * document leaves open.
 */
export const routing: System['routing'] = {
  route: {
    receiver: 'chat',
    groupBy: ['system', 'severity', 'alertname'],
    routes: [
      { matchers: { severity: 'critical' }, receiver: 'critical', groupWait: '10s', repeatInterval: '1h' },
      { matchers: { severity: 'high' }, receiver: 'high' },
      { matchers: { severity: { anyOf: ['medium', 'warning', 'info'] } }, receiver: 'chat', repeatInterval: '24h' },
    ],
  },
  receivers: [
    { name: 'critical', pagerduty: true, slack: ['#mini-market-critical'] },
    { name: 'high', slack: ['#mini-market-high'] },
    { name: 'chat', slack: ['#mini-market-medium'] },
  ],
  inhibitions: [
    {
      source: { alertname: 'ServiceDown', service: { re: '.+' } },
      target: { alertname: { anyOf: ['HighErrorRate', 'HighLatency', 'SlowRequests'] } },
      equal: ['service'],
    },
    // The slowest 1 % are slow when the slowest 5 % are.
    {
      source: { alertname: 'HighLatency', service: { re: '.+' } },
      target: { alertname: 'SlowRequests' },
      equal: ['service'],
    },
  ],
  implements: ['MM-ROUTE-01', 'MM-ROUTE-02'],
};
