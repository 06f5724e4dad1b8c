import { filterRows, type InventoryFilter, optionsOf, toggled } from './filters';
import { type InventoryRow } from './inventory';

const row = (name: string, changes: Partial<InventoryRow> = {}): InventoryRow => ({
  id: name,
  name,
  system: 'enis',
  systemName: 'ENIS',
  service: name,
  title: name,
  owner: 'Platform',
  kind: 'application',
  tiers: [],
  values: {},
  state: 'ok',
  ...changes,
});
const ROWS = [
  row('kernel', { kind: 'platform', state: 'critical' }),
  row('agents', { owner: 'Edge', kind: 'edge', tiers: ['Zero', 'Lite'], title: 'Edge Agents' }),
  row('billing', { state: 'warning' }),
];
const filter = (changes: Partial<InventoryFilter['chosen']> = {}, search = ''): InventoryFilter => ({
  search,
  chosen: { state: [], team: [], kind: [], tier: [], ...changes },
});
const names = (wanted: InventoryFilter) => filterRows(ROWS, wanted).map(({ name }) => name);

describe('filterRows', () => {
  it.each<[string, InventoryFilter, string[]]>([
    ['nothing chosen', filter(), ['kernel', 'agents', 'billing']],
    ['any of a group', filter({ state: ['critical', 'warning'] }), ['kernel', 'billing']],
    ['all groups', filter({ state: ['critical', 'warning'], kind: ['application'] }), ['billing']],
    ['one of the tiers', filter({ tier: ['Lite'] }), ['agents']],
    ['all words, in any order and case', filter({}, ' EDGE  enis '), ['agents']],
    ['words and chips', filter({ team: ['Platform'] }, 'edge'), []],
  ])('%s', (_what, wanted, expected) => expect(names(wanted)).toEqual(expected));
});

describe('optionsOf', () => {
  it('says what each value would leave, given the other groups', () => {
    expect(optionsOf(ROWS, 'team', filter({ state: ['critical', 'warning'], team: ['Edge'] }))).toEqual([
      { value: 'Edge', count: 0 },
      { value: 'Platform', count: 2 },
    ]);
  });

  it('keeps a chosen value that no service has any more', () => {
    expect(optionsOf(ROWS, 'state', filter({ state: ['silent'] }))).toEqual([
      { value: 'critical', count: 1 },
      { value: 'warning', count: 1 },
      { value: 'silent', count: 0 },
      { value: 'ok', count: 1 },
    ]);
  });
});

it('switches a value on and off', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});
