/** @jest-environment node */
import { fakeGrafana } from '../testing/fakeGrafana';
import { recordedAnswer, recording } from '../testing/recorded';
import { dependencies, operations, search, searchWithSpans, services, trace, traces } from './index';

jest.mock('@grafana/runtime', () => jest.requireActual('../testing/runtime'));

const known = '4bf92f3577b34da6a3ce929d0e0e4736';
const unknown = '0123456789abcdef0123456789abcdef';
const base = { dataSourceUid: 'jaeger', range: { fromMs: 1795267577499, toMs: 1795269377499 } };

beforeEach(() => fakeGrafana.reset());

describe('one trace', () => {
  it('is found by an id in any form', async () => {
    fakeGrafana.answer(({ data }) => {
      const { results } = recording('jaeger-trace').response as { results: { A: unknown } };
      return { status: 200, body: { results: { [data.queries[0].refId]: results.A } } };
    });
    const result = await trace({ ...base, traceId: ` ${known.toUpperCase()} ` });
    expect(result).toMatchObject({ ok: true, value: { traceId: known } });
    expect(fakeGrafana.queryBodies()[0]?.queries[0]).toMatchObject({ query: known });
  });

  /** Answers queries one way and everything else another. */
  function answering(queries: { status: number; body: unknown }, resources: { status: number; body: unknown }) {
    fakeGrafana.answer(({ url }) => (url === '/api/ds/query' ? queries : resources));
  }

  const notFound = { kind: 'not-found', what: 'trace' };

  it('is not found: 404 of Jaeger', async () => {
    const { results } = recording('jaeger-trace-not-found').response as { results: { A: unknown } };
    fakeGrafana.answer({ status: 400, body: { results: { T0: results.A } } });
    expect(await trace({ ...base, traceId: unknown })).toMatchObject({
      error: { ...notFound, message: expect.stringContaining(unknown), dataSourceUid: 'jaeger' },
    });
  });

  it.each([[[]], [[{ schema: { fields: [] }, data: { values: [] } }]]])(
    'is not found: an answer without spans (%j)',
    async (frames) => {
      fakeGrafana.answer({ status: 200, body: { results: { T0: { status: 200, frames } } } });
      expect(await trace({ ...base, traceId: unknown })).toMatchObject({ error: notFound });
    }
  );

  const crash = { status: 500, body: { message: 'Internal Server Error - Check the Grafana server logs' } };

  it('is not found: the data source crashed, and works otherwise', async () => {
    answering(crash, { status: 200, body: ['a'] });
    expect(await trace({ ...base, traceId: unknown })).toMatchObject({ error: notFound });
  });

  it('is not known when the data source does not work otherwise either', async () => {
    answering(crash, { status: 500, body: 'An error occurred within the plugin' });
    expect(await trace({ ...base, traceId: unknown })).toMatchObject({ error: { kind: 'unexpected', status: 500 } });
  });

  it('does not take a missing data source for a missing trace', async () => {
    fakeGrafana.answer(recordedAnswer('datasource-unknown'));
    expect(await trace({ ...base, traceId: known })).toMatchObject({
      error: { kind: 'not-found', what: 'data-source' },
    });
  });

  it('is not asked for when the text is no id', async () => {
    expect(await trace({ ...base, traceId: 'zz' })).toMatchObject({
      error: { kind: 'bad-query', message: expect.stringContaining('"zz"') },
    });
    expect(fakeGrafana.requests).toHaveLength(0);
  });
});

describe('several traces', () => {
  it('come in one request, and those that fail leave the others alone', async () => {
    const found = (recording('jaeger-trace').response as { results: { A: unknown } }).results.A;
    const missing = (recording('jaeger-trace-not-found').response as { results: { A: unknown } }).results.A;
    fakeGrafana.answer({ status: 400, body: { results: { T0: found, T2: missing } } });
    const results = await traces({ ...base, traceIds: [known, 'zz', unknown, known] });
    expect(fakeGrafana.requests).toHaveLength(1);
    expect([...results.keys()]).toEqual([known, 'zz', unknown]);
    expect(results.get(known)?.ok).toBe(true);
    expect(results.get('zz')).toMatchObject({ error: { kind: 'bad-query' } });
    expect(results.get(unknown)).toMatchObject({ error: { kind: 'not-found', what: 'trace' } });
  });

  it('are none when none were asked for', async () => {
    expect(await traces({ ...base, traceIds: [] })).toEqual(new Map());
    expect(fakeGrafana.requests).toHaveLength(0);
  });
});

