import { addAdHocFilters, escapePhrase, interpolateLucene } from './lucene';

describe('addAdHocFilters', () => {
  it('adds clauses behind the query, each escaped', () => {
    const filters = [
      { key: 'trace.id', operator: '=', value: 'a"b' },
      { key: 'log level', operator: '!=', value: 'INFO' },
      { key: 'path', operator: '=~', value: '/api/.*' },
      { key: 'ms', operator: '>', value: '5' },
    ];
    expect(addAdHocFilters('level:ERROR', filters)).toBe(
      'level:ERROR AND trace.id:"a\\"b" AND -log\\ level:"INFO" AND path:/\\/api\\/.*/ AND ms:>5'
    );
  });

  it('stands alone when the query is empty', () => {
    expect(addAdHocFilters(' ', [{ key: 'a', operator: '=', value: 'b' }])).toBe('a:"b"');
    expect(addAdHocFilters('', [{ key: 'a', operator: '=', value: '' }])).toBe('');
  });
});

test('interpolateLucene groups several values', () => {
  expect(interpolateLucene('plain')).toBe('plain');
  expect(interpolateLucene(['a', 'b"c'])).toBe('("a" OR "b\\"c")');
  expect(interpolateLucene([])).toBe('__empty__');
});

test('escapePhrase escapes backslash before quote', () => {
  expect(escapePhrase('\\"')).toBe('\\\\\\"');
});
