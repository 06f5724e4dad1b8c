import { filterAlerts, type ListedAlert } from './filter';
import { type Alert } from './types';

const listed = (name: string, changes: Partial<Alert> = {}, isSilenced = false): ListedAlert => ({
  alert: {
    ruleId: name,
    name,
    state: 'firing',
    labels: {},
    annotations: {},
    activeAtMs: 0,
    value: null,
    source: { id: 'p', kind: 'data-source', name: 'P' },
    ...changes,
  },
  isSilenced,
});
const all = [
  listed('DiskFull', { severity: 'warning', labels: { instance: 'node-3', team: 'infrastructure' } }),
  listed('HighErrorRate', { severity: 'critical', annotations: { summary: 'Orders fail' } }),
  listed('Soon', { state: 'pending' }),
  listed('Known', { severity: 'critical' }, true),
];
const none = { search: '', state: [], severity: [], team: [] };
const names = (filter: Partial<typeof none> | { [key: string]: unknown }) =>
  filterAlerts(all, { ...none, ...filter }).map(({ alert }) => alert.name);

it('lets all through at first', () => {
  expect(names({})).toHaveLength(4);
});

it('finds words in name, summary and labels, in any order and case', () => {
  expect(names({ search: 'NODE-3 disk' })).toEqual(['DiskFull']);
  expect(names({ search: 'orders' })).toEqual(['HighErrorRate']);
  expect(names({ search: 'orders disk' })).toEqual([]);
});

it('narrows by state, severity and team; silenced is a state of its own', () => {
  expect(names({ state: ['silenced'] })).toEqual(['Known']);
  expect(names({ state: ['firing'], severity: ['critical'] })).toEqual(['HighErrorRate']);
  expect(names({ severity: ['none'] })).toEqual(['Soon']);
  expect(names({ team: ['infrastructure'] })).toEqual(['DiskFull']);
});
