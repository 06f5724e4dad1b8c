import { type System } from '../../catalog/types';
import { type Alert } from '../../domain/alerts/types';
import { type Runbook } from '../../domain/runbook/types';
import { openedFor } from './openedFor';

const runbook: Runbook = {
  id: 'down',
  title: 'Down',
  service: 'cart',
  alerts: ['cart-down'],
  severity: 'critical',
  summary: 'x',
  steps: [],
};
const system: System = {
  id: 'shop',
  name: 'Shop',
  teams: [],
  services: [],
  alerts: [
    {
      id: 'cart-down',
      name: 'CartDown',
      service: 'cart',
      severity: 'critical',
      condition: { signal: 'cart.up', op: '==', value: 0 },
      for: '1m',
      summary: 'x',
      runbook: 'down',
    },
  ],
};
const alert = (name: string, labels: Record<string, string>, activeAtMs = 100): Alert => ({
  ruleId: name,
  name,
  state: 'firing',
  labels,
  annotations: {},
  activeAtMs,
  value: null,
  source: { id: 'p', kind: 'data-source', name: 'P' },
});
const active = [
  alert('CartDown', { system: 'shop', pod: 'a' }, 100),
  alert('CartDown', { system: 'shop', pod: 'b' }, 200),
  alert('CartDown', { system: 'other', pod: 'b' }, 300),
  alert('BudgetBurns', { system: 'shop', slo: 's' }, 400),
];

it('finds the alert of the link by its name and labels, and since when', () => {
  const opened = { alert: 'CartDown', labels: { pod: 'b', unknown: 'x' } };
  expect(openedFor(runbook, system, opened, active, 999)).toMatchObject({
    startMs: 200,
    active: { labels: { pod: 'b' } },
  });
  expect(openedFor(runbook, system, { ...opened, startMs: 5 }, active, 999).startMs).toBe(5);
});

it('finds alerts that lead here without a catalog entry', () => {
  expect(openedFor(runbook, system, { alert: 'BudgetBurns', labels: { slo: 's' } }, active, 999).startMs).toBe(400);
});

it('knows none that is over, and none before the alerts were read', () => {
  const opened = { alert: 'CartDown', labels: { pod: 'gone' } };
  expect(openedFor(runbook, system, opened, active, 999)).toMatchObject({ active: undefined, isKnown: true });
  expect(openedFor(runbook, system, opened, undefined, 999)).toMatchObject({ isKnown: false });
});

it('offers the active alerts of its own when it was opened for none', () => {
  const { others } = openedFor(runbook, system, { labels: {} }, active, 999);
  expect(others.map(({ name, labels }) => `${name} ${labels['pod']}`)).toEqual(['CartDown a', 'CartDown b']);
});
