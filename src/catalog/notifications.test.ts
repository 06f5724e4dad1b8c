import { notificationsOf } from './notifications';
import { builtInSystems } from './packs';

const labels = { alertname: 'HighErrorRate', system: 'obs-standards', service: 'order-service', team: 'platform' };

it('says who hears of an alert, how soon and how often', () => {
  const { priority, deliveries, inhibitedBy } = notificationsOf(
    { labels: { ...labels, severity: 'critical', page: 'true' } },
    [],
    builtInSystems
  );
  expect(priority).toBe('P0');
  expect(deliveries.map(({ receiver }) => receiver)).toEqual(
    expect.arrayContaining([expect.stringContaining('critical')])
  );
  expect(deliveries[0]).toMatchObject({ groupWait: expect.stringMatching(/s$/), repeatInterval: expect.any(String) });
  expect(inhibitedBy).toEqual([]);
});

it('a slow burn keeps quiet while a fast one of the same objective pages', () => {
  const burn = {
    alertname: 'SloErrorBudgetBurn',
    system: 'enis',
    slo: 'edge-zero-availability',
    service: 'edge-agents',
  };
  const fast = { labels: { ...burn, burn: 'page-fast', severity: 'critical' } };
  const slow = { labels: { ...burn, burn: 'ticket-slow', severity: 'warning' } };
  expect(notificationsOf(slow, [fast, slow], builtInSystems).inhibitedBy).toEqual([fast]);
  expect(notificationsOf(fast, [fast, slow], builtInSystems).inhibitedBy).toEqual([]);
});
