/** A request to both sides of a comparison. */
export interface ComparisonRequest {
  what: string;
  method: string;
  path: string;
  body?: unknown;
}

type Query = Record<string, unknown>;

const PROMETHEUS = { uid: 'prometheus', type: 'prometheus' };
const JAEGER = { uid: 'jaeger', type: 'jaeger' };
const ELASTICSEARCH = { uid: 'elasticsearch', type: 'elasticsearch' };

const COUNT = { type: 'count', id: '1' };

function terms(id: string, field: string, settings: Query = {}): Query {
  return {
    type: 'terms',
    id,
    field,
    settings: { size: '10', order: 'desc', orderBy: '_term', min_doc_count: '1', ...settings },
  };
}

function histogram(id: string, settings: Query = {}): Query {
  return {
    type: 'date_histogram',
    id,
    field: '@timestamp',
    settings: { interval: '1m', min_doc_count: '0', ...settings },
  };
}

function prometheusQueries(): Array<[string, Query]> {
  const buckets = 'prometheus_http_request_duration_seconds_bucket';
  return [
    ['range', { expr: 'sum by (job) (up)', range: true, legendFormat: '{{job}}' }],
    ['range, no legend', { expr: 'up', range: true }],
    ['range, auto legend', { expr: 'up', range: true, legendFormat: '__auto' }],
    ['range, aggregate without labels', { expr: 'sum(up)', range: true }],
    ['range, aggregate without labels, auto legend', { expr: 'sum(up)', range: true, legendFormat: '__auto' }],
    ['instant', { expr: 'up', instant: true, range: false }],
    ['scalar', { expr: '42', instant: true, range: false }],
    ['scalar over a range', { expr: '42', range: true }],
    ['string', { expr: '"text"', instant: true, range: false }],
    ['not a number', { expr: '0 * up / 0', instant: true, range: false }],
    ['infinite', { expr: '1 / (0 * up)', instant: true, range: false }],
    ['no series', { expr: 'no_such_metric', range: true }],
    ['no series, instant', { expr: 'no_such_metric', instant: true, range: false }],
    ['rate interval', { expr: 'sum(rate(prometheus_http_requests_total[$__rate_interval]))', range: true }],
    ['interval and range', { expr: 'count_over_time(up[$__interval]) + 0 * sum_over_time(up[$__range])', range: true }],
    ['minimum step', { expr: 'sum(up)', range: true, interval: '2m' }],
    ['minimum step by rate interval', { expr: 'sum(up)', range: true, interval: '$__rate_interval' }],
    ['heatmap', { expr: `sum by (le) (rate(${buckets}[5m]))`, range: true, format: 'heatmap', legendFormat: '{{le}}' }],
    ['table', { expr: 'up', instant: true, range: false, format: 'table' }],
    ['exemplars', { expr: 'up', range: true, exemplar: true }],
    ['warning', { expr: 'quantile(1.2, up)', instant: true, range: false }],
    ['info', { expr: 'rate(up[5m])', range: true }],
    ['parse error', { expr: 'sum(rate(', range: true }],
    ['execution error', { expr: 'up * on() up', instant: true, range: false }],
    ['bad interval', { expr: 'up', range: true, interval: 'soon' }],
  ];
}

function jaegerQueries(traceId: string, service: string): Array<[string, Query]> {
  return [
    ['trace', { query: traceId }],
    ['unknown trace', { query: '0123456789abcdef0123456789abcdef' }],
    ['malformed trace id', { query: 'zz' }],
    ['no trace id', { query: '' }],
    ['search', { queryType: 'search', service, limit: 5 }],
    ['search by tag', { queryType: 'search', service, tags: 'error=true', limit: 5 }],
    ['search by duration', { queryType: 'search', service, minDuration: '1ms', maxDuration: '10s', limit: 5 }],
    ['search without result', { queryType: 'search', service: 'nothing', limit: 5 }],
    ['search without service', { queryType: 'search', limit: 5 }],
    ['limit as text', { queryType: 'search', service, limit: '5' }],
    ['upload', { queryType: 'upload' }],
    ['unknown query type', { queryType: 'guess' }],
    ['dependency graph', { queryType: 'dependencyGraph' }],
  ];
}

