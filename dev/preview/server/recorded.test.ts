/** @jest-environment node */
import { dataSource, recorded, startApi, startUpstream, type UpstreamRequest } from '../testdata/upstream';

type Frame = { schema: { fields: unknown[] }; data: { values: unknown[][] } };
type Results = Record<string, { status: number; error?: string; frames?: Frame[] }>;

/** The data sources as they were when the answers were recorded. */
function sources(url: string) {
  const elasticsearch = {
    index: 'logs-*',
    timeField: '@timestamp',
    logMessageField: 'message',
    logLevelField: 'level',
  };
  return [
    dataSource('prometheus', url, { timeInterval: '5s' }),
    dataSource('jaeger', url),
    dataSource('elasticsearch', url, elasticsearch),
  ];
}

async function replay(
  name: string,
  answer: (request: UpstreamRequest) => { status?: number; statusText?: string; body: unknown }
) {
  const record = recorded(name);
  const upstream = await startUpstream(answer);
  const app = await startApi(sources(upstream.url));
  try {
    const { method, path, body } = record.request;
    const response = await app.inject({ method, url: path, ...(body ? { payload: body } : {}) });
    return {
      record,
      status: response.statusCode,
      answer: response.json<{ results: Results }>(),
      asked: upstream.requests,
    };
  } finally {
    await app.close();
    await upstream.close();
  }
}

function schemas(answer: unknown, refId = 'A'): unknown[] {
  return (answer as { results: Results }).results[refId]?.frames?.map((frame) => frame.schema) ?? [];
}

/** A recorded schema without the fields that were cut off its end. */
function fieldsUntilCut(schema: unknown): unknown[] {
  return (schema as { fields: unknown[] }).fields.filter((field) => typeof field !== 'string');
}

const prometheusAnswer = (data: unknown) => () => ({ body: { status: 'success', data } });

describe('Prometheus, held to recorded answers', () => {
  it('range query: frames, names, step and the request behind it', async () => {
    const series = (status: string) => ({ metric: { status }, values: [[1795269300, '1']] });
    const { record, status, answer, asked } = await replay(
      'prometheus-range',
      prometheusAnswer({ resultType: 'matrix', result: [series('200'), series('500')] })
    );
    expect(status).toBe(record.status);
    expect(schemas(answer)).toEqual(schemas(record.response));
    // the window of half an hour, rounded down to 15 s at both ends
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toMatchObject({
      start: '1795267575',
      end: '1795269375',
      step: '15',
    });
  });

  it.each(['prometheus-instant', 'prometheus-instant-table'])('%s: one frame a series', async (name) => {
    const metric = { __name__: 'up', instance: '127.0.0.1:9191', job: 'nops_kernel', system: 'enis' };
    const { record, answer } = await replay(
      name,
      prometheusAnswer({ resultType: 'vector', result: [{ metric, value: [1795269377.499, '1'] }] })
    );
    expect(schemas(answer)).toEqual(schemas(record.response).slice(0, 1));
    expect(answer.results.A?.frames?.[0]?.data).toEqual(
      (record.response as { results: Results }).results.A?.frames?.[0]?.data
    );
  });

  it('0/0: null with an entity', async () => {
    const metric = { instance: '127.0.0.1:9191', job: 'nops_kernel', system: 'enis' };
    const { record, answer } = await replay(
      'prometheus-nan',
      prometheusAnswer({ resultType: 'vector', result: [{ metric, value: [1795269377.499, 'NaN'] }] })
    );
    expect(answer.results.A?.frames?.[0]).toEqual((record.response as { results: Results }).results.A?.frames?.[0]);
  });

  it('no series: the same answer to the letter', async () => {
    const { record, answer } = await replay('prometheus-empty', prometheusAnswer({ resultType: 'matrix', result: [] }));
    expect(answer).toEqual(record.response);
  });

  it('parse error: the same answer to the letter', async () => {
    const error = 'invalid parameter "query": 1:10: parse error: unclosed left parenthesis';
    const { record, status, answer } = await replay('prometheus-parse-error', () => ({
      status: 400,
      body: { status: 'error', errorType: 'bad_data', error },
    }));
    expect([status, answer]).toEqual([record.status, record.response]);
  });
});

