import fc from 'fast-check';
import pluginJson from '../plugin.json';
import { isPage, pageOfPath, pagePath, pages, pageUrl, searchAt, sharedSearch, tracesUrl } from './navigation';

describe('navigation', () => {
  it('encodes route parameters once', () => {
    expect(pagePath('executive', 'a/b c%20')).toBe('/a/watchkeeper-oncall-app/executive/a%2Fb%20c%2520');
  });

  it('gives back any parameter after one decoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (parameter) => {
        const path = pagePath('executive', parameter);
        expect(decodeURIComponent(path.split('/').at(-1) ?? '')).toBe(parameter);
      })
    );
  });

  it('keeps the time range and every variable, repeated ones too, and drops the rest', () => {
    const search = '?from=now-6h&to=now&var-system=enis&var-system=mini-market&viewPanel=3&refresh=1m';
    expect(sharedSearch(search)).toBe('from=now-6h&to=now&var-system=enis&var-system=mini-market&refresh=1m');
    expect(pageUrl('executive', [], '?viewPanel=3')).toBe('/a/watchkeeper-oncall-app/executive');
  });

  it('leads to a search for traces, at another time', () => {
    const base = '/a/watchkeeper-oncall-app/traces';
    expect(tracesUrl({})).toBe(base);
    expect(tracesUrl({ service: 'a b', operation: '', order: 'worst' }, 'var-x=1&operation=old')).toBe(
      `${base}?var-x=1&service=a+b&order=worst`
    );
    expect(searchAt('from=now-6h&to=now&var-x=1', { fromMs: 0, toMs: 1500 })).toBe(
      'from=1970-01-01T00%3A00%3A00.000Z&to=1970-01-01T00%3A00%3A01.500Z&var-x=1'
    );
  });

  it('names the pages that Grafana’s own navigation lists, in its order: what a page at night needs comes first', () => {
    const listed = pluginJson.includes
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/a/'))
      .map((path) => path.split('/').at(-1));
    expect(Object.values(pages).map(({ path }) => path)).toEqual(listed);
    expect(listed.slice(0, 4)).toEqual(['home', 'alerts', 'incidents', 'runbooks']);
  });

  it('knows which page a path shows', () => {
    const base = '/a/watchkeeper-oncall-app';
    expect([base, `${base}/`, `${base}/executive`, `${base}/executive/x`, `${base}/nowhere`].map(pageOfPath)).toEqual([
      'root',
      'root',
      'executive',
      'executive',
      undefined,
    ]);
  });

  it('knows what is no page', () => {
    expect(isPage('executive')).toBe(true);
    expect(isPage('toString')).toBe(false);
  });
});
