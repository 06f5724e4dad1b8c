/** @jest-environment node */
import fc from 'fast-check';
import { fakeGrafana } from '../testing/fakeGrafana';
import { frameOf, recordedAnswer, recordedFrames } from '../testing/recorded';
import {
  exemplarQuery,
  exemplars,
  heatmapQuery,
  instant,
  instantQuery,
  instants,
  parseExemplars,
  parseSamples,
  parseSeries,
  range,
  rangeQuery,
} from './index';

jest.mock('@grafana/runtime', () => jest.requireActual('../testing/runtime'));

const window = { fromMs: 1795267577499, toMs: 1795269377499 };

beforeEach(() => fakeGrafana.reset());

describe('query models', () => {
  it('asks for one value per series, or for values over time', () => {
    const spec = { dataSourceUid: '${prometheus}', expr: 'up', legendFormat: '{{job}}' };
    expect(instantQuery(spec)).toEqual({
      refId: 'A',
      datasource: { uid: '${prometheus}', type: 'prometheus' },
      expr: 'up',
      editorMode: 'code',
      legendFormat: '{{job}}',
      range: false,
      instant: true,
      format: 'time_series',
    });
    expect(rangeQuery({ ...spec, refId: 'B', minStep: '1m' })).toMatchObject({
      refId: 'B',
      range: true,
      instant: false,
      interval: '1m',
    });
  });

  it('leaves out what was not said', () => {
    const query = rangeQuery({ dataSourceUid: 'p', expr: 'up' });
    expect(Object.keys(query).sort()).toEqual(
      ['datasource', 'editorMode', 'expr', 'format', 'instant', 'range', 'refId'].sort()
    );
  });

  it('has models for exemplars, tables and heatmaps', () => {
    const spec = { dataSourceUid: 'p', expr: 'x_bucket' };
    expect(exemplarQuery(spec)).toMatchObject({ exemplar: true, range: true });
    expect(instantQuery({ ...spec, format: 'table' })).toMatchObject({ format: 'table', instant: true });
    expect(heatmapQuery(spec)).toMatchObject({ format: 'heatmap', legendFormat: '{{le}}', range: true });
  });
});

describe('recorded answers', () => {
  it('reads the series of a range query', () => {
    expect(parseSeries(recordedFrames('prometheus-range'))).toEqual([
      {
        labels: { status: '200' },
        name: '200',
        points: [
          [1795269300000, 2.5989844444444445],
          [1795269315000, 4.882741111111111],
          [1795269330000, 7.0116437037037045],
          [1795269345000, 8.927272727272728],
        ],
      },
      {
        labels: { status: '500' },
        name: '500',
        points: [
          [1795269300000, 0.4706822222222222],
          [1795269315000, 0.6869255555555555],
          [1795269330000, 1.058022962962963],
          [1795269345000, 1.0727272727272728],
        ],
      },
    ]);
  });

  it('reads one sample per series of an instant query', () => {
    expect(parseSamples(recordedFrames('mixed-three'))).toEqual([
      {
        labels: { __name__: 'up', instance: '127.0.0.1:9191', job: 'nops_kernel', system: 'enis' },
        timeMs: 1795269377499,
        value: 1,
      },
      { labels: { __name__: 'up', instance: '127.0.0.1:9090', job: 'prom' }, timeMs: 1795269377499, value: 1 },
      { labels: { __name__: 'up', instance: '127.0.0.1:9999', job: 'dead' }, timeMs: 1795269377499, value: 0 },
    ]);
  });

  it('keeps NaN: 0/0 is a value, not silence', () => {
    expect(parseSamples(recordedFrames('prometheus-nan')).map(({ value }) => value)).toEqual([NaN, NaN, NaN]);
  });

  it('reads an empty frame as no series', () => {
    expect(recordedFrames('prometheus-empty')).toHaveLength(1);
    expect(parseSeries(recordedFrames('prometheus-empty'))).toEqual([]);
    expect(parseSamples([])).toEqual([]);
  });

  it('reads a table-format instant like one without: the table is made in the panel', () => {
    const plain = parseSamples(recordedFrames('prometheus-instant'));
    const table = parseSamples(recordedFrames('prometheus-instant-table'));
    expect(table).toHaveLength(plain.length);
    expect(table.length).toBeGreaterThan(0);
  });
});

