import { type ListedAlert } from '../../domain/alerts/filter';
import { MOST_URGENT, sortedAlerts, sortingOf, sortingText } from './alertSorting';

const listed = (name: string, service: string, activeAtMs: number): ListedAlert => ({
  alert: {
    ruleId: name,
    name,
    state: 'firing',
    labels: {},
    annotations: {},
    activeAtMs,
    value: null,
    source: { id: 'p', kind: 'data-source', name: 'P' },
  },
  state: 'firing',
  severity: 'none',
  source: 'P',
  service,
  team: 'none',
  text: '',
});
const all = [listed('c', 'web', 1), listed('a', 'api', 3), listed('b', 'api', 2)];
const names = (text: string) => sortedAlerts(all, sortingOf(text)).map(({ alert: { name } }) => name);

it('sorts by a column; equals stay most urgent first, in both directions', () => {
  expect(names('severity')).toEqual(['c', 'a', 'b']);
  expect(names('-severity')).toEqual(['b', 'a', 'c']);
  expect(names('name')).toEqual(['a', 'b', 'c']);
  expect(names('service')).toEqual(['a', 'b', 'c']);
  expect(names('-service')).toEqual(['c', 'a', 'b']);
  expect(names('since')).toEqual(['a', 'b', 'c']);
});

it.each(['-severity', 'name', '-since', 'team', 'state'])('is the same after a way through the URL: %s', (text) => {
  expect(sortingText(sortingOf(text))).toBe(text);
});

it('falls back to what is most urgent', () => {
  expect(sortingOf('colour')).toEqual(MOST_URGENT);
  expect(sortingOf(undefined)).toEqual(MOST_URGENT);
  expect(sortingText(MOST_URGENT)).toBeUndefined();
});