function elasticsearchQueries(): Array<[string, Query]> {
  const percentiles = { type: 'percentiles', id: '4', field: 'duration_ms', settings: { percents: ['95', '99'] } };
  const average = { type: 'avg', id: '3', field: 'duration_ms' };
  const two = {
    type: 'filters',
    id: '2',
    settings: {
      filters: [
        { query: 'level:ERROR', label: 'errors' },
        { query: '*', label: 'all' },
      ],
    },
  };
  return [
    ['logs', { query: 'level:ERROR', metrics: [{ type: 'logs', id: '1', settings: { limit: '5' } }], bucketAggs: [] }],
    [
      'logs, oldest first',
      {
        query: '*',
        metrics: [{ type: 'logs', id: '1', settings: { limit: '5', sortDirection: 'asc' } }],
        bucketAggs: [],
      },
    ],
    [
      'limit as a number',
      { query: 'level:ERROR', metrics: [{ type: 'logs', id: '1', settings: { limit: 3 } }], bucketAggs: [] },
    ],
    ['no hit', { query: 'level:NOPE', metrics: [{ type: 'logs', id: '1', settings: { limit: '5' } }], bucketAggs: [] }],
    [
      'window too large',
      { query: '*', metrics: [{ type: 'logs', id: '1', settings: { limit: '20000' } }], bucketAggs: [] },
    ],
    [
      'broken Lucene',
      { query: 'level:(ERROR', metrics: [{ type: 'logs', id: '1', settings: { limit: '5' } }], bucketAggs: [] },
    ],
    ['raw data', { query: '*', metrics: [{ type: 'raw_data', id: '1', settings: { size: '5' } }], bucketAggs: [] }],
    [
      'raw document',
      { query: '*', metrics: [{ type: 'raw_document', id: '1', settings: { size: '2' } }], bucketAggs: [] },
    ],
    [
      'terms: count, avg, percentiles',
      { query: '*', metrics: [COUNT, average, percentiles], bucketAggs: [terms('2', '_index')] },
    ],
    ['terms by average', { query: '*', metrics: [average], bucketAggs: [terms('2', '_index', { orderBy: '3' })] }],
    ['terms in terms', { query: '*', metrics: [COUNT], bucketAggs: [terms('2', '_index'), terms('5', 'level')] }],
    [
      'two of one type',
      {
        query: '*',
        metrics: [average, { ...average, id: '5', field: 'duration' }],
        bucketAggs: [terms('2', '_index')],
      },
    ],
    [
      'extended stats',
      {
        query: '*',
        metrics: [{ type: 'extended_stats', id: '1', field: 'duration_ms', meta: { max: true, avg: true } }],
        bucketAggs: [terms('2', '_index')],
      },
    ],
    ['date histogram', { query: '*', metrics: [COUNT], bucketAggs: [histogram('2')] }],
    ['date histogram, auto', { query: '*', metrics: [COUNT], bucketAggs: [histogram('2', { interval: 'auto' })] }],
    [
      'date histogram by term, alias',
      {
        query: '*',
        metrics: [COUNT, average],
        bucketAggs: [terms('2', 'level'), histogram('3')],
        alias: '{{term level}} {{metric}} {{field}}',
      },
    ],
    [
      'date histogram by term',
      { query: '*', metrics: [COUNT, average, percentiles], bucketAggs: [terms('2', 'level'), histogram('5')] },
    ],
    ['date histogram, trimmed', { query: '*', metrics: [COUNT], bucketAggs: [histogram('2', { trimEdges: '1' })] }],
    ['filters over time', { query: '*', metrics: [COUNT], bucketAggs: [two, histogram('3')] }],
    ['filters last', { query: '*', metrics: [COUNT], bucketAggs: [two] }],
    [
      'derivative',
      { query: '*', metrics: [COUNT, { type: 'derivative', id: '3', field: '1' }], bucketAggs: [histogram('2')] },
    ],
    [
      'unknown field',
      { query: '*', metrics: [{ type: 'avg', id: '1', field: 'no_such_field' }], bucketAggs: [histogram('2')] },
    ],
    ['no metric', { query: '*', metrics: [COUNT], bucketAggs: [] }],
  ];
}

