import { alertmanagerConfig, webhookAlertmanagerConfig } from './alertmanager';
import { allInhibitions, routingTree } from './tree';
import { deliveries, matchesAll } from './resolve';

const input = {
  systems: [
    {
      system: 'shop',
      routing: {
        route: { receiver: 'team', routes: [{ matchers: { severity: 'critical' }, receiver: 'pager' }] },
        receivers: [
          { name: 'team', slack: ['#shop'] },
          { name: 'pager', pagerduty: true, opsgenie: true, email: ['a@example.com'] },
        ],
        inhibitions: [{ source: { alertname: 'Down' }, target: { alertname: 'Slow' }, equal: ['service'] }],
      },
    },
    { system: 'plain' },
  ],
  tierOrders: [
    ['fast', 'slow', 'ticket'],
    ['fast', 'own'],
  ],
};
const reached = (labels: Record<string, string>) =>
  deliveries(routingTree(input.systems), labels).map(({ receiver }) => receiver);

describe('routingTree', () => {
  it('has a branch for a system with routes of its own', () => {
    expect(reached({ system: 'shop', severity: 'warning' })).toEqual(['shop-team']);
    expect(reached({ system: 'shop', severity: 'critical' })).toEqual(['shop-pager']);
  });

  it.each([
    ['critical', 'page'],
    ['P0', 'page'],
    ['high', 'page'],
    ['error', 'page'],
    ['warning', 'chat'],
    ['medium', 'chat'],
    ['info', 'email'],
    ['nobody knows', 'email'],
  ])('sends %s of other systems to %s', (severity, receiver) => {
    expect(reached({ system: 'plain', severity })).toEqual([receiver]);
  });
});

describe('allInhibitions', () => {
  const inhibitions = allInhibitions(input.systems, input.tierOrders);
  const silences = (source: Record<string, string>, target: Record<string, string>) =>
    inhibitions.some(
      (rule) =>
        matchesAll(rule.source, source) &&
        matchesAll(rule.target, target) &&
        rule.equal.every((label) => (source[label] ?? '') === (target[label] ?? ''))
    );
  const burn = (tier: string, slo = 'a', severity = 'critical') => ({
    alertname: 'SloErrorBudgetBurn',
    system: 'shop',
    service: 'web',
    slo,
    burn: tier,
    severity,
  });

  it('lets a faster tier silence the slower ones of the same objective', () => {
    expect(silences(burn('fast'), burn('slow'))).toBe(true);
    expect(silences(burn('fast'), burn('own'))).toBe(true);
    expect(silences(burn('slow'), burn('ticket'))).toBe(true);
    expect(silences(burn('slow'), burn('fast'))).toBe(false);
    expect(silences(burn('fast'), burn('fast'))).toBe(false);
    expect(silences(burn('fast'), burn('slow', 'b'))).toBe(false);
  });

  it('does not let a page of one objective hide the ticket of another', () => {
    expect(silences(burn('fast', 'a'), burn('ticket', 'b', 'warning'))).toBe(false);
  });

  it('keeps what a system says to that system', () => {
    const alert = (alertname: string, system: string, service = 'web') => ({ alertname, system, service });
    expect(silences(alert('Down', 'shop'), alert('Slow', 'shop'))).toBe(true);
    expect(silences(alert('Down', 'shop'), alert('Slow', 'shop', 'api'))).toBe(false);
    expect(silences(alert('Down', 'plain'), alert('Slow', 'plain'))).toBe(false);
    expect(silences(alert('Down', 'shop'), alert('Slow', 'plain'))).toBe(false);
  });
});

it('names files for secrets, one a system, and holds none', () => {
  const text = JSON.stringify(alertmanagerConfig(input));
  expect(text).toContain('"routing_key_file":"/etc/alertmanager/secrets/pagerduty-routing-key-shop"');
  expect(text).toContain('"api_key_file":"/etc/alertmanager/secrets/opsgenie-api-key-shop"');
  expect(text).not.toMatch(/"(?:routing_key|service_key|api_key|api_url|smtp_auth_password)":/);
});

it('delivers everything to a webhook by the same routes', () => {
  const real = alertmanagerConfig(input) as Record<string, unknown>;
  const local = webhookAlertmanagerConfig(input, 'http://h/n') as Record<string, unknown>;
  expect(local['route']).toEqual(real['route']);
  expect(local['inhibit_rules']).toEqual(real['inhibit_rules']);
  expect(local['receivers']).toContainEqual({
    name: 'shop-pager',
    webhook_configs: [{ url: 'http://h/n/shop-pager', send_resolved: true }],
  });
});