describe('search', () => {
  it('lists traces', async () => {
    fakeGrafana.answer(recordedAnswer('jaeger-search'));
    const result = await search({ ...base, service: 'nops_kernel' });
    expect(result).toMatchObject({ ok: true, value: [{ traceId: known }, {}], warnings: [] });
  });

  it('says when there may be more', async () => {
    fakeGrafana.answer(recordedAnswer('jaeger-search'));
    const result = await search({ ...base, service: 'nops_kernel', limit: 2 });
    expect(result).toMatchObject({ ok: true, warnings: [{ kind: 'truncated', shown: 2 }] });
  });

  it.each([
    [{ service: ' ' }, 'Choose a service'],
    [{ service: 'a', limit: 0 }, 'not 0'],
    [{ service: 'a', limit: 1.5 }, 'not 1.5'],
    [{ service: 'a', tags: { 'a b': 'c' } }, '"a b"'],
  ])('does not send what would be refused: %j', async (bad, message) => {
    expect(await search({ ...base, ...bad })).toMatchObject({
      error: { kind: 'bad-query', message: expect.stringContaining(message) },
    });
    expect(fakeGrafana.requests).toHaveLength(0);
  });

  it('brings all spans through the proxy, in microseconds', async () => {
    fakeGrafana.answer(recordedAnswer('jaeger-proxy-traces'));
    const result = await searchWithSpans({
      ...base,
      service: 'nops_kernel',
      limit: 5,
      tags: { error: 'true' },
      minDurationMs: 10,
    });
    expect(result).toMatchObject({ ok: true, value: [{ spans: [{}, {}] }, {}], warnings: [] });
    const url = new URL(fakeGrafana.requests[0]?.url ?? '', 'http://grafana');
    expect(url.pathname).toBe('/api/datasources/proxy/uid/jaeger/api/traces');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      service: 'nops_kernel',
      limit: '5',
      start: '1795267577499000',
      end: '1795269377499000',
      tags: '{"error":"true"}',
      minDuration: '10000us',
    });
  });

  it('reads the dependency graph', async () => {
    fakeGrafana.answer(recordedAnswer('jaeger-dependencies'));
    expect(await dependencies(base)).toMatchObject({
      ok: true,
      value: { edges: [{ callCount: 2 }, { callCount: 1 }] },
    });
  });
});

describe('lists', () => {
  it('sorts services and operations', async () => {
    fakeGrafana.answer(({ url }) =>
      recordedAnswer(url.endsWith('/operations') ? 'jaeger-operations' : 'jaeger-services')
    );
    expect(await services({ dataSourceUid: 'jaeger' })).toMatchObject({
      value: ['edge_agents', 'inference_service', 'jaeger-all-in-one', 'nops_kernel'],
    });
    expect(await operations({ dataSourceUid: 'jaeger', service: 'a b' })).toMatchObject({
      value: ['GET /x', 'POST /api/v1/ask', 'db', 'db.query'],
    });
    expect(fakeGrafana.requests[1]?.url).toBe('/api/datasources/uid/jaeger/resources/services/a%20b/operations');
  });

  it('reads null as none', async () => {
    fakeGrafana.answer({ status: 200, body: null });
    expect(await services({ dataSourceUid: 'jaeger' })).toEqual({ ok: true, value: [], warnings: [] });
  });

  it('says when Jaeger is down', async () => {
    fakeGrafana.answer({ status: 500, body: 'An error occurred within the plugin' });
    expect(await services({ dataSourceUid: 'jaeger' })).toMatchObject({ error: { kind: 'down' } });
  });
});
