/** @jest-environment node */
import { fakeGrafana } from '../testing/fakeGrafana';
import { recordedAnswer } from '../testing/recorded';
import { fieldCapabilities, histogram, logs, multiSearch, rawData, table } from './index';

jest.mock('@grafana/runtime', () => jest.requireActual('../testing/runtime'));

const base = {
  dataSourceUid: 'elasticsearch',
  query: '*',
  range: { fromMs: 1795267577499, toMs: 1795269377499 },
};

beforeEach(() => fakeGrafana.reset());

describe('logs', () => {
  it('says that there is more when as many came as were asked for', async () => {
    fakeGrafana.answer(recordedAnswer('elasticsearch-logs'));
    expect(await logs({ ...base, limit: 5 })).toMatchObject({
      ok: true,
      value: { records: { length: 5 }, total: 100 },
      warnings: [{ kind: 'truncated', shown: 5, total: 100, message: 'Only 5 of 100 log entries are shown.' }],
    });
  });

  it('says nothing when all came', async () => {
    fakeGrafana.answer(recordedAnswer('elasticsearch-logs'));
    expect(await logs({ ...base, limit: 6 })).toMatchObject({ ok: true, warnings: [] });
    fakeGrafana.answer(recordedAnswer('elasticsearch-empty'));
    expect(await logs(base)).toMatchObject({ ok: true, value: { records: [] }, warnings: [] });
  });

  it('asks for few enough buckets over a week, which Grafana counts beside the lines', async () => {
    fakeGrafana.answer(recordedAnswer('elasticsearch-empty'));
    await logs({ ...base, range: { fromMs: 0, toMs: 604_800_000 } });
    // 604,800 s in 200 buckets; by the second they would be ten times what Elasticsearch allows.
    expect(fakeGrafana.queryBodies()[0]?.queries[0]).toMatchObject({ intervalMs: 3_024_000, maxDataPoints: 200 });
  });

  it.each([[0], [10_001], [2.5], [NaN]])('does not send a limit of %s', async (limit) => {
    expect(await logs({ ...base, limit })).toMatchObject({ error: { kind: 'bad-query' } });
    expect(await rawData({ ...base, limit })).toMatchObject({ error: { kind: 'bad-query' } });
    expect(fakeGrafana.requests).toHaveLength(0);
  });

  it('explains a query that the store rejects', async () => {
    fakeGrafana.answer(recordedAnswer('elasticsearch-bad-lucene'));
    expect(await logs({ ...base, query: 'level:/[/' })).toMatchObject({
      error: {
        kind: 'bad-query',
        message: 'Data source "Elasticsearch" rejected the query: Failed to parse query [level:(ERROR].',
      },
    });
  });

  it('does not send a query that cannot be read: the answer may be empty instead of an error', async () => {
    const query = 'level:(ERROR';
    const expected = {
      error: {
        kind: 'bad-query',
        message: 'The log query cannot be read. The bracket "(" at character 7 is not closed.',
      },
    };
    expect(await logs({ ...base, query })).toMatchObject(expected);
    expect(await rawData({ ...base, query })).toMatchObject(expected);
    expect(await table({ ...base, query, groupBy: [{ field: 'a' }], measure: [] })).toMatchObject(expected);
    expect(await histogram({ ...base, query, timeField: 't', measure: [] })).toMatchObject(expected);
    expect(fakeGrafana.requests).toHaveLength(0);
  });

  describe('that find nothing', () => {
    const empty = recordedAnswer('elasticsearch-empty');
    const reason = { type: 'query_shard_exception', reason: 'Failed to parse query [a:/[/]' };
    const rejected = { hits: { total: 0, hits: [] }, _shards: { failed: 1, failures: [{ reason }] } };

    function answering(search: unknown) {
      fakeGrafana.answer(({ url }) =>
        url === '/api/ds/query' ? empty : { status: 200, body: { responses: [search] } }
      );
    }

    it('are an error when a person typed a query that the store rejects', async () => {
      answering(rejected);
      const request = { ...base, query: 'a:/[/', isTyped: true };
      const error = { kind: 'bad-query', message: expect.stringContaining('Failed to parse query [a:/[/]') };
      expect(await logs(request)).toMatchObject({ ok: false, error });
      expect(await table({ ...request, groupBy: [{ field: 'a' }], measure: [] })).toMatchObject({ ok: false, error });
      expect(await histogram({ ...request, timeField: 't', measure: [] })).toMatchObject({ ok: false, error });
      expect(fakeGrafana.requests[1]?.data).toBe(
        '{"index":"*","ignore_unavailable":true}\n' +
          '{"size":0,"terminate_after":1,"query":{"query_string":{"query":"a:/[/","analyze_wildcard":true}}}\n'
      );
    });

    it('are an error when the store rejects it as a whole', async () => {
      answering({ error: { root_cause: [reason] }, status: 400 });
      expect(await logs({ ...base, query: 'a:/[/', isTyped: true })).toMatchObject({ error: { kind: 'bad-query' } });
    });

    it('are nothing when the query is good, or the check fails', async () => {
      answering({ hits: { total: 0, hits: [] }, _shards: { failed: 0 } });
      expect(await logs({ ...base, query: 'a:b', isTyped: true })).toMatchObject({ ok: true, value: { records: [] } });
      answering(undefined);
      expect(await logs({ ...base, query: 'a:b', isTyped: true })).toMatchObject({ ok: true, value: { records: [] } });
    });

    it.each([
      ['a query of the app', { query: 'a:b' }],
      ['everything', { query: ' * ', isTyped: true }],
    ])('are not checked for %s', async (_, request) => {
      answering(rejected);
      expect(await logs({ ...base, ...request })).toMatchObject({ ok: true });
      expect(fakeGrafana.requests).toHaveLength(1);
    });

    it("checks in the data source's index", async () => {
      fakeGrafana.dataSources = [
        { uid: 'elasticsearch', name: 'E', type: 'elasticsearch', jsonData: { index: 'logs-*' } },
      ];
      answering(rejected);
      await logs({ ...base, query: 'a:b', isTyped: true });
      expect(fakeGrafana.requests[1]?.data).toContain('"index":"logs-*"');
    });
  });

  it('reads raw data', async () => {
    fakeGrafana.answer(recordedAnswer('elasticsearch-raw-data'));
    expect(await rawData({ ...base, limit: 3 })).toMatchObject({
      value: { records: { length: 3 } },
      warnings: [{ kind: 'truncated', message: 'Only 3 log entries are shown.' }],
    });
  });
});

