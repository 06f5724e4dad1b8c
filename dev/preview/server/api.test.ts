/** @jest-environment node */
import { dataSource, startApi, startUpstream, type FakeUpstream, type TestApi } from '../testdata/upstream';

const VECTOR = {
  status: 'success',
  data: { resultType: 'vector', result: [{ metric: { job: 'a' }, value: [10, '1'] }] },
};
const BAD = { status: 'error', errorType: 'bad_data', error: 'unclosed left parenthesis' };

let upstream: FakeUpstream;
let app: TestApi;

beforeEach(async () => {
  upstream = await startUpstream(({ path, body, search }) => {
    if (path === '/api/v1/query') {
      return new URLSearchParams(body).get('query')?.includes('(') ? { status: 400, body: BAD } : { body: VECTOR };
    }
    if (path === '/api/v1/label/job/values') {
      return { body: { status: 'success', data: [search.get('match[]')] } };
    }
    if (path === '/api/services') {
      return { body: { data: ['web', 'api'], errors: null } };
    }
    if (path === '/api/v2/alerts') {
      return { body: [{ labels: {}, status: { state: 'active', mutedBy: [], silencedBy: [] } }] };
    }
    return { status: 404, body: 'nothing here' };
  });
  const types = ['prometheus', 'jaeger', 'elasticsearch', 'alertmanager'];
  app = await startApi(
    types.map((type) => dataSource(type, upstream.url, { index: 'logs-*', timeField: '@timestamp' }))
  );
});

afterEach(async () => {
  await app.close();
  await upstream.close();
});

function ask(...queries: Array<Record<string, unknown>>) {
  const payload = {
    queries: queries.map((query) => ({ datasource: { uid: 'prometheus' }, instant: true, range: false, ...query })),
    from: '0',
    to: '10000',
  };
  return app.inject({ method: 'POST', url: '/api/ds/query', payload });
}

describe('POST /api/ds/query', () => {
  it('answers 400 with the good refId inside when another fails', async () => {
    const response = await ask({ refId: 'A', expr: 'up' }, { refId: 'B', expr: 'sum(' });
    expect(response.statusCode).toBe(400);
    const { A, B } = response.json<{ results: Record<string, { status: number; error?: string; frames: unknown[] }> }>()
      .results;
    expect(A).toMatchObject({ status: 200, frames: [{ data: { values: [[10_000], [1]] } }] });
    expect(B).toMatchObject({ status: 400, error: 'bad_data: unclosed left parenthesis', errorSource: 'downstream' });
  });

  it('leaves hidden queries out', async () => {
    const response = await ask({ refId: 'A', expr: 'up' }, { refId: 'B', expr: 'up', hide: true });
    expect(Object.keys(response.json<{ results: object }>().results)).toEqual(['A']);
  });

  it.each([
    ['no queries', { queries: [], from: '0', to: '1' }, 400, 'No queries found'],
    [
      'no data source',
      { queries: [{ refId: 'A' }], from: '0', to: '1' },
      400,
      'Query does not contain a valid data source identifier',
    ],
    [
      'an unknown data source',
      { queries: [{ refId: 'A', datasource: { uid: 'nope' } }], from: '0', to: '1' },
      404,
      'Data source not found',
    ],
    [
      'a kind without queries',
      { queries: [{ refId: 'A', datasource: { uid: 'alertmanager' } }], from: '0', to: '1' },
      500,
      'Plugin unavailable',
    ],
  ])('refuses %s', async (_, payload, status, message) => {
    const response = await app.inject({ method: 'POST', url: '/api/ds/query', payload });
    expect([response.statusCode, response.json<{ message: string }>().message]).toEqual([status, message]);
  });

  it('says that the server refuses connections, in the words of Grafana', async () => {
    app.scenarios.apply('data-source-down', 'prometheus');
    const response = await ask({ refId: 'A', expr: 'up' });
    expect(response.statusCode).toBe(400);
    expect(response.json<{ results: unknown }>().results).toEqual({
      A: {
        status: 502,
        error: 'Post "http://127.0.0.1:1/api/v1/query": dial tcp 127.0.0.1:1: connect: connection refused',
        errorSource: 'downstream',
        frames: [],
      },
    });
  });
});

