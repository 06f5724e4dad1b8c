/** @jest-environment node */
import { type System } from '../../../catalog/types';
import { fakeGrafana } from '../../../datasources/testing/fakeGrafana';
import { recording } from '../../../datasources/testing/recorded';
import { tracesOfLines } from './tracesOfLines';

jest.mock('@grafana/runtime', () => jest.requireActual('../../../datasources/testing/runtime'));

const KNOWN = '4bf92f3577b34da6a3ce929d0e0e4736';
const system: System = {
  id: 'shop',
  name: 'Shop',
  teams: [],
  services: [],
  logSchemas: [{ id: 'a', indexPattern: 'shop-*', timeField: '@timestamp', fields: { traceId: ['otelTraceID'] } }],
};

interface Query {
  refId: string;
  query: string;
  datasource: { type: string };
}

/** Lines that name these traces, and a trace store that has one of them. */
function storesWith(ids: ReadonlyArray<string | null>, traceStore: 'up' | 'down' = 'up') {
  const logFrame = {
    schema: {
      refId: 'A',
      meta: { custom: { limit: 500, total: ids.length } },
      fields: [
        { name: '@timestamp', type: 'time' },
        { name: '_index', type: 'string' },
        { name: '_id', type: 'string' },
        { name: 'otelTraceID', type: 'string' },
      ],
    },
    data: { values: [ids.map((_, at) => 2000 - at), ids.map(() => 'shop-1'), ids.map((_, at) => `l${at}`), ids] },
  };
  const trace = (recording('jaeger-trace').response as { results: { A: unknown } }).results.A;
  fakeGrafana.answer(({ data }) => {
    const queries = (data as { queries: Query[] }).queries;
    if (queries.every(({ datasource }) => datasource.type === 'elasticsearch')) {
      return { status: 200, body: { results: { A: { status: 200, frames: ids.length > 0 ? [logFrame] : [] } } } };
    }
    const gone = { status: 404, error: 'request failed: 404 Not Found', errorSource: 'downstream' };
    return traceStore === 'down'
      ? { status: 502, body: { message: 'connection refused' } }
      : {
          status: 400,
          body: {
            results: Object.fromEntries(queries.map(({ refId, query }) => [refId, query === KNOWN ? trace : gone])),
          },
        };
  });
}

const ask = (query = 'level:ERROR') =>
  tracesOfLines({
    query,
    systems: [system],
    logsUid: 'elasticsearch',
    tracesUid: 'jaeger',
    range: { fromMs: 1000, toMs: 3000 },
    signal: new AbortController().signal,
  });

const other = (digit: string) => digit.repeat(32);

describe('traces of log lines', () => {
  beforeEach(() => fakeGrafana.reset());

  it('are each looked up once, and those that are gone are counted', async () => {
    storesWith([KNOWN, other('a'), KNOWN.toUpperCase(), null]);
    expect(await ask()).toMatchObject({
      ok: true,
      value: {
        traces: [{ traceId: KNOWN }],
        lineCount: 4,
        hasMoreLines: false,
        namedCount: 2,
        askedCount: 2,
        missingCount: 1,
      },
      warnings: [],
    });
    const [lines, found] = fakeGrafana.queryBodies();
    expect(lines?.queries[0]).toMatchObject({ query: '(level:ERROR) AND (_exists_:otelTraceID)' });
    expect(found?.queries.map(({ query }) => query)).toEqual([KNOWN, other('a')]);
  });

  it('are at most fifty, of the newest lines', async () => {
    storesWith([KNOWN, ...Array.from({ length: 60 }, (_, at) => (at + 16).toString(16).padStart(32, 'c'))]);
    expect(await ask()).toMatchObject({ value: { namedCount: 61, askedCount: 50, missingCount: 49 } });
  });

  it('are none without lines, and nothing is asked of the trace store', async () => {
    storesWith([]);
    expect(await ask('*')).toMatchObject({ ok: true, value: { traces: [], lineCount: 0, askedCount: 0 } });
    expect(fakeGrafana.queryBodies().flatMap(({ queries }) => queries)).not.toContainEqual(
      expect.objectContaining({ datasource: expect.objectContaining({ type: 'jaeger' }) })
    );
  });

  it('are not known while the trace store is down, or when the query cannot be read', async () => {
    storesWith([KNOWN], 'down');
    expect(await ask()).toMatchObject({ ok: false, error: { kind: 'down' } });
    expect(await ask('level:(ERROR')).toMatchObject({ ok: false, error: { kind: 'bad-query' } });
  });
});
