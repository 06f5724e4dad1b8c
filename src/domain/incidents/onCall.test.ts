import { type Alert } from '../alerts/types';
import { groupSeverity, onCall } from './onCall';

const places = {
  serviceOf: ({ labels }: Pick<Alert, 'labels'>) => ({ system: 's', service: labels['service'] ?? '' }),
  dependenciesOf: () => [],
  nameOf: () => '',
};

const alert = (name: string, changes: Partial<Alert> = {}): Alert => ({
  ruleId: name,
  name,
  state: 'firing',
  labels: { service: name },
  annotations: {},
  activeAtMs: 1_000,
  value: null,
  source: { id: 'p', kind: 'data-source', name: 'P' },
  ...changes,
});

it('sorts alerts by what they ask of the person on call', () => {
  const silence = {
    id: 'x',
    matchers: [{ name: 'alertname', value: 'Quiet', isRegex: false, isEqual: true }],
    startsAtMs: 0,
    endsAtMs: 10_000,
    createdBy: 'ada',
    comment: 'known',
    source: 'alertmanager',
  };
  const { groups, pending, unknown, silenced } = onCall(
    [
      alert('Mild', { severity: 'warning' }),
      alert('Soon', { state: 'pending' }),
      alert('Blind', { state: 'unknown' }),
      alert('Quiet', { severity: 'critical' }),
      alert('OldSevere', { severity: 'critical' }),
      alert('NewSevere', { severity: 'critical', activeAtMs: 2_000 }),
    ],
    [silence],
    places,
    5_000
  );
  expect(groups.map(({ alerts }) => alerts.map(({ name }) => name))).toEqual([['NewSevere'], ['OldSevere'], ['Mild']]);
  expect(pending.map(({ name }) => name)).toEqual(['Soon']);
  expect(unknown.map(({ name }) => name)).toEqual(['Blind']);
  expect(silenced.map(({ alert: { name }, silence: { createdBy } }) => [name, createdBy])).toEqual([['Quiet', 'ada']]);
});

it('takes the worst severity of a group', () => {
  const group = { id: '', alerts: [alert('a', { severity: 'info' }), alert('b', { severity: 'high' })] };
  expect(groupSeverity({ ...group, startedAtMs: null, services: [], reason: '' })).toBe('high');
});
