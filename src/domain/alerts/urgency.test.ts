import { type Alert } from './types';
import { byAlertUrgency, severityRank } from './urgency';

const alert = (name: string, changes: Partial<Alert>): Alert => ({
  ruleId: name,
  name,
  state: 'firing',
  labels: {},
  annotations: {},
  activeAtMs: 0,
  value: null,
  source: { id: 'prometheus', kind: 'data-source', name: 'Prometheus' },
  ...changes,
});

it('puts firing before pending, severe before mild, new before old', () => {
  const sorted = [
    alert('pending critical', { state: 'pending', severity: 'critical' }),
    alert('old warning', { severity: 'warning', activeAtMs: 1 }),
    alert('new warning', { severity: 'Warning', activeAtMs: 2 }),
    alert('unknown severity', { severity: 'purple' }),
    alert('critical', { severity: 'critical' }),
    alert('none', {}),
  ].sort(byAlertUrgency);
  expect(sorted.map(({ name }) => name)).toEqual([
    'critical',
    'new warning',
    'old warning',
    'unknown severity',
    'none',
    'pending critical',
  ]);
});

it('ranks the words of different teams alike', () => {
  expect(['P0', 'critical', 'high', 'P1', 'medium', 'warning', 'low', 'info'].map(severityRank)).toEqual([
    0, 0, 1, 1, 2, 2, 3, 3,
  ]);
});
