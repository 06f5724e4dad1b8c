import { checkReferences } from './load/references';
import { alertRuleGroups } from './rules';
import { type Alert, type System } from './types';

const system = (changes: Partial<Alert>): System => ({
  id: 'shop',
  name: 'Shop',
  teams: [{ id: 'core', name: 'Core' }],
  services: [{ id: 'web', name: 'Web', kind: 'application', team: 'core' }],
  signals: { up: { kind: 'gauge', title: 'Up', metric: 'up', aggregation: 'min', unit: 'bool' } },
  alerts: [
    {
      id: 'down',
      name: 'Down',
      service: 'web',
      severity: 'high',
      condition: { signal: 'system.up', by: ['job'], op: '==', value: 0 },
      for: '2m',
      summary: 'Down',
      ...changes,
    },
  ],
});
const labels = (changes: Partial<Alert>) => alertRuleGroups(system(changes))[0]?.rules[0]?.labels;

it('labels an alert with its service, team and severity', () => {
  expect(labels({})).toEqual({
    system: 'shop',
    service: 'web',
    component: 'web',
    team: 'core',
    severity: 'high',
    page: 'false',
  });
});

it('names the service by a label of the series when one rule watches several', () => {
  expect(labels({ serviceLabel: 'job' })).toMatchObject({
    service: '{{ $labels.job }}',
    component: '{{ $labels.job }}',
  });
});

it('needs that label to be kept', () => {
  expect(checkReferences(system({ serviceLabel: 'job' }))).toEqual([]);
  expect(checkReferences(system({ serviceLabel: 'instance' }))).toEqual([
    { path: 'alerts[0].serviceLabel', message: '"instance" has to be one of condition.by' },
  ]);
});
