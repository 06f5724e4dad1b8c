import { encodeFrame, type FrameJson } from '../frames';
import { enabledStats, metricAnswer, statValue, toNumber, type Bucket } from './buckets';
import type { ElasticsearchQueryModel, MetricModel } from './model';
import { seriesName, type SeriesIdentity } from './names';

/** A series before it has its name. */
export interface Series extends SeriesIdentity {
  timesMs: number[];
  values: Array<number | null>;
}

type Labels = Record<string, string>;

function series(buckets: Bucket[], identity: SeriesIdentity, value: (bucket: Bucket) => number | null): Series {
  return { ...identity, timesMs: buckets.map((bucket) => Number(bucket.key)), values: buckets.map(value) };
}

function percentiles(metric: MetricModel, buckets: Bucket[], labels: Labels): Series[] {
  const first = buckets[0] && metricAnswer(buckets[0], metric.id)?.values;
  return Object.keys(first ?? {})
    .sort()
    .map((percent) =>
      series(buckets, { metric: `p${percent}`, field: metric.field ?? '', labels }, (bucket) =>
        toNumber(metricAnswer(bucket, metric.id)?.values?.[percent])
      )
    );
}

function topMetrics(metric: MetricModel, buckets: Bucket[], labels: Labels): Series[] {
  const fields = (metric.settings?.metrics ?? []) as string[];
  return fields.map((field) =>
    series(buckets, { metric: 'top_metrics', field, labels }, (bucket) =>
      toNumber(metricAnswer(bucket, metric.id)?.top?.[0]?.metrics?.[field])
    )
  );
}

function single(metric: MetricModel, buckets: Bucket[], labels: Labels): Series[] {
  const present = buckets.filter((bucket) => metricAnswer(bucket, metric.id));
  const identity = { metric: metric.type, field: metric.field ?? '', metricId: metric.id, labels };
  return [
    series(present, identity, (bucket) => {
      const answer = metricAnswer(bucket, metric.id);
      return toNumber(answer && 'normalized_value' in answer ? answer.normalized_value : answer?.value);
    }),
  ];
}

/** The series of one date histogram, metric by metric. */
export function readSeries(metrics: MetricModel[], buckets: Bucket[], labels: Labels): Series[] {
  return metrics
    .filter((metric) => !metric.hide)
    .flatMap((metric) => {
      switch (metric.type) {
        case 'count':
          return [series(buckets, { metric: 'count', labels }, (bucket) => toNumber(bucket.doc_count))];
        case 'percentiles':
          return percentiles(metric, buckets, labels);
        case 'top_metrics':
          return topMetrics(metric, buckets, labels);
        case 'extended_stats':
          return enabledStats(metric.meta).map((stat) =>
            series(buckets, { metric: stat, field: metric.field ?? '', labels }, (bucket) =>
              statValue(metricAnswer(bucket, metric.id), stat)
            )
          );
        default:
          return single(metric, buckets, labels);
      }
    });
}

function trimmed<T>(values: T[], edges: number): T[] {
  return values.length > edges * 2 ? values.slice(edges, values.length - edges) : values;
}

/** Series as frames, named; for panels Grafana drops the labels and keeps only the name. */
export function encodeSeries(query: ElasticsearchQueryModel, all: Series[]): FrameJson[] {
  const kinds = new Set(all.map((one) => one.metric)).size;
  const histogram = query.bucketAggs?.find((bucket) => bucket.type === 'date_histogram');
  const edges = Number(histogram?.settings?.trimEdges ?? 0) || 0;
  return all.map((one) =>
    encodeFrame({
      name: seriesName(query, one, kinds),
      refId: query.refId,
      meta: { type: 'timeseries-multi', typeVersion: [0, 0] },
      columns: [
        { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' }, values: trimmed(one.timesMs, edges) },
        {
          name: 'Value',
          type: 'number',
          typeInfo: { frame: 'float64', nullable: true },
          values: trimmed(one.values, edges),
        },
      ],
    })
  );
}
