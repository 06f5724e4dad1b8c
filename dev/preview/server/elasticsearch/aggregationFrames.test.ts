import { encodeAggregations } from './aggregationFrames';
import type { BucketModel, ElasticsearchQueryModel, MetricModel } from './model';

const COUNT: MetricModel = { id: '1', type: 'count' };
const AVERAGE: MetricModel = { id: '3', type: 'avg', field: 'ms' };
const TERMS: BucketModel = { id: '2', type: 'terms', field: 'service' };
const OVER_TIME: BucketModel = { id: '5', type: 'date_histogram', field: '@timestamp' };

function query(
  metrics: MetricModel[],
  bucketAggs: BucketModel[],
  more: Partial<ElasticsearchQueryModel> = {}
): ElasticsearchQueryModel {
  return { refId: 'A', metrics, bucketAggs, ...more };
}

function minutes(...counts: number[]) {
  return {
    buckets: counts.map((count, minute) => ({
      key: minute * 60_000,
      doc_count: count,
      3: { value: count === 0 ? null : count * 10 },
    })),
  };
}

function columns(frames: ReturnType<typeof encodeAggregations>): Record<string, unknown[]> {
  const frame = frames[0];
  return Object.fromEntries(
    (frame?.schema.fields ?? []).map((field, index) => [field.name, frame?.data.values[index] ?? []])
  );
}

describe('tables', () => {
  it('have a column a bucket and a metric', () => {
    const percentiles: MetricModel = { id: '4', type: 'percentiles', field: 'ms' };
    const answers = {
      2: {
        buckets: [
          { key: 'api', doc_count: 7, 3: { value: 12.5 }, 4: { values: { '95.0': 30, '99.0': 40 } } },
          { key: 'web', doc_count: 0, 3: { value: null }, 4: { values: { '95.0': null, '99.0': null } } },
        ],
      },
    };
    expect(columns(encodeAggregations(query([COUNT, AVERAGE, percentiles], [TERMS]), answers))).toEqual({
      service: ['api', 'web'],
      Count: [7, 0],
      Average: [12.5, null],
      // an empty bucket's percentile is 0 in a table
      'p95.0 ms': [30, 0],
      'p99.0 ms': [40, 0],
    });
  });

  it('repeat the outer bucket on every row', () => {
    const level: BucketModel = { id: '6', type: 'terms', field: 'level' };
    const inner = (...keys: string[]) => ({ buckets: keys.map((key, index) => ({ key, doc_count: index + 1 })) });
    const answers = {
      2: {
        buckets: [
          { key: 'api', 6: inner('ERROR', 'INFO') },
          { key: 'web', 6: inner('INFO') },
        ],
      },
    };
    expect(columns(encodeAggregations(query([COUNT], [TERMS, level]), answers))).toEqual({
      service: ['api', 'api', 'web'],
      level: ['ERROR', 'INFO', 'INFO'],
      Count: [1, 2, 1],
    });
  });

  it('lose what came before an outer bucket without inner ones, as in Grafana', () => {
    const level: BucketModel = { id: '6', type: 'terms', field: 'level' };
    const inner = (...keys: string[]) => ({ buckets: keys.map((key, index) => ({ key, doc_count: index + 1 })) });
    const answers = {
      2: {
        buckets: [
          { key: 'api', 6: inner('ERROR') },
          { key: 'infra', 6: inner() },
          { key: 'web', 6: inner('INFO') },
        ],
      },
    };
    expect(columns(encodeAggregations(query([COUNT], [TERMS, level]), answers))).toEqual({
      level: ['INFO'],
      Count: [1],
    });
    expect(
      encodeAggregations(query([COUNT], [TERMS, level]), { 2: { buckets: [{ key: 'infra', 6: inner() }] } })
    ).toEqual([]);
  });

  it('tell metrics of one type apart by field, and of one field by id', () => {
    const bucket = { key: 'api', 3: { value: 1 }, 7: { value: 2 }, 8: { value: 3 } };
    const metrics = [AVERAGE, { ...AVERAGE, id: '7' }, { ...AVERAGE, id: '8', field: 'bytes' }];
    expect(Object.keys(columns(encodeAggregations(query(metrics, [TERMS]), { 2: { buckets: [bucket] } })))).toEqual([
      'service',
      'Average ms 3',
      'Average ms 7',
      'Average bytes',
    ]);
  });

  it('show only the first extended statistic', () => {
    const stats: MetricModel = {
      id: '9',
      type: 'extended_stats',
      field: 'ms',
      meta: { max: true, avg: true, min: false },
    };
    const answers = { 2: { buckets: [{ key: 'api', 9: { avg: 5, max: 9 } }] } };
    expect(columns(encodeAggregations(query([stats], [TERMS]), answers))).toEqual({
      service: ['api'],
      'Extended Stats': [5],
    });
  });

  it('are empty for filters as the last bucket', () => {
    const filters: BucketModel = { id: '2', type: 'filters' };
    expect(encodeAggregations(query([COUNT], [filters]), { 2: { buckets: { errors: { doc_count: 4 } } } })).toEqual([]);
  });
});