const RESOURCES: Array<[string, string]> = [
  ['data sources', '/api/datasources'],
  ['one data source', '/api/datasources/uid/jaeger'],
  ['unknown data source', '/api/datasources/uid/nope'],
  ['health of Prometheus', '/api/datasources/uid/prometheus/health'],
  ['health of Jaeger', '/api/datasources/uid/jaeger/health'],
  ['health of Elasticsearch', '/api/datasources/uid/elasticsearch/health'],
  ['health of an unknown data source', '/api/datasources/uid/nope/health'],
  ['label values', '/api/datasources/uid/prometheus/resources/api/v1/label/job/values'],
  ['series', '/api/datasources/uid/prometheus/resources/api/v1/series?match[]=up'],
  ['metadata', '/api/datasources/uid/prometheus/resources/api/v1/metadata?metric=up'],
  ['services', '/api/datasources/uid/jaeger/resources/services'],
  ['operations', '/api/datasources/uid/jaeger/resources/services/nops-kernel/operations'],
  ['no such resource of Jaeger', '/api/datasources/uid/jaeger/resources/nothing'],
  ['field capabilities', '/api/datasources/uid/elasticsearch/resources/_field_caps?fields=*trace*'],
  ['no such resource of Elasticsearch', '/api/datasources/uid/elasticsearch/resources/_cat'],
  ['resource of an unknown data source', '/api/datasources/uid/nope/resources/services'],
  ['Jaeger behind the proxy', '/api/datasources/proxy/uid/jaeger/api/services'],
  ['unknown data source behind the proxy', '/api/datasources/proxy/uid/nope/api/services'],
  ['rules of Prometheus', '/api/prometheus/prometheus/api/v1/rules'],
  ['alerts of Prometheus', '/api/prometheus/prometheus/api/v1/alerts'],
  ['rules of Grafana', '/api/prometheus/grafana/api/v1/rules'],
  ['rules of an unknown data source', '/api/prometheus/nope/api/v1/rules'],
  ['rules of Jaeger', '/api/prometheus/jaeger/api/v1/rules'],
  ['alerts of Grafana', '/api/alertmanager/grafana/api/v2/alerts'],
  ['alerts of Alertmanager', '/api/alertmanager/alertmanager/api/v2/alerts'],
  ['alert groups of Alertmanager', '/api/alertmanager/alertmanager/api/v2/alerts/groups'],
  ['silences of Alertmanager', '/api/alertmanager/alertmanager/api/v2/silences'],
  ['annotations', '/api/annotations'],
  ['unknown plugin', '/api/plugins/nope-app/settings'],
];

/** A service and a trace that exist right now, so that both sides have something to show. */
async function findTrace(base: string, fromMs: number, toMs: number): Promise<{ traceId: string; service: string }> {
  const get = async <T>(path: string): Promise<T | undefined> => {
    const response = await fetch(`${base}/api/datasources/proxy/uid/jaeger/api/${path}`);
    return response.ok ? ((await response.json()) as T) : undefined;
  };
  const services = await get<{ data: string[] | null }>('services');
  const service = services?.data?.find((name) => !name.startsWith('jaeger')) ?? 'jaeger-all-in-one';
  const search = `service=${encodeURIComponent(service)}&limit=1&start=${fromMs * 1000}&end=${toMs * 1000}`;
  const found = await get<{ data: Array<{ traceID: string }> | null }>(`traces?${search}`);
  return { service, traceId: found?.data?.[0]?.traceID ?? '0123456789abcdef0123456789abcdef' };
}

/** Every kind of request that the app may send, over the same window on both sides. */
export async function comparisonRequests(base: string, fromMs: number, toMs: number): Promise<ComparisonRequest[]> {
  const { traceId, service } = await findTrace(base, fromMs, toMs);
  const post = (what: string, queries: Query[]): ComparisonRequest => ({
    what,
    method: 'POST',
    path: '/api/ds/query',
    body: {
      queries: queries.map((query, index) => ({
        refId: String.fromCharCode(65 + index),
        intervalMs: 15_000,
        maxDataPoints: 120,
        ...query,
      })),
      from: String(fromMs),
      to: String(toMs),
    },
  });
  const each = (name: string, datasource: Query, queries: Array<[string, Query]>) =>
    queries.map(([what, query]) => post(`${name}: ${what}`, [{ datasource, ...query }]));
  const search = {
    size: 1,
    query: { match_all: {} },
    aggs: { indices: { terms: { field: '_index' } } },
    sort: ['@timestamp'],
  };
  return [
    ...each('Prometheus', PROMETHEUS, prometheusQueries()),
    ...each('Jaeger', JAEGER, jaegerQueries(traceId, service)),
    ...each('Elasticsearch', ELASTICSEARCH, elasticsearchQueries()),
    post('unknown data source', [{ datasource: { uid: 'nope', type: 'prometheus' }, expr: 'up' }]),
    post('one good, one bad', [
      { datasource: PROMETHEUS, expr: 'up', instant: true, range: false },
      { datasource: PROMETHEUS, expr: 'sum(rate(', range: true },
    ]),
    post('three data sources at once', [
      { datasource: PROMETHEUS, expr: 'up', instant: true, range: false },
      { datasource: JAEGER, query: traceId },
      { datasource: ELASTICSEARCH, query: '*', metrics: [COUNT], bucketAggs: [histogram('3', { interval: '5m' })] },
    ]),
    {
      what: 'no queries',
      method: 'POST',
      path: '/api/ds/query',
      body: { queries: [], from: String(fromMs), to: String(toMs) },
    },
    ...RESOURCES.map(([what, path]) => ({ what, method: 'GET', path })),
    {
      what: 'multi search',
      method: 'POST',
      path: '/api/datasources/uid/elasticsearch/resources/_msearch',
      body: `${JSON.stringify({ index: '*' })}\n${JSON.stringify(search)}\n`,
    },
  ];
}
