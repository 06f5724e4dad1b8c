import {
  nameProblem,
  readViews,
  renamedView,
  toggledDefault,
  viewParams,
  viewQuery,
  withoutView,
  withView,
} from './savedViews';

const KEYS = ['search', 'state', 'var-system'];
const view = (name: string, isDefault = false) => ({ name, query: `search=${name}`, isDefault });

it('keeps of an address what a view is made of, in one spelling', () => {
  const query = 'search=a+b&state=firing&state=pending&var-system=enis';
  expect(viewQuery('?from=now-1h&state=pending&var-system=enis&search=a%20b&state=firing', KEYS)).toBe(query);
  expect(viewQuery('?search=&from=now-1h&var-system=$__all', KEYS)).toBe('');
});

it('takes away what a view does not choose', () => {
  expect(viewParams('state=firing&state=pending', KEYS)).toEqual({
    search: null,
    state: ['firing', 'pending'],
    'var-system': ['$__all'],
  });
  expect(viewParams('var-system=enis', KEYS)['var-system']).toEqual(['enis']);
});

it('adds, renames and deletes by name, and refuses names that are taken, empty or too long', () => {
  const views = withView(withView([], ' mine ', 'search=x'), 'other', '');
  expect(views.map(({ name }) => name)).toEqual(['mine', 'other']);
  expect(withView(views, 'mine', 'search=y')).toEqual(views);
  expect(renamedView(views, 'mine', 'other')).toEqual(views);
  expect(renamedView(views, 'mine', 'mine')).toEqual(views);
  expect(renamedView(views, 'mine', 'ours')[0]).toEqual({ name: 'ours', query: 'search=x', isDefault: false });
  expect(withoutView(views, 'mine').map(({ name }) => name)).toEqual(['other']);
  expect(nameProblem(views, '  ')).toBe('A view needs a name.');
  expect(nameProblem(views, 'x'.repeat(61))).toBe('At most 60 characters.');
  expect(nameProblem(views, 'other')).toBe('There is a view "other" already.');
  expect(nameProblem(views, 'new')).toBeUndefined();
});

it('has one default at most', () => {
  const views = [view('a', true), view('b')];
  const defaults = (name: string) => toggledDefault(views, name).map(({ isDefault }) => isDefault);
  expect(defaults('b')).toEqual([false, true]);
  expect(defaults('a')).toEqual([false, false]);
});

it('drops what it cannot read', () => {
  expect(readViews([view('a', true), { name: 'b' }, null, 3, { name: 'c', query: '' }])).toEqual([
    view('a', true),
    { name: 'c', query: '', isDefault: false },
  ]);
  expect(readViews({})).toBeUndefined();
});
