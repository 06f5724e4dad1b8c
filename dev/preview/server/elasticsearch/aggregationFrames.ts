import type { FrameJson } from '../frames';
import type { Bucket } from './buckets';
import type { BucketModel, ElasticsearchQueryModel } from './model';
import { BucketTable } from './table';
import { encodeSeries, readSeries, type Series } from './timeSeries';

interface BucketsAnswer {
  buckets?: Bucket[] | Record<string, Bucket>;
}

type Answers = Record<string, unknown>;
type Labels = Record<string, string>;

interface Collected {
  query: ElasticsearchQueryModel;
  series: Series[];
  table: BucketTable;
}

function keyLabel(bucket: Bucket): string | undefined {
  return bucket.key_as_string ?? (bucket.key === undefined ? undefined : String(bucket.key));
}

function listOf(answer: BucketsAnswer): Bucket[] {
  return Array.isArray(answer.buckets) ? answer.buckets : [];
}

/**
 * Walks down to the innermost buckets. Named buckets (of `filters`) count only on the way: as the innermost they give no
 * rows, because Grafana reads a list there.
 */
function walk(answers: Answers, depth: number, labels: Labels, into: Collected): void {
  const models = into.query.bucketAggs ?? [];
  const known = Object.keys(answers)
    .sort()
    .flatMap((id) => {
      const model = models.find((candidate) => candidate.id === id);
      return model ? [{ model, answer: answers[id] as BucketsAnswer & Answers }] : [];
    });
  for (const { model, answer } of known) {
    if (model.type === 'nested') {
      walk(answer, depth + 1, labels, into);
    } else if (depth < models.length - 1) {
      walkBuckets(model, answer, depth, labels, into);
    } else if (model.type === 'date_histogram') {
      into.series.push(...readSeries(into.query.metrics ?? [], listOf(answer), labels));
    } else {
      into.table.add(model, listOf(answer), labels);
    }
  }
}

function walkBuckets(model: BucketModel, answer: BucketsAnswer, depth: number, labels: Labels, into: Collected): void {
  for (const bucket of listOf(answer)) {
    const label = keyLabel(bucket);
    walk(bucket, depth + 1, label === undefined ? labels : { ...labels, [model.field ?? '']: label }, into);
  }
  if (answer.buckets && !Array.isArray(answer.buckets)) {
    for (const name of Object.keys(answer.buckets).sort()) {
      walk(answer.buckets[name] ?? {}, depth + 1, { ...labels, filter: name }, into);
    }
  }
}

/** Aggregations as frames: series when a date histogram is the innermost bucket, else one table. */
export function encodeAggregations(query: ElasticsearchQueryModel, answers: Answers): FrameJson[] {
  const collected: Collected = { query, series: [], table: new BucketTable(query) };
  walk(answers, 0, {}, collected);
  return collected.series.length > 0 ? encodeSeries(query, collected.series) : collected.table.encode();
}
