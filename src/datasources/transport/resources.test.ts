/** @jest-environment node */
import { fakeGrafana } from '../testing/fakeGrafana';
import { getResource, getThroughProxy, postResource, withParams } from './resources';

jest.mock('@grafana/runtime', () => jest.requireActual('../testing/runtime'));

beforeEach(() => fakeGrafana.reset());

describe('resources', () => {
  it('asks the data source by its uid', async () => {
    fakeGrafana.answer({ status: 200, body: ['a'] });
    await expect(getResource({ dataSourceUid: 'a/b', path: 'services' })).resolves.toMatchObject({ value: ['a'] });
    expect(fakeGrafana.requests[0]).toMatchObject({
      method: 'GET',
      url: '/api/datasources/uid/a%2Fb/resources/services',
    });
  });

  it('posts text as it is', async () => {
    fakeGrafana.answer({ status: 200, body: {} });
    await postResource({ dataSourceUid: 'elasticsearch', path: '_msearch', body: '{}\n{}\n' });
    expect(fakeGrafana.requests[0]).toMatchObject({
      method: 'POST',
      data: '{}\n{}\n',
      headers: { 'content-type': 'application/x-ndjson' },
    });
  });

  it('goes through the proxy', async () => {
    fakeGrafana.answer({ status: 200, body: {} });
    await getThroughProxy({ dataSourceUid: 'jaeger', path: 'api/traces', params: { service: 'a b', limit: 5 } });
    expect(fakeGrafana.requests[0]?.url).toBe('/api/datasources/proxy/uid/jaeger/api/traces?service=a+b&limit=5');
  });

  it('shares identical calls that are under way, but not different ones', async () => {
    fakeGrafana.answer({ status: 200, body: [] });
    const path = 'services';
    await Promise.all([
      getResource({ dataSourceUid: 'jaeger', path }),
      getResource({ dataSourceUid: 'jaeger', path }),
      getResource({ dataSourceUid: 'other', path }),
    ]);
    expect(fakeGrafana.requests).toHaveLength(2);
  });

  it('classifies failures', async () => {
    fakeGrafana.answer({ status: 500, body: 'An error occurred within the plugin' });
    expect(await getResource({ dataSourceUid: 'jaeger', path: 'services' })).toMatchObject({
      error: { kind: 'down', dataSourceUid: 'jaeger', message: expect.stringContaining('"Jaeger"') },
    });
  });

  it('asks nobody when no data source is chosen', async () => {
    expect(await getResource({ dataSourceUid: '', path: 'services' })).toMatchObject({
      error: { kind: 'not-configured' },
    });
    expect(fakeGrafana.requests).toHaveLength(0);
  });
});

describe('query strings', () => {
  it('repeats the key of an array and leaves out what is undefined', () => {
    expect(withParams('/x', { 'match[]': ['up', 'a{b="c"}'], empty: undefined, zero: 0 })).toBe(
      '/x?match%5B%5D=up&match%5B%5D=a%7Bb%3D%22c%22%7D&zero=0'
    );
    expect(withParams('/x', { none: undefined })).toBe('/x');
  });
});
