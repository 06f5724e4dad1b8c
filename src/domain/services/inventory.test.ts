import { type Alert } from '../alerts/types';
import { firingSummary, inventory, type RowStanding, type ServiceFacts, withAlerts } from './inventory';
import { type ServiceRow } from './rows';

const facts: ServiceFacts = { systemName: 'One', title: '', owner: 'Team', kind: 'application', tiers: [] };
const row = (service: string, changes: Partial<ServiceRow> = {}): ServiceRow => ({
  system: 'one',
  service,
  values: {},
  state: 'ok',
  ...changes,
});
const alert = (service: string, changes: Partial<Alert> = {}): Alert => ({
  ruleId: service,
  name: 'Alert',
  state: 'firing',
  severity: 'critical',
  labels: { system: 'one', service },
  annotations: {},
  activeAtMs: 1000,
  value: null,
  source: { id: 'prometheus', kind: 'data-source', name: 'Prometheus' },
  ...changes,
});
const standing = (service: string, title: string, state: RowStanding['attainment']['state']): RowStanding => ({
  system: 'one',
  slo: {
    id: title,
    title,
    service,
    sli: { kind: 'boolean', gauge: { metric: 'up' } },
    targetRatio: 0.99,
    windowDays: 28,
  },
  attainment: { state, coverageRatio: 1 },
});

describe('inventory', () => {
  it('counts what fires about each service and lets it decide the state', () => {
    const rows = inventory([row('quiet'), row('noisy'), row('told')], () => facts, {
      alerts: [
        alert('noisy', { severity: 'warning', activeAtMs: 5000, annotations: { summary: 'It is slow' } }),
        alert('noisy', { severity: 'info', activeAtMs: 2000 }),
        alert('noisy', { state: 'pending' }),
        alert('told', { severity: 'info' }),
        alert('quiet', { labels: { system: 'other', service: 'quiet' } }),
      ],
    });
    expect(
      rows.map(({ name, state, because, firing }) => [name, state, because, firing?.count, firing?.sinceMs])
    ).toEqual([
      ['noisy', 'warning', 'It is slow', 2, 2000],
      ['told', 'ok', 'Alert', 1, 1000],
      ['quiet', 'ok', undefined, 0, undefined],
    ]);
  });

  it('does not claim that nothing fires when the alerts could not be read', () => {
    expect(inventory([row('a')], () => facts, { alerts: undefined })[0]?.firing).toBeUndefined();
  });

  it('names the worst objective', () => {
    const [first, second] = inventory([row('a'), row('b')], () => facts, {
      standings: [standing('a', 'fast', 'ok'), standing('a', 'up', 'breached'), standing('c', 'other', 'critical')],
    });
    expect(first?.slo).toEqual({ count: 2, state: 'breached', title: 'up' });
    expect(second?.slo).toBeUndefined();
  });

  it('joins one of many by its own name', () => {
    const [member] = inventory([row('cloud', { split: 'billing' })], () => facts, { alerts: [alert('billing')] });
    expect(member).toMatchObject({ name: 'billing', state: 'critical', firing: { count: 1 } });
  });

  it('puts services that nothing is known about behind healthy ones', () => {
    const rows = inventory(
      [row('bare', { state: 'not-configured' }), row('fine'), row('gone', { state: 'silent' })],
      () => facts,
      {}
    );
    expect(rows.map(({ name }) => name)).toEqual(['gone', 'fine', 'bare']);
  });
});

describe('withAlerts', () => {
  const critical = firingSummary([alert('a', { annotations: { summary: 'Down' } })]);

  it('prefers the words of an alert to those of an equally bad signal', () => {
    expect(withAlerts({ state: 'critical', because: 'Error rate' }, critical)).toEqual({
      state: 'critical',
      because: 'Down',
    });
  });

  it('keeps a signal that is worse than the alerts', () => {
    const warning = firingSummary([alert('a', { severity: 'warning' })]);
    expect(withAlerts({ state: 'critical', because: 'Error rate' }, warning).because).toBe('Error rate');
  });

  it('leaves everything as it is when nothing is known or fires', () => {
    const own = { state: 'no-traffic' as const, because: 'Nobody calls it.' };
    expect(withAlerts(own, undefined)).toEqual(own);
    expect(withAlerts(own, firingSummary([]))).toEqual(own);
  });
});
