/** @jest-environment node */
import { type System } from '../../catalog/types';
import { type Alert } from '../../domain/alerts/types';
import { nextStepsOf, nextStepsOfGroup, runAtOnce } from './alertLinks';

const NOW_MS = Date.UTC(2026, 0, 5, 3, 30);
const system: System = {
  id: 'shop',
  name: 'Shop',
  teams: [],
  services: [
    { id: 'till', name: 'Till', team: 't', kind: 'platform', signals: {}, traces: { service: 'till-api' } },
    { id: 'disk', name: 'Disk', team: 't', kind: 'platform', signals: {} },
  ],
};
const alert = (service: string, activeAtMs: number | null): Alert => ({
  ruleId: 'r',
  name: 'Broken',
  state: 'firing',
  labels: { system: 'shop', service },
  annotations: {},
  activeAtMs,
  value: null,
  source: { id: 'p', kind: 'data-source', name: 'P' },
});
const traces = (one: Alert) => {
  const href = nextStepsOf(one, [system], 'from=now-6h&to=now-1h&var-x=1').find(
    ({ title }) => title === 'Traces'
  )?.href;
  return href === undefined ? undefined : Object.fromEntries(new URL(href, 'http://grafana').searchParams);
};

describe('from an alert to its traces', () => {
  beforeAll(() => {
    jest.useFakeTimers({ now: NOW_MS });
  });
  afterAll(() => {
    jest.useRealTimers();
  });

  it('leads to the worst ones since a quarter of an hour before it began', () => {
    expect(traces(alert('till', Date.UTC(2026, 0, 5, 3, 20)))).toEqual({
      service: 'till-api',
      order: 'worst',
      from: '2026-01-05T03:05:00.000Z',
      to: 'now',
      'var-x': '1',
    });
  });

  it('leads to the newest hour of an alert that has lasted for long', () => {
    expect(traces(alert('till', Date.UTC(2026, 0, 4)))).toMatchObject({ from: 'now-1h', to: 'now' });
  });

  it('keeps the time range of the page when the alert is over, and leads nowhere without traces', () => {
    expect(traces(alert('till', null))).toMatchObject({ from: 'now-6h', to: 'now-1h' });
    expect(traces(alert('disk', NOW_MS))).toBeUndefined();
    expect(traces(alert('unknown', NOW_MS))).toBeUndefined();
  });
});

describe('from a group of alerts to its runbook', () => {
  const call = { id: 'broken', name: 'Broken', service: 'till', runbook: 'till-broken' };
  const known = { ...system, alerts: [call], slos: [{ id: 'paid', service: 'till', runbook: 'till-broken' }] };
  const systems = [known as unknown as System];
  const broken = { ...alert('till', NOW_MS), severity: 'warning' };
  const budget = {
    ...alert('till', NOW_MS),
    name: 'BudgetBurns',
    severity: 'critical',
    labels: { system: 'shop', service: 'till', slo: 'paid' },
  };

  it('opens it for the alert that tells what is wrong, not for one on the budget that it costs', () => {
    const [first] = nextStepsOfGroup([budget, broken], systems, '');
    expect(first?.href).toMatch(/\/runbooks\/shop\/till-broken\?.*alert=Broken&/);
    const [only] = nextStepsOfGroup([budget], systems, '');
    expect(only?.href).toMatch(/alert=BudgetBurns&/);
  });

  it('may run its checks at once; what is elsewhere is only opened', () => {
    const [own] = nextStepsOfGroup([broken], systems, '');
    expect(own && runAtOnce(own)).toMatchObject({ title: 'Run the runbook', href: `${own?.href}&run=1` });
    const elsewhere = { title: 'Runbook', icon: 'book-open' as const, href: 'https://wiki.example/till?x=1' };
    expect(runAtOnce(elsewhere)).toEqual(elsewhere);
    const service = nextStepsOfGroup([broken], systems, '').find(({ icon }) => icon === 'apps');
    expect(service && runAtOnce(service)).toEqual(service);
  });
});
