import { DEFAULT_SIZE, sizeSetting, stringSetting, type BucketModel, type MetricModel } from './model';

type Json = Record<string, unknown>;

const CALENDAR_INTERVALS = new Set(['1w', '1M', '1q', '1y']);
const PIPELINES = new Set(['moving_avg', 'moving_fn', 'cumulative_sum', 'derivative', 'serial_diff']);
const NUMERIC_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  moving_avg: ['window', 'predict'],
  serial_diff: ['lag'],
};

function defined(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function integer(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Math.trunc(value);
  }
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

function dateHistogram(bucket: BucketModel, context: AggregationContext): Json {
  const settings = bucket.settings ?? {};
  const interval = stringSetting(settings.interval) ?? 'auto';
  const timeZone = stringSetting(settings.timeZone);
  const step = interval === 'auto' ? `${context.intervalMs}ms` : interval;
  return defined({
    field: bucket.field || context.timeField,
    ...(CALENDAR_INTERVALS.has(interval) ? { calendar_interval: interval } : { fixed_interval: step }),
    min_doc_count: integer(settings.min_doc_count) ?? 0,
    extended_bounds: { min: context.fromMs, max: context.toMs },
    format: stringSetting(settings.format) ?? 'epoch_millis',
    offset: stringSetting(settings.offset),
    missing: stringSetting(settings.missing),
    time_zone: timeZone === 'utc' ? undefined : timeZone,
  });
}

/** Terms, and what its order needs beside it: ordering by a metric asks for that metric inside the same bucket. */
function terms(bucket: BucketModel, metrics: MetricModel[]): { body: Json; aggs: Json } {
  const settings = bucket.settings ?? {};
  const orderBy = stringSetting(settings.orderBy);
  const direction = stringSetting(settings.order) ?? 'desc';
  const metric =
    orderBy === undefined ? undefined : metrics.find((candidate) => candidate.id === /^\d+/.exec(orderBy)?.[0]);
  let order: Json = {};
  const aggs: Json = {};
  if (metric && orderBy !== undefined) {
    order = { [metric.type === 'count' ? '_count' : orderBy]: direction };
    if (metric.type !== 'count') {
      aggs[metric.id] = { [metric.type]: { field: metric.field } };
    }
  } else if (orderBy !== undefined && !/^\d/.test(orderBy)) {
    order = { [orderBy === '_term' ? '_key' : orderBy]: direction };
  }
  const size = typeof settings.size === 'number' ? settings.size : sizeSetting(settings.size);
  const body = {
    field: bucket.field,
    size: size || DEFAULT_SIZE,
    order,
    min_doc_count: integer(settings.min_doc_count),
    missing: stringSetting(settings.missing),
  };
  return { body: defined(body), aggs };
}

function filters(bucket: BucketModel): Json {
  const entries = (bucket.settings?.filters ?? []) as Array<{ query?: string; label?: string }>;
  return {
    filters: Object.fromEntries(
      entries.map(({ query = '', label }) => [label || query, { query_string: { query, analyze_wildcard: true } }])
    ),
  };
}

function histogram(bucket: BucketModel): Json {
  const settings = bucket.settings ?? {};
  return defined({
    field: bucket.field,
    interval: Number(stringSetting(settings.interval)) || 1000,
    min_doc_count: integer(settings.min_doc_count) ?? 0,
    missing: typeof settings.missing === 'number' ? settings.missing : undefined,
  });
}

function metricSettings(metric: MetricModel): Json {
  const settings = Object.fromEntries(Object.entries(metric.settings ?? {}).filter(([, value]) => value !== 'null'));
  for (const name of NUMERIC_SETTINGS[metric.type] ?? []) {
    if (typeof settings[name] === 'string' && Number.isFinite(Number(settings[name]))) {
      settings[name] = Number(settings[name]);
    }
  }
  const script = settings.script as string | { inline?: string } | undefined;
  return typeof script === 'object' ? { ...settings, script: script.inline } : settings;
}

function bucketPath(id: string, metrics: MetricModel[]): string | undefined {
  const applied = metrics.find((candidate) => candidate.id === id);
  return applied && (applied.type === 'count' ? '_count' : id);
}

/** The aggregation of a metric; count needs none, and a pipeline over a metric that is not there is left out. */
function metricAggregation(metric: MetricModel, metrics: MetricModel[]): Json | undefined {
  if (metric.type === 'count') {
    return undefined;
  }
  if (metric.type === 'bucket_script') {
    const paths = (metric.pipelineVariables ?? []).flatMap(({ name, pipelineAgg }) => {
      const path = bucketPath(pipelineAgg, metrics);
      return path ? [[name, path]] : [];
    });
    return paths.length > 0
      ? { bucket_script: { ...metricSettings(metric), buckets_path: Object.fromEntries(paths) as Json } }
      : undefined;
  }
  if (PIPELINES.has(metric.type)) {
    const path = bucketPath(metric.field || (metric.pipelineAgg ?? ''), metrics);
    return path ? { [metric.type]: { ...metricSettings(metric), buckets_path: path } } : undefined;
  }
  return { [metric.type]: { ...(metric.field ? { field: metric.field } : {}), ...metricSettings(metric) } };
}

export interface AggregationContext {
  timeField: string;
  intervalMs: number;
  fromMs: number;
  toMs: number;
}

function bucketAggregation(
  bucket: BucketModel,
  metrics: MetricModel[],
  context: AggregationContext
): { aggregation: Json; aggs: Json } | undefined {
  switch (bucket.type) {
    case 'date_histogram':
      return { aggregation: { date_histogram: dateHistogram(bucket, context) }, aggs: {} };
    case 'terms': {
      const { body, aggs } = terms(bucket, metrics);
      return { aggregation: { terms: body }, aggs };
    }
    case 'filters':
      return { aggregation: { filters: filters(bucket) }, aggs: {} };
    case 'histogram':
      return { aggregation: { histogram: histogram(bucket) }, aggs: {} };
    case 'nested':
      return { aggregation: { nested: { path: bucket.field } }, aggs: {} };
    case 'geohash_grid':
      return { aggregation: { geohash_grid: { field: bucket.field, precision: 3 } }, aggs: {} };
    default:
      return undefined;
  }
}

/** The query's buckets, each inside the one before, with the metrics in the innermost. */
export function buildAggregations(buckets: BucketModel[], metrics: MetricModel[], context: AggregationContext): Json {
  const root: Json = {};
  let level = root;
  for (const bucket of buckets) {
    const built = bucketAggregation(bucket, metrics, context);
    if (built) {
      level[bucket.id] = { ...built.aggregation, aggs: built.aggs };
      level = built.aggs;
    }
  }
  for (const metric of metrics) {
    const aggregation = metricAggregation(metric, metrics);
    if (aggregation) {
      level[metric.id] = aggregation;
    }
  }
  return root;
}