describe('series', () => {
  const byService = {
    2: {
      buckets: [
        { key: 'api', 5: minutes(1, 2) },
        { key: 'web', 5: minutes(3, 0) },
      ],
    },
  };

  it('are named by their buckets, and by the metric when there are several', () => {
    const one = encodeAggregations(query([COUNT], [TERMS, OVER_TIME]), byService);
    expect(one.map((frame) => frame.schema.name)).toEqual(['api', 'web']);
    expect(one.map((frame) => frame.data.values)).toEqual([
      [
        [0, 60_000],
        [1, 2],
      ],
      [
        [0, 60_000],
        [3, 0],
      ],
    ]);
    const two = encodeAggregations(query([COUNT, AVERAGE], [TERMS, OVER_TIME]), byService);
    expect(two.map((frame) => frame.schema.name)).toEqual([
      'api Count',
      'api Average ms',
      'web Count',
      'web Average ms',
    ]);
    expect(two[3]?.data.values[1]).toEqual([30, null]);
  });

  it('are named by the metric alone without buckets', () => {
    expect(encodeAggregations(query([COUNT], [OVER_TIME]), { 5: minutes(1) })[0]?.schema.name).toBe('Count');
  });

  it('follow the alias', () => {
    const named = query([AVERAGE], [TERMS, OVER_TIME], {
      alias: '{{term service}}: {{metric}} of {{field}} {{no such}}',
    });
    expect(encodeAggregations(named, byService)[0]?.schema.name).toBe('api: Average of ms {{no such}}');
  });

  it('carry the label of filters on the way', () => {
    const filters: BucketModel = { id: '2', type: 'filters' };
    const answers = { 2: { buckets: { late: { 5: minutes(1) }, early: { 5: minutes(2) } } } };
    expect(encodeAggregations(query([COUNT], [filters, OVER_TIME]), answers).map((frame) => frame.schema.name)).toEqual(
      ['early', 'late']
    );
  });

  it('are trimmed at both edges', () => {
    const trimmed = { ...OVER_TIME, settings: { trimEdges: '1' } };
    const [frame] = encodeAggregations(query([COUNT], [trimmed]), { 5: minutes(1, 2, 3, 4) });
    expect(frame?.data.values).toEqual([
      [60_000, 120_000],
      [2, 3],
    ]);
  });

  it('hide hidden metrics and look through nested documents', () => {
    const nested: BucketModel = { id: '4', type: 'nested', field: 'spans' };
    const answers = { 4: { doc_count: 9, 5: minutes(1) } };
    const frames = encodeAggregations(query([COUNT, { ...AVERAGE, hide: true }], [nested, OVER_TIME]), answers);
    expect(frames.map((frame) => frame.schema.name)).toEqual(['Count']);
  });
});
