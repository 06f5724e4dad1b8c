import { facetCounts, filterAlerts, type ListedAlert, searchText } from './filter';
import { type Alert } from './types';

const listed = (name: string, changes: Partial<ListedAlert> = {}, ofAlert: Partial<Alert> = {}): ListedAlert => {
  const alert: Alert = {
    ruleId: name,
    name,
    state: 'firing',
    labels: {},
    annotations: {},
    activeAtMs: 0,
    value: null,
    source: { id: 'p', kind: 'data-source', name: 'P' },
    ...ofAlert,
  };
  const of = { alert, state: alert.state, severity: 'none', source: 'P', service: 'none', team: 'none', ...changes };
  return { ...of, text: searchText(alert, of.service) };
};
const all = [
  listed(
    'DiskFull',
    { severity: 'warning', team: 'infrastructure', service: 'Orders' },
    { labels: { instance: 'node-3' } }
  ),
  listed('HighErrorRate', { severity: 'critical' }, { annotations: { summary: 'Orders fail' } }),
  listed('Soon', { state: 'pending', source: 'Grafana' }),
  listed('Known', { severity: 'critical', state: 'silenced' }),
];
const none = { search: '', state: [], severity: [], source: [], service: [], team: [] };
const names = (filter: object) => filterAlerts(all, { ...none, ...filter }).map(({ alert }) => alert.name);

it('lets all through at first', () => {
  expect(names({})).toHaveLength(4);
});

it('finds words in name, summary, labels and service, in any order and case', () => {
  expect(names({ search: 'NODE-3 disk' })).toEqual(['DiskFull']);
  expect(names({ search: 'orders' })).toEqual(['DiskFull', 'HighErrorRate']);
  expect(names({ search: 'fail disk' })).toEqual([]);
});

it('narrows by each facet; silenced is a state of its own', () => {
  expect(names({ state: ['silenced'] })).toEqual(['Known']);
  expect(names({ state: ['firing'], severity: ['critical'] })).toEqual(['HighErrorRate']);
  expect(names({ severity: ['none'] })).toEqual(['Soon']);
  expect(names({ team: ['infrastructure'] })).toEqual(['DiskFull']);
  expect(names({ service: ['Orders'] })).toEqual(['DiskFull']);
  expect(names({ source: ['Grafana', 'P'], state: ['pending', 'silenced'] })).toEqual(['Soon', 'Known']);
});

it('counts what each value would leave, whatever else of its facet is chosen', () => {
  const filter = { ...none, severity: ['critical'], state: ['inhibited'] };
  expect([...facetCounts(all, 'severity', none)]).toEqual([
    ['warning', 1],
    ['critical', 2],
    ['none', 1],
  ]);
  expect([...facetCounts(all, 'state', filter)]).toEqual([
    ['inhibited', 0],
    ['firing', 1],
    ['silenced', 1],
  ]);
  expect([...facetCounts(all, 'severity', filter)]).toEqual([['critical', 0]]);
});
