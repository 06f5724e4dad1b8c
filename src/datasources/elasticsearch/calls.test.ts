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

  it.each([[0], [10_001], [2.5], [NaN]])('does not send a limit of %s', async (limit) => {
    expect(await logs({ ...base, limit })).toMatchObject({ error: { kind: 'bad-query' } });
    expect(await rawData({ ...base, limit })).toMatchObject({ error: { kind: 'bad-query' } });
    expect(fakeGrafana.requests).toHaveLength(0);
  });

  it('explains a broken query', async () => {
    fakeGrafana.answer(recordedAnswer('elasticsearch-bad-lucene'));
    expect(await logs({ ...base, query: 'level:(ERROR' })).toMatchObject({
      error: {
        kind: 'bad-query',
        message: 'Data source "Elasticsearch" rejected the query: Failed to parse query [level:(ERROR].',
      },
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

  it('does not take too few answers for answers', async () => {
    fakeGrafana.answer({ status: 200, body: { responses: [] } });
    const searches = [{ index: 'a', body: {} }];
    expect(await multiSearch({ dataSourceUid: 'elasticsearch', searches })).toMatchObject({
      error: { kind: 'unexpected' },
    });
  });
});
