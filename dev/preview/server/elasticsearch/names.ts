import type { ElasticsearchQueryModel } from './model';

const METRIC_NAMES: Readonly<Record<string, string>> = {
  count: 'Count',
  avg: 'Average',
  sum: 'Sum',
  max: 'Max',
  min: 'Min',
  extended_stats: 'Extended Stats',
  percentiles: 'Percentiles',
  top_metrics: 'Top Metrics',
  cardinality: 'Unique Count',
  moving_avg: 'Moving Average',
  moving_fn: 'Moving Function',
  cumulative_sum: 'Cumulative Sum',
  derivative: 'Derivative',
  serial_diff: 'Serial Difference',
  bucket_script: 'Bucket Script',
  raw_document: 'Raw Document',
  raw_data: 'Raw Data',
  rate: 'Rate',
  logs: 'Logs',
  std_deviation: 'Std Dev',
  std_deviation_bounds_upper: 'Std Dev Upper',
  std_deviation_bounds_lower: 'Std Dev Lower',
};

const PIPELINES = new Set(['moving_avg', 'moving_fn', 'cumulative_sum', 'derivative', 'serial_diff', 'bucket_script']);

export function metricName(type: string): string {
  return METRIC_NAMES[type] ?? type;
}

/** What a series is about, beside the labels of its buckets. */
export interface SeriesIdentity {
  metric: string;
  field?: string;
  metricId?: string;
  labels: Record<string, string>;
}

function withAlias(alias: string, series: SeriesIdentity): string {
  let name = alias;
  for (const [whole, pattern = ''] of alias.matchAll(/\{\{([\s\S]+?)\}\}/g)) {
    if (pattern.startsWith('term ')) {
      name = name.replace(whole, series.labels[pattern.slice('term '.length)] ?? '');
    }
    const label = series.labels[pattern];
    if (label !== undefined) {
      name = name.replace(whole, label);
    }
    if (pattern === 'metric') {
      name = name.replace(whole, metricName(series.metric));
    }
    if (pattern === 'field') {
      name = name.replace(whole, series.field ?? '');
    }
  }
  return name;
}

function pipelineName(query: ElasticsearchQueryModel, series: SeriesIdentity): string {
  const metrics = query.metrics ?? [];
  const describe = (id: string | undefined): string | undefined => {
    const applied = metrics.find((candidate) => candidate.id === id);
    return (
      applied && (applied.type === 'count' ? metricName('count') : `${metricName(applied.type)} ${applied.field ?? ''}`)
    );
  };
  if (series.metric === 'bucket_script') {
    const own = metrics.find((candidate) => candidate.id === series.metricId);
    const script = typeof own?.settings?.script === 'string' ? own.settings.script : '';
    return (own?.pipelineVariables ?? []).reduce(
      (text, { name, pipelineAgg }) => text.replaceAll(`params.${name}`, describe(pipelineAgg) ?? ''),
      script
    );
  }
  if (!series.field) {
    return metricName(series.metric);
  }
  const applied = describe(series.field);
  return applied === undefined ? 'Unset' : `${metricName(series.metric)} ${applied}`;
}

/**
 * A series' name: the alias if there is one, else its bucket labels (by key) and, when the answer holds more than one
 * kind of metric, the metric.
 */
export function seriesName(query: ElasticsearchQueryModel, series: SeriesIdentity, metricKinds: number): string {
  if (query.alias) {
    return withAlias(query.alias, series);
  }
  const name = PIPELINES.has(series.metric)
    ? pipelineName(query, series)
    : [metricName(series.metric), series.field].filter(Boolean).join(' ');
  const labels = Object.entries(series.labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value)
    .join(' ')
    .trim();
  if (Object.keys(series.labels).length === 0) {
    return name;
  }
  return metricKinds === 1 ? labels : `${labels} ${name}`;
}
