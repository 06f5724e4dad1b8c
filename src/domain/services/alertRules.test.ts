import { type AlertInstance, type AlertRule } from '../alerts/types';
import { type PlannedRule, serviceRules } from './alertRules';

const instance = (service: string, changes: Partial<AlertInstance> = {}): AlertInstance => ({
  state: 'firing',
  labels: { service },
  annotations: {},
  activeAtMs: 1000,
  value: null,
  valueText: '',
  ...changes,
});
const rule = (name: string, changes: Partial<AlertRule> = {}): AlertRule => ({
  id: name,
  name,
  state: 'inactive',
  labels: { system: 'one' },
  annotations: {},
  query: '',
  pendingForMs: 0,
  health: 'ok',
  lastEvaluationMs: null,
  isPaused: false,
  source: { id: 'prometheus', kind: 'data-source', name: 'Prometheus' },
  group: '',
  folder: '',
  instances: [],
  totals: { firing: 0, pending: 0, inactive: 0, unknown: 0 },
  ...changes,
});
const planned = (name: string, changes: Partial<PlannedRule> = {}): PlannedRule => ({
  name,
  severity: 'warning',
  for: '5m',
  summary: name,
  service: 'api',
  ...changes,
});
const about = { system: 'one', service: 'api' };
const states = (...[plans, loaded]: [PlannedRule[], AlertRule[]]) =>
  serviceRules(plans, loaded, about).map(({ name, state }) => [name, state]);

it('joins plan and evaluation, what needs a person first; what nobody evaluates is no good news', () => {
  expect(
    states(
      [
        planned('Quiet'),
        planned('Absent'),
        planned('Down', { severity: 'critical' }),
        planned('Else', { service: 'web' }),
      ],
      [rule('Quiet'), rule('Down', { state: 'firing', instances: [instance('api')] })]
    )
  ).toEqual([
    ['Down', 'firing'],
    ['Absent', undefined],
    ['Quiet', 'inactive'],
  ]);
});

it('reads only its own instances of a rule that watches several services', () => {
  const shared = rule('HighErrors', {
    state: 'firing',
    instances: [instance('web'), instance('api', { state: 'pending', activeAtMs: 7000 })],
  });
  const [one] = serviceRules([planned('HighErrors', { service: undefined })], [shared], about);
  expect(one).toMatchObject({ state: 'pending', sinceMs: 7000 });
  expect(one?.instances).toHaveLength(1);
  const [none] = serviceRules([planned('HighErrors', { service: undefined })], [shared], { ...about, service: 'db' });
  expect(none?.state).toBe('inactive');
});

it('lists rules that the catalog does not have, of this service and system only', () => {
  const labels = { system: 'one', service: 'api' };
  expect(
    states([], [rule('Own', { labels }), rule('Foreign', { labels: { ...labels, system: 'two' } }), rule('Other')])
  ).toEqual([['Own', 'inactive']]);
});

it('makes the text of a rule readable whose labels nobody has filled in', () => {
  const [one] = serviceRules(
    [planned('A', { summary: 'Provider {{ $labels.provider }} fails {{ $value | humanizePercentage }}' })],
    [],
    about
  );
  expect(one?.summary).toBe('Provider ‹provider› fails ‹value›');
});
