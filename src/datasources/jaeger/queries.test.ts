/** @jest-environment node */
import fc from 'fast-check';
import { dependencyQuery, searchQuery, toGoDuration, toLogfmt, traceQuery, unwritableTags } from './queries';

const dataSourceUid = 'jaeger';
const datasource = { uid: 'jaeger', type: 'jaeger' };

/** Reads logfmt as the data source does: bare or quoted values, quoted ones with JSON's escapes. */
function readLogfmt(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([^\s"=]+)=("(?:[^"\\]|\\.)*"|[^\s"]*)(?:\s+|$)/gu)];
  expect(pairs.map(([whole]) => whole).join('')).toBe(text);
  return Object.fromEntries(
    pairs.map(([, key = '', value = '']) => [key, value.startsWith('"') ? (JSON.parse(value) as string) : value])
  );
}

describe('query models', () => {
  it('asks for a trace without a query type', () => {
    expect(traceQuery({ dataSourceUid, traceId: 'abc' })).toEqual({ refId: 'A', datasource, query: 'abc' });
  });

  it('writes the limit as a number: the data source refuses a string', () => {
    expect(searchQuery({ dataSourceUid, service: 'x' })).toEqual({
      refId: 'A',
      datasource,
      queryType: 'search',
      service: 'x',
      limit: 20,
    });
  });

  it('writes filters as the data source reads them', () => {
    expect(
      searchQuery({
        dataSourceUid,
        refId: 'S',
        service: 'x',
        operation: 'GET /y',
        tags: { error: 'true', 'http.url': '/a b' },
        minDurationMs: 1.5,
        maxDurationMs: 2000,
        limit: 5,
      })
    ).toMatchObject({
      operation: 'GET /y',
      tags: 'error=true http.url="/a b"',
      minDuration: '1500us',
      maxDuration: '2000000us',
      limit: 5,
    });
  });

  it('asks for dependencies', () => {
    expect(dependencyQuery({ dataSourceUid })).toEqual({ refId: 'A', datasource, queryType: 'dependencyGraph' });
  });

  it('keeps whole microseconds', () => {
    expect(toGoDuration(0.0014)).toBe('1us');
    expect(toGoDuration(100)).toBe('100000us');
  });
});

describe('tags in logfmt', () => {
  it('quotes what needs it', () => {
    expect(toLogfmt({ a: '', b: 'x"y', c: 'p=q', d: 'back\\slash', e: 'line\nbreak', f: 'ünï' })).toBe(
      'a="" b="x\\"y" c="p=q" d="back\\\\slash" e="line\\nbreak" f=ünï'
    );
  });

  it('names tags that cannot be written', () => {
    const tags = { 'http.status_code': '500', 'a b': 'x', 'c=d': 'y', '': 'z' };
    expect(unwritableTags(tags)).toEqual(['a b', 'c=d', '']);
    expect(toLogfmt(tags)).toBe('http.status_code=500');
  });

  it('is read back as it was, whatever the values', () => {
    const key = fc.string({ minLength: 1 }).filter((text) => unwritableTags({ [text]: '' }).length === 0);
    const tags = fc.uniqueArray(fc.tuple(key, fc.string()), { selector: ([name]) => name });
    fc.assert(
      fc.property(tags, (entries) => {
        const all = Object.fromEntries(entries);
        expect(readLogfmt(toLogfmt(all))).toEqual(all);
      })
    );
  });
});