const SPAN = {
  traceID: 't',
  spanID: 's',
  processID: 'p1',
  operationName: 'op',
  startTime: 1,
  duration: 1,
  references: [],
  tags: [],
  logs: [],
  warnings: null,
};
const TRACE = { data: [{ traceID: 't', spans: [SPAN], processes: { p1: { serviceName: 'api', tags: [] } } }] };

describe('Jaeger, held to recorded answers', () => {
  it('trace: name, meta and columns', async () => {
    const { record, answer } = await replay('jaeger-trace', () => ({ body: TRACE }));
    const [actual] = schemas(answer) as Array<{ fields: unknown[] }>;
    const [expected] = schemas(record.response);
    expect(actual?.fields.slice(0, 8)).toEqual(fieldsUntilCut(expected));
    expect(actual?.fields).toHaveLength(13);
    expect({ ...actual, fields: [] }).toEqual({ ...(expected as object), fields: [] });
  });

  it.each(['jaeger-search', 'jaeger-search-tags'])('%s: columns with their names, unit and link', async (name) => {
    const { record, answer } = await replay(name, () => ({ body: TRACE }));
    expect(schemas(answer)).toEqual(schemas(record.response));
  });

  it('search without result: the same answer to the letter', async () => {
    const { record, answer } = await replay('jaeger-search-empty', () => ({ body: { data: [] } }));
    expect(answer).toEqual(record.response);
  });

  it('dependency graph: the same answer to the letter', async () => {
    const data = [
      { parent: 'edge_agents', child: 'inference_service', callCount: 2 },
      { parent: 'nops_kernel', child: 'edge_agents', callCount: 1 },
    ];
    const { record, answer, asked } = await replay('jaeger-dependencies', () => ({ body: { data } }));
    expect(answer).toEqual(record.response);
    expect(Object.fromEntries(asked[0]?.search ?? [])).toEqual({ endTs: '1795269377499', lookback: '1800000' });
  });

  it.each([
    ['jaeger-trace-not-found', 404, 'Not Found'],
    ['jaeger-trace-bad-id', 400, 'Bad Request'],
    ['jaeger-search-no-service', 400, 'Bad Request'],
  ])('%s: the same answer to the letter', async (name, code, statusText) => {
    const { record, status, answer } = await replay(name, () => ({ status: code, statusText, body: {} }));
    expect([status, answer]).toEqual([record.status, record.response]);
  });
});

