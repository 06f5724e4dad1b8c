import { builtInSystems } from '../../catalog/packs';
import { type Alert } from '../../domain/alerts/types';
import { listAlerts } from './listAlerts';

const alert = (name: string, labels: Record<string, string>, changes: Partial<Alert> = {}): Alert => ({
  ruleId: name,
  name,
  state: 'firing',
  labels,
  annotations: {},
  activeAtMs: 0,
  value: null,
  source: { id: 'p', kind: 'data-source', name: 'Prometheus' },
  ...changes,
});
const kernel = alert('Slow', { system: 'enis', service: 'nops-kernel' }, { severity: 'critical' });
const foreign = alert('Foreign', { team: 'x' }, { source: { id: 'grafana', kind: 'grafana', name: 'Grafana' } });
const held = alert('Held', { system: 'soma-agent' });
const silence = { id: '1', matchers: [], startsAtMs: 0, endsAtMs: 1, createdBy: 'ada', comment: '', source: 'am' };
const now = { alerts: [kernel, foreign, held], silenced: [{ alert: foreign, silence }], inhibited: new Set([held]) };
const list = (chosen?: string[]) => listAlerts(now, builtInSystems, chosen);

it('names where an alert belongs and whose it is, by the catalog and else by its own labels', () => {
  expect(list().map(({ service, team, severity, source }) => [service, team, severity, source])).toEqual([
    ['NOPS Kernel', builtInSystems[0]?.teams.find(({ id }) => id === 'platform')?.name, 'critical', 'Prometheus'],
    ['none', 'x', 'none', 'Grafana'],
    ['none', 'none', 'none', 'Prometheus'],
  ]);
});

it('calls silenced and inhibited what nobody hears of', () => {
  expect(list().map(({ state }) => state)).toEqual(['firing', 'silenced', 'inhibited']);
});

it('keeps the alerts of the chosen systems, and those of none', () => {
  expect(list(['enis']).map(({ alert: { name } }) => name)).toEqual(['Slow', 'Foreign']);
});