describe('aggregations', () => {
  it('says when there may be more groups', async () => {
    fakeGrafana.answer(recordedAnswer('elasticsearch-terms'));
    const request = { ...base, measure: [] };
    expect(await table({ ...request, groupBy: [{ field: 'service', size: 3 }] })).toMatchObject({
      value: { length: 3 },
      warnings: [{ kind: 'truncated', shown: 3 }],
    });
    expect(await table({ ...request, groupBy: [{ field: 'service' }] })).toMatchObject({ warnings: [] });
  });

  it('chooses buckets that fit the range', async () => {
    fakeGrafana.answer(recordedAnswer('elasticsearch-date-histogram'));
    await histogram({ ...base, timeField: '@timestamp', measure: [{ kind: 'count' }] });
    expect(fakeGrafana.queryBodies()[0]?.queries[0]).toMatchObject({ intervalMs: 9000, maxDataPoints: 200 });
  });
});

describe('resources', () => {
  it('finds fields by name, here, since the data source passes no filter on', async () => {
    fakeGrafana.answer(recordedAnswer('elasticsearch-field-caps'));
    const result = await fieldCapabilities({ dataSourceUid: 'elasticsearch', index: 'logs-*', matching: /trace/ });
    expect(result).toMatchObject({ ok: true, value: [{ name: 'otel_trace_id', types: ['keyword'] }] });
    expect(fakeGrafana.requests[0]?.url).toBe('/api/datasources/uid/elasticsearch/resources/logs-*/_field_caps');
  });

  it('runs searches of the query language', async () => {
    fakeGrafana.answer(recordedAnswer('elasticsearch-msearch'));
    const searches = [{ index: 'logs-*', body: { size: 1 } }];
    const result = await multiSearch({ dataSourceUid: 'elasticsearch', searches });
    expect(fakeGrafana.requests[0]?.data).toBe('{"index":"logs-*","ignore_unavailable":true}\n{"size":1}\n');
    expect(result).toMatchObject({
      ok: true,
      value: [
        { ok: true, value: { total: 100, hits: { length: 1 }, aggregations: { s: { buckets: { length: 3 } } } } },
      ],
    });
  });

  it('keeps the good searches of an answer', async () => {
    const good = { hits: { total: 7, hits: [] }, timed_out: true };
    const bad = { error: { root_cause: [{ reason: 'No mapping found for [x] in order to sort on' }] }, status: 400 };
    fakeGrafana.answer({ status: 200, body: { responses: [good, bad] } });
    const searches = [
      { index: 'a', body: {} },
      { index: 'b', body: {} },
    ];
    expect(await multiSearch({ dataSourceUid: 'elasticsearch', searches })).toMatchObject({
      ok: true,
      value: [
        { ok: true, value: { total: 7, aggregations: {} }, warnings: [{ kind: 'partial' }] },
        { ok: false, error: { kind: 'bad-query', message: expect.stringContaining('No mapping found') } },
      ],
    });
  });

  it('says when some shards failed', async () => {
    const reason = { reason: 'Failed to parse query [x]' };
    const shards = { failed: 2, failures: [{ reason }, { reason }, {}] };
    fakeGrafana.answer({ status: 200, body: { responses: [{ hits: { total: 1, hits: [{}] }, _shards: shards }] } });
    const answer = await multiSearch({ dataSourceUid: 'elasticsearch', searches: [{ index: 'a', body: {} }] });
    expect(answer).toMatchObject({
      value: [{ ok: true, warnings: [{ kind: 'partial', failures: [{ kind: 'bad-query' }, { kind: 'unexpected' }] }] }],
    });
  });

  it('does not take too few answers for answers', async () => {
    fakeGrafana.answer({ status: 200, body: { responses: [] } });
    const searches = [{ index: 'a', body: {} }];
    expect(await multiSearch({ dataSourceUid: 'elasticsearch', searches })).toMatchObject({
      error: { kind: 'unexpected' },
    });
  });
});