describe('frames that recordings lack', () => {
  it('reads several value columns of one frame', () => {
    const frame = frameOf({
      Time: { type: 'time', values: [10, 20] },
      a: { type: 'number', values: [1, null] },
      b: { type: 'number', values: [Infinity, -Infinity] },
    });
    expect(parseSeries([frame])).toEqual([
      { labels: {}, name: 'a', points: [[10, 1]] },
      {
        labels: {},
        name: 'b',
        points: [
          [10, Infinity],
          [20, -Infinity],
        ],
      },
    ]);
  });

  const exemplarFrame = frameOf(
    {
      Time: { type: 'time', values: [30, 20] },
      Value: { type: 'number', values: [0.4, 0.1] },
      le: { type: 'string', values: ['0.5', '0.25'] },
      trace_id: { type: 'string', values: ['abc', ''] },
    },
    { name: 'exemplar', meta: { custom: { resultType: 'exemplar' } } }
  );

  it('reads exemplars, oldest first, with their trace', () => {
    expect(parseExemplars([...recordedFrames('prometheus-exemplar'), exemplarFrame])).toEqual([
      { timeMs: 20, value: 0.1, labels: { le: '0.25', trace_id: '' }, traceId: undefined },
      { timeMs: 30, value: 0.4, labels: { le: '0.5', trace_id: 'abc' }, traceId: 'abc' },
    ]);
  });

  it('does not take exemplars for a series', () => {
    expect(parseSeries([exemplarFrame])).toEqual([]);
  });

  it('keeps every finite sample in order, whatever the values', () => {
    const points = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.double(), fc.constant(null))));
    fc.assert(
      fc.property(points, (rows) => {
        const frame = frameOf({
          Time: { type: 'time', values: rows.map(([time]) => time) },
          Value: { type: 'number', values: rows.map(([, value]) => value) },
        });
        expect(parseSeries([frame])[0]?.points).toEqual(rows.filter(([, value]) => value !== null));
      })
    );
  });
});

describe('calls', () => {
  it('brings the value of an expression', async () => {
    fakeGrafana.answer(recordedAnswer('prometheus-instant'));
    const result = await instant({ dataSourceUid: 'prometheus', expr: 'up', range: window });
    expect(result).toMatchObject({ ok: true, warnings: [] });
    expect(fakeGrafana.queryBodies()[0]).toMatchObject({
      from: '1795267577499',
      to: '1795269377499',
      queries: [{ instant: true, maxDataPoints: 300, intervalMs: 6000 }],
    });
  });

  it('brings an error, typed, with the name of the data source', async () => {
    fakeGrafana.answer(recordedAnswer('prometheus-down'));
    expect(await range({ dataSourceUid: 'prometheus', expr: 'up', range: window })).toMatchObject({
      ok: false,
      error: { kind: 'down', message: 'Data source "Prometheus" is not reachable: connection refused.' },
    });
  });

  it('sends several expressions in one request, and one that fails leaves the others alone', async () => {
    fakeGrafana.answer(() => {
      const { status, body } = recordedAnswer('prometheus-partial');
      const { A, B } = (body as { results: Record<string, unknown> }).results;
      return { status, body: { results: { Q0: A, Q1: B } } };
    });
    const results = await instants({
      dataSourceUid: 'prometheus',
      expressions: { up: 'up', broken: 'sum(rate(' },
      range: window,
    });
    expect(fakeGrafana.requests).toHaveLength(1);
    expect(results.up.ok && results.up.value).toHaveLength(3);
    expect(results.broken).toMatchObject({ error: { kind: 'bad-query' } });
  });

  it('brings exemplars', async () => {
    const frame = {
      schema: {
        name: 'exemplar',
        meta: { custom: { resultType: 'exemplar' } },
        fields: [
          { name: 'Time', type: 'time' },
          { name: 'Value', type: 'number' },
          { name: 'tid', type: 'string' },
        ],
      },
      data: { values: [[1795269285000], [0.25], ['4bf9']] },
    };
    fakeGrafana.answer({ status: 200, body: { results: { A: { status: 200, frames: [frame] } } } });
    const request = { dataSourceUid: 'prometheus', expr: 'x_bucket', range: window, traceIdLabels: ['tid'] };
    expect(await exemplars(request)).toMatchObject({
      ok: true,
      value: [{ timeMs: 1795269285000, value: 0.25, traceId: '4bf9' }],
    });
    expect(fakeGrafana.queryBodies()[0]?.queries[0]).toMatchObject({ exemplar: true, expr: 'x_bucket' });
  });

  it('never asks for steps under a second', async () => {
    fakeGrafana.answer(recordedAnswer('prometheus-empty'));
    await range({ dataSourceUid: 'prometheus', expr: 'up', range: { fromMs: 0, toMs: 10 } });
    expect(fakeGrafana.queryBodies()[0]?.queries[0]).toMatchObject({ intervalMs: 1000 });
  });
});
