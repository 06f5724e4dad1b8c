import { type System } from '../../types';

/**
 * Document 004, routes and receivers. Changed where the file could not work: critical alerts go on to their team, which
 * the document's first match keeps from them; they repeat after an hour instead of every five minutes; the team
 * payments has a receiver; the mail of one node does not hide the next.
 */
export const routing: System['routing'] = {
  route: {
    receiver: 'default-receiver',
    groupBy: ['system', 'alertname', 'service'],
    groupWait: '30s',
    groupInterval: '5m',
    repeatInterval: '4h',
    routes: [
      {
        matchers: { severity: 'critical' },
        receiver: 'critical-alerts',
        groupWait: '10s',
        repeatInterval: '1h',
        continue: true,
      },
      { matchers: { team: 'platform' }, receiver: 'platform-team' },
      { matchers: { team: 'business' }, receiver: 'business-team' },
      {
        matchers: { team: 'infrastructure' },
        receiver: 'infrastructure-team',
        groupBy: ['system', 'alertname', 'instance'],
      },
      { matchers: { team: 'payments' }, receiver: 'payments-team' },
    ],
  },
  receivers: [
    { name: 'default-receiver', email: ['team@company.com'] },
    { name: 'critical-alerts', pagerduty: true, slack: ['#critical-alerts'] },
    { name: 'platform-team', slack: ['#platform-alerts'] },
    { name: 'business-team', slack: ['#business-alerts'] },
    { name: 'infrastructure-team', email: ['infrastructure@company.com'] },
    { name: 'payments-team', slack: ['#payments-alerts'] },
  ],
  inhibitions: [
    // The document wants the same alert name at both severities, and no name has two: these are the pairs it can mean.
    {
      source: { alertname: { anyOf: ['ServiceDown', 'ServiceStopsReporting'] }, service: { re: '.+' } },
      target: { alertname: { anyOf: ['HighErrorRate', 'HighLatency'] } },
      equal: ['service'],
    },
    {
      source: { alertname: 'HighErrorRate', service: { re: '.+' } },
      target: { alertname: 'HighLatency' },
      equal: ['service'],
    },
  ],
  implements: [
    'OBS-ROUTE-02',
    'OBS-ROUTE-03',
    'OBS-ROUTE-04',
    'OBS-ROUTE-05',
    'OBS-ROUTE-06',
    'OBS-ROUTE-07',
    'OBS-ROUTE-08',
    'OBS-ROUTE-09',
    'OBS-ROUTE-10',
    'OBS-ROUTE-11',
    'OBS-ROUTE-12',
    'OBS-INH-01',
  ],
};
