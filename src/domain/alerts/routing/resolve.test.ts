import { deliveries, matchesAll } from './resolve';
import { type Route } from './types';

const tree: Route = {
  receiver: 'everything',
  groupBy: ['alertname'],
  repeatInterval: '4h',
  routes: [
    { matchers: { severity: 'critical' }, receiver: 'pager', groupWait: '10s', continue: true },
    {
      matchers: { team: { anyOf: ['platform', 'edge'] } },
      receiver: 'platform',
      groupBy: ['instance'],
      routes: [{ matchers: { service: { re: 'node-.+' } }, receiver: 'nodes' }],
    },
    { matchers: { team: 'business' }, receiver: 'business' },
  ],
};
const receivers = (labels: Record<string, string>) => deliveries(tree, labels).map(({ receiver }) => receiver);

describe('deliveries', () => {
  it('takes the deepest branch, and the root for what nobody wants', () => {
    expect(receivers({ team: 'platform' })).toEqual(['platform']);
    expect(receivers({ team: 'edge', service: 'node-1' })).toEqual(['nodes']);
    expect(receivers({ team: 'payments' })).toEqual(['everything']);
  });

  it('goes on only where a branch says so', () => {
    expect(receivers({ severity: 'critical', team: 'business' })).toEqual(['pager', 'business']);
    expect(receivers({ severity: 'critical' })).toEqual(['pager']);
  });

  it('inherits what a branch does not say', () => {
    expect(deliveries(tree, { team: 'edge', service: 'node-1' })).toEqual([
      { receiver: 'nodes', groupBy: ['instance'], groupWait: '30s', groupInterval: '5m', repeatInterval: '4h' },
    ]);
    expect(deliveries(tree, { severity: 'critical' })[0]).toMatchObject({ groupWait: '10s', groupBy: ['alertname'] });
  });
});

describe('matchesAll', () => {
  it('takes an absent label for an empty one', () => {
    expect(matchesAll({ team: '' }, {})).toBe(true);
    expect(matchesAll({ team: { not: 'a' } }, {})).toBe(true);
    expect(matchesAll({ team: { re: '.+' } }, {})).toBe(false);
    expect(matchesAll({ team: { notRe: '.+' } }, {})).toBe(true);
  });

  it('anchors patterns', () => {
    expect(matchesAll({ team: { re: 'a|b' } }, { team: 'ab' })).toBe(false);
    expect(matchesAll({ team: { notRe: 'a|b' } }, { team: 'ab' })).toBe(true);
  });
});
