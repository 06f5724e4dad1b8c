import type { ElasticsearchQueryModel } from './model';
import { buildSearch, kindOf } from './request';

const CONTEXT = { timeField: '@timestamp', intervalMs: 15_000, fromMs: 1_000, toMs: 61_000 };

function query(partial: Partial<ElasticsearchQueryModel>): ElasticsearchQueryModel {
  return { refId: 'A', query: '*', metrics: [{ id: '1', type: 'count' }], bucketAggs: [], ...partial };
}

function logs(settings: Record<string, unknown>): Record<string, unknown> {
  return buildSearch(query({ metrics: [{ id: '1', type: 'logs', settings }] }), CONTEXT);
}

describe('kindOf', () => {
  it('is told by the first metric', () => {
    expect(kindOf(query({ metrics: [{ id: '1', type: 'raw_data' }] }))).toBe('raw_data');
    expect(kindOf(query({ bucketAggs: [{ id: '2', type: 'terms' }] }))).toBe('metrics');
  });

  it('refuses a query that asks for nothing', () => {
    expect(() => kindOf(query({}))).toThrow('invalid query, missing metrics and aggregations');
  });
});

describe('buildSearch', () => {
  it('filters by window and Lucene; an empty query is no filter', () => {
    expect(logs({}).query).toEqual({
      bool: {
        filter: [
          { range: { '@timestamp': { gte: 1_000, lte: 61_000, format: 'epoch_millis' } } },
          { query_string: { analyze_wildcard: true, query: '*' } },
        ],
      },
    });
    const empty = buildSearch(query({ query: ' ', metrics: [{ id: '1', type: 'logs' }] }), CONTEXT);
    expect((empty.query as { bool: { filter: unknown[] } }).bool.filter).toHaveLength(1);
  });

  it('takes a limit only as text; anything else means 500', () => {
    expect(logs({ limit: '5' }).size).toBe(5);
    expect(logs({ limit: 5 }).size).toBe(500);
    expect(logs({ limit: '0' }).size).toBe(500);
    expect(logs({}).size).toBe(500);
  });

  it('sorts by _doc first when the time field comes after it in the alphabet, as Grafana does', () => {
    expect(Object.keys(logs({}).sort as object)).toEqual(['@timestamp', '_doc']);
    const byOther = buildSearch(query({ metrics: [{ id: '1', type: 'logs' }] }), { ...CONTEXT, timeField: 'time' });
    expect(Object.keys(byOther.sort as object)).toEqual(['_doc', 'time']);
  });

  it('pages with searchAfter and can turn the order round', () => {
    const page = logs({ sortDirection: 'asc', searchAfter: [123, 4] });
    expect(page.search_after).toEqual([123, 4]);
    expect(page.sort).toMatchObject({ '@timestamp': { order: 'asc' }, _doc: { order: 'asc' } });
  });

  it('nests buckets and puts the metrics into the innermost', () => {
    const search = buildSearch(
      query({
        metrics: [
          { id: '1', type: 'count' },
          { id: '3', type: 'avg', field: 'ms' },
        ],
        bucketAggs: [
          {
            id: '2',
            type: 'terms',
            field: 'service',
            settings: { size: '10', order: 'asc', orderBy: '3', min_doc_count: '1' },
          },
          { id: '4', type: 'date_histogram', field: '', settings: { interval: 'auto' } },
        ],
      }),
      CONTEXT
    );
    expect(search.aggs).toEqual({
      2: {
        terms: { field: 'service', size: 10, order: { 3: 'asc' }, min_doc_count: 1 },
        aggs: {
          3: { avg: { field: 'ms' } },
          4: {
            date_histogram: {
              field: '@timestamp',
              fixed_interval: '15000ms',
              min_doc_count: 0,
              extended_bounds: { min: 1_000, max: 61_000 },
              format: 'epoch_millis',
            },
            aggs: { 3: { avg: { field: 'ms' } } },
          },
        },
      },
    });
  });

  it('knows calendar intervals, labelled filters and pipelines', () => {
    const search = buildSearch(
      query({
        metrics: [
          { id: '1', type: 'count' },
          { id: '5', type: 'derivative', field: '1' },
          { id: '6', type: 'derivative', field: '99' },
        ],
        bucketAggs: [
          {
            id: '2',
            type: 'filters',
            settings: {
              filters: [
                { query: 'level:ERROR', label: 'errors' },
                { query: '*', label: '' },
              ],
            },
          },
          { id: '3', type: 'date_histogram', field: 't', settings: { interval: '1M', timeZone: 'utc' } },
        ],
      }),
      CONTEXT
    );
    const outer = (
      search.aggs as Record<
        string,
        { filters: unknown; aggs: Record<string, { aggs: unknown; date_histogram: unknown }> }
      >
    )['2'];
    expect(outer?.filters).toEqual({
      filters: {
        errors: { query_string: { query: 'level:ERROR', analyze_wildcard: true } },
        '*': { query_string: { query: '*', analyze_wildcard: true } },
      },
    });
    expect(outer?.aggs['3']?.date_histogram).toMatchObject({ calendar_interval: '1M' });
    expect(outer?.aggs['3']?.aggs).toEqual({ 5: { derivative: { buckets_path: '_count' } } });
  });
});
