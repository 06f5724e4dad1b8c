import fc from 'fast-check';
import { type InventoryRow } from './inventory';
import { type Signal } from '../signals/types';
import { formatSort, nextSort, parseSort, SORT_COLUMNS, sortRows } from './sorting';

const signal: Signal = { kind: 'rate', title: 'Requests', metric: 'a_total', unit: 'reqps' };
const row = (name: string, rate: number | undefined, changes: Partial<InventoryRow> = {}): InventoryRow => ({
  id: name,
  name,
  system: 's',
  systemName: 'S',
  service: name,
  title: name,
  owner: 'Team',
  kind: 'application',
  tiers: [],
  state: 'ok',
  values: { traffic: { signal, value: rate, state: 'ok', points: [] } },
  ...changes,
});
const names = (rows: readonly InventoryRow[]) => rows.map(({ name }) => name);

describe('sortRows', () => {
  const rows = [row('two', 2), row('none', undefined), row('ten', 10), row('bad', 1, { state: 'critical' })];

  it('puts numbers in order and rows without one last, in both directions', () => {
    expect(names(sortRows(rows, { column: 'traffic', descending: true }))).toEqual(['ten', 'two', 'bad', 'none']);
    expect(names(sortRows(rows, { column: 'traffic', descending: false }))).toEqual(['bad', 'two', 'ten', 'none']);
  });

  it('begins with the most urgent', () => {
    expect(names(sortRows(rows, parseSort(undefined)))).toEqual(['bad', 'none', 'ten', 'two']);
    expect(names(sortRows(rows, { column: 'state', descending: true }))).toEqual(['two', 'ten', 'none', 'bad']);
  });

  it('puts the worst objective on top, and services without one last', () => {
    const slo = (state: 'ok' | 'breached') => ({ count: 1, state, title: 'up' });
    const withSlo = [row('fine', 1, { slo: slo('ok') }), row('bare', 1), row('spent', 1, { slo: slo('breached') })];
    expect(names(sortRows(withSlo, nextSort(parseSort(''), 'slo')))).toEqual(['spent', 'fine', 'bare']);
  });

  it('loses no row, whatever the column', () => {
    const rates = fc.array(fc.option(fc.double({ noNaN: true }), { nil: undefined }), { maxLength: 30 });
    fc.assert(
      fc.property(rates, fc.constantFrom(...SORT_COLUMNS), fc.boolean(), (values, column, descending) => {
        const all = values.map((value, index) => row(String(index), value));
        expect(names(sortRows(all, { column, descending })).sort()).toEqual(names(all).sort());
      })
    );
  });
});

describe('the order in the URL', () => {
  it('is read and written', () => {
    expect(parseSort('-errors')).toEqual({ column: 'errors', descending: true });
    expect(parseSort('name')).toEqual({ column: 'name', descending: false });
    expect(formatSort({ column: 'errors', descending: true })).toBe('-errors');
    expect(parseSort('-colour')).toEqual({ column: 'state', descending: false });
  });

  it('begins with the largest numbers, and turns on a second click', () => {
    const first = nextSort(parseSort(undefined), 'errors');
    expect(formatSort(first)).toBe('-errors');
    expect(formatSort(nextSort(first, 'errors'))).toBe('errors');
    expect(formatSort(nextSort(first, 'name'))).toBe('name');
  });
});
