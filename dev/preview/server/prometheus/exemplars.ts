import { encodeFrame, type FrameJson } from '../frames';
import type { Labels } from './legend';
import { alignMs, type PrometheusQuery } from './model';

/** Prometheus' answer of `/api/v1/query_exemplars`: per series, its exemplars. */
export interface ExemplarSeries {
  seriesLabels: Labels;
  exemplars: Array<{ labels: Labels; value: string; timestamp: number }>;
}

interface Exemplar {
  timeMs: number;
  value: number;
  labels: Labels;
}

function sampleStandardDeviation(values: number[]): number {
  if (values.length < 2) {
    return 0;
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/**
 * Thins exemplars as Grafana does: in each step the greatest value stays, and further ones only when they lie more than
 * two standard deviations (of all values) below the last one kept. Sorted by time.
 */
export function sampleExemplars(exemplars: Exemplar[], stepMs: number): Exemplar[] {
  const limit = 2 * sampleStandardDeviation(exemplars.map((exemplar) => exemplar.value));
  const buckets = new Map<number, Exemplar[]>();
  for (const exemplar of exemplars) {
    const bucket = alignMs(exemplar.timeMs, stepMs);
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), exemplar]);
  }
  const kept: Exemplar[] = [];
  for (const bucket of buckets.values()) {
    let last: number | undefined;
    for (const exemplar of bucket.sort((a, b) => b.value - a.value)) {
      if (last === undefined || (limit > 0 && last - exemplar.value > limit)) {
        kept.push(exemplar);
        last = exemplar.value;
      }
    }
  }
  return kept.sort((a, b) => a.timeMs - b.timeMs);
}

/** Encodes exemplars as Grafana's one frame "exemplar": time, value, then a column a label (sorted). None: no frame. */
export function encodeExemplars(query: PrometheusQuery, series: ExemplarSeries[]): FrameJson[] {
  const all = series.flatMap(({ seriesLabels, exemplars }) =>
    exemplars.map((exemplar) => ({
      timeMs: Math.round(exemplar.timestamp * 1000),
      value: Number(exemplar.value),
      labels: { ...seriesLabels, ...exemplar.labels },
    }))
  );
  const sampled = sampleExemplars(all, query.stepMs);
  if (sampled.length === 0) {
    return [];
  }
  const names = [...new Set(all.flatMap((exemplar) => Object.keys(exemplar.labels)))].sort();
  return [
    encodeFrame({
      name: 'exemplar',
      refId: query.refId,
      meta: { typeVersion: [0, 0], custom: { resultType: 'exemplar' } },
      columns: [
        { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' }, values: sampled.map(({ timeMs }) => timeMs) },
        { name: 'Value', type: 'number', typeInfo: { frame: 'float64' }, values: sampled.map(({ value }) => value) },
        ...names.map((name) => ({
          name,
          type: 'string' as const,
          typeInfo: { frame: 'string' },
          values: sampled.map(({ labels }) => labels[name] ?? ''),
        })),
      ],
    }),
  ];
}