describe('scenarios', () => {
  const scenario = (payload: object) => app.inject({ method: 'POST', url: '/preview/scenario', payload });

  it('deny one data source and leave the others', async () => {
    await scenario({ name: 'permission-denied', uid: 'prometheus' });
    expect((await ask({ refId: 'A', expr: 'up' })).statusCode).toBe(403);
    expect((await app.inject('/api/datasources/uid/jaeger/resources/services')).statusCode).toBe(200);
  });

  it('make a data source unknown, or all of them absent, until reset', async () => {
    await scenario({ name: 'unknown-data-source', uid: 'jaeger' });
    expect((await app.inject('/api/datasources')).json<Array<{ uid: string }>>().map(({ uid }) => uid)).toEqual([
      'alertmanager',
      'elasticsearch',
      'prometheus',
    ]);
    await scenario({ name: 'no-data-sources' });
    expect((await app.inject('/api/datasources')).json()).toEqual([]);
    await scenario({ name: 'reset' });
    expect((await app.inject('/api/datasources')).json()).toHaveLength(4);
  });

  it('refuse names that are none and list those that are', async () => {
    const response = await scenario({ name: 'fire' });
    expect(response.statusCode).toBe(400);
    expect(response.json<{ message: string }>().message).toBe(
      'unknown scenario "fire"; known: reset, no-data-sources, unknown-data-source, permission-denied, data-source-down'
    );
  });
});

describe('resources and proxy', () => {
  it('hands the parameters on to Prometheus', async () => {
    const response = await app.inject(
      '/api/datasources/uid/prometheus/resources/api/v1/label/job/values?match%5B%5D=up'
    );
    expect(response.json()).toEqual({ status: 'success', data: ['up'] });
  });

  it('answers Jaeger resources as a bare list', async () => {
    expect((await app.inject('/api/datasources/uid/jaeger/resources/services')).json()).toEqual(['web', 'api']);
  });

  it.each([
    ['DELETE', 'elasticsearch', 'logs', 403],
    ['POST', 'elasticsearch', 'logs/_search', 403],
    ['DELETE', 'prometheus', 'api/v1/series', 403],
    ['POST', 'prometheus', 'api/v1/query', 200],
    ['GET', 'jaeger', 'api/services', 200],
  ])('%s through the proxy of %s to %s gives %i', async (method, uid, path, status) => {
    const url = `/api/datasources/proxy/uid/${uid}/${path}`;
    const response = await app.inject({
      method,
      url,
      ...(method === 'POST' ? { headers: { 'content-type': 'text/plain' }, payload: 'x' } : {}),
    });
    expect(response.statusCode).toBe(status);
  });

  it('drops the members of alerts that Grafana does not know', async () => {
    const response = await app.inject('/api/alertmanager/alertmanager/api/v2/alerts');
    expect(response.json()).toEqual([{ labels: {}, status: { state: 'active', silencedBy: [] } }]);
  });
});

describe('user storage', () => {
  const base = '/apis/userstorage.grafana.app/v0alpha1/namespaces/default/user-storage';
  const patch = (data: Record<string, string | null>) =>
    app.inject({
      method: 'PATCH',
      url: `${base}/app:1`,
      headers: { 'content-type': 'application/merge-patch+json' },
      payload: JSON.stringify({ spec: { data } }),
    });

  it('creates, merges and removes keys', async () => {
    expect((await app.inject(`${base}/app:1`)).statusCode).toBe(404);
    await app.inject({
      method: 'POST',
      url: `${base}/`,
      payload: { metadata: { name: 'app:1' }, spec: { data: { a: '1' } } },
    });
    await patch({ b: '2' });
    await patch({ a: null });
    expect((await app.inject(`${base}/app:1`)).json<{ spec: unknown }>().spec).toEqual({ data: { b: '2' } });
  });
});