describe('Elasticsearch, held to recorded answers', () => {
  const search = (response: object) => () => ({ body: { responses: [response] } });

  it.each(['elasticsearch-logs', 'elasticsearch-limit-number', 'elasticsearch-raw-data'])(
    '%s: first columns and meta',
    async (name) => {
      const source = { message: 'm', level: 'INFO', service: 'api' };
      const hit = {
        _id: '1',
        _type: '_doc',
        _index: 'logs',
        _source: source,
        sort: [1],
        fields: { '@timestamp': ['2026-11-21T13:47:33.693Z'] },
      };
      const { record, answer } = await replay(name, search({ hits: { total: { value: 7 }, hits: [hit] } }));
      const [actual] = schemas(answer) as Array<{ fields: unknown[]; meta?: { preferredVisualisationType?: string } }>;
      const [expected] = schemas(record.response) as Array<{
        fields: unknown[];
        meta?: { preferredVisualisationType?: string };
      }>;
      const known = fieldsUntilCut(expected);
      expect(actual?.fields.slice(0, known.length)).toEqual(known);
      expect(actual?.meta?.preferredVisualisationType).toBe(expected?.meta?.preferredVisualisationType);
    }
  );

  it('a limit written as a number falls back to 500', async () => {
    const { record, asked } = await replay('elasticsearch-limit-number', search({ hits: { hits: [] } }));
    expect(JSON.parse(asked[0]?.body.split('\n')[1] ?? '')).toMatchObject({ size: 500 });
    expect(schemas(record.response)).toMatchObject([{ meta: { custom: { limit: 500 } } }]);
  });

  it('no hit: the same answer to the letter', async () => {
    const { record, answer } = await replay('elasticsearch-empty', search({ hits: { total: { value: 0 }, hits: [] } }));
    expect(answer).toEqual(record.response);
  });

  it('terms: columns in order', async () => {
    const bucket = { key: 'api', doc_count: 1, 3: { value: 2 }, 4: { values: { '95.0': 3, '99.0': 4 } } };
    const { record, answer } = await replay(
      'elasticsearch-terms',
      search({ aggregations: { 2: { buckets: [bucket] } } })
    );
    expect(schemas(answer)).toEqual(schemas(record.response));
  });

  it('terms in terms: columns in order', async () => {
    const inner = { buckets: [{ key: 'WARN', doc_count: 1 }] };
    const { record, answer } = await replay(
      'elasticsearch-terms-two',
      search({ aggregations: { 2: { buckets: [{ key: 'api', 3: inner }] } } })
    );
    expect(schemas(answer)).toEqual(schemas(record.response));
  });

  it('date histogram: one named frame a term', async () => {
    const over = { buckets: [{ key: 1795267560000, doc_count: 0 }] };
    const buckets = ['INFO', 'DEBUG', 'ERROR', 'WARN'].map((key) => ({ key, 3: over }));
    const { record, answer } = await replay(
      'elasticsearch-date-histogram',
      search({ aggregations: { 2: { buckets } } })
    );
    expect(schemas(answer)).toEqual(schemas(record.response));
  });

  it('filters as the last bucket: the same empty answer', async () => {
    const { record, answer } = await replay(
      'elasticsearch-filters-last',
      search({ aggregations: { 2: { buckets: { all: { doc_count: 1 } } } } })
    );
    expect(answer).toEqual(record.response);
  });

  it.each([
    ['elasticsearch-bad-lucene', 'Failed to parse query [level:(ERROR]'],
    [
      'elasticsearch-window-too-large',
      'Result window is too large, from + size must be less than or equal to: [10000] but was [20000]. See the scroll api for a more efficient way to request large data sets. This limit can be set by changing the [index.max_result_window] index level setting.',
    ],
  ])('%s: the same answer to the letter', async (name, reason) => {
    const { record, status, answer } = await replay(
      name,
      search({ error: { reason: 'all shards failed', root_cause: [{ reason }] } })
    );
    expect([status, answer]).toEqual([record.status, record.response]);
  });
});

describe('across data sources', () => {
  it('unknown data source: the same answer to the letter', async () => {
    const { record, status, answer } = await replay('datasource-unknown', () => ({ body: {} }));
    expect([status, answer]).toEqual([record.status, record.response]);
  });

  it('rules of Prometheus: empty members left out, own members added', async () => {
    const rules = (recorded('prometheus-rules').response as { data: { groups: Array<{ rules: object[] }> } }).data
      .groups;
    const own = { labels: {}, annotations: {}, alerts: [], keepFiringFor: 0 };
    const upstreamGroups = rules.map((group) => ({
      ...group,
      limit: 0,
      rules: group.rules.map((rule) => ({ ...own, ...rule })),
    }));
    const { record, answer } = await replay('prometheus-rules', () => ({
      body: { status: 'success', data: { groups: upstreamGroups } },
    }));
    expect(answer).toEqual(record.response);
  });

  it('Grafana-managed rules: none', async () => {
    const { record, answer } = await replay('grafana-rules', () => ({ body: {} }));
    expect(answer).toEqual(record.response);
  });

  it.each([
    ['health-prometheus', { status: 'success', data: { resultType: 'scalar', result: [4, '2'] } }],
    ['health-elasticsearch', { status: 'green' }],
  ])('%s: the same answer to the letter', async (name, body) => {
    const { record, status, answer } = await replay(name, () => ({ body }));
    expect([status, answer]).toEqual([record.status, record.response]);
  });
});
