import { type OperationFigures, type OperationPair, type Quantile, QUANTILES } from './types';
import { type ComparedWindows, type Stretch } from './windows';

/** Where Jaeger keeps its spans when it stores them in Elasticsearch, unless it was given a prefix. */
export const DEFAULT_SPAN_INDEX = 'jaeger-span-*';

/** True for a name, a pattern or a list of indices as Elasticsearch takes them. */
export function isIndexName(text: string): boolean {
  return /^[a-z0-9*][a-z0-9_.*,-]*$/.test(text);
}

/** Services, and operations of each, that an answer holds at most: together below Elasticsearch's limit of buckets. */
const MOST_SERVICES = 200;
const MOST_OPERATIONS = 100;

const US_PER_MS = 1000;

/** A search of the index, in Elasticsearch's own language. */
type SearchBody = Readonly<Record<string, unknown>>;

/**
 * The two searches: each groups the spans of a stretch by service and operation. An error is what Jaeger's tags say,
 * whether they are stored as nested documents or as fields.
 * @param service only this one; all of them when absent.
 */
export function spanIndexSearches({ recent, baseline }: ComparedWindows, service?: string): [SearchBody, SearchBody] {
  return [search(recent, service), search(baseline, service)];
}

function search({ fromMs, toMs }: Stretch, service: string | undefined): SearchBody {
  const inTime = {
    range: { startTimeMillis: { gte: Math.round(fromMs), lt: Math.round(toMs), format: 'epoch_millis' } },
  };
  const ofService = service === undefined ? [] : [{ term: { 'process.serviceName': service } }];
  const percents = Object.values(QUANTILES).map((ratio) => ratio * 100);
  return {
    size: 0,
    query: { bool: { filter: [inTime, ...ofService] } },
    aggs: {
      first: { min: { field: 'startTimeMillis' } },
      services: {
        terms: { field: 'process.serviceName', size: MOST_SERVICES },
        aggs: {
          operations: {
            terms: { field: 'operationName', size: MOST_OPERATIONS },
            aggs: {
              durations: { percentiles: { field: 'duration', percents, keyed: false } },
              mean: { avg: { field: 'duration' } },
              errors: {
                filter: { bool: { should: [...tagged('error', 'true'), ...tagged('otel.status_code', 'ERROR')] } },
              },
            },
          },
        },
      },
    },
  };
}

/** Jaeger writes a tag as a nested document, or as a field below `tag` with `@` for each dot. */
function tagged(key: string, value: string): SearchBody[] {
  const nested = { bool: { filter: [{ term: { 'tags.key': key } }, { term: { 'tags.value': value } }] } };
  return [
    { nested: { path: 'tags', ignore_unmapped: true, query: nested } },
    { term: { [`tag.${key.replaceAll('.', '@')}`]: value } },
  ];
}

/** What one of the searches found. */
export interface SpanIndexAnswer {
  /** By service and operation, as JSON of both. */
  figures: ReadonlyMap<string, OperationFigures>;
  /** There are more services or operations than an answer holds. */
  isCut: boolean;
}

/**
 * Reads the aggregations of a search.
 * @param toMs where its stretch of time ends: it was observed from its first span on.
 */
export function readSpanIndex(aggregations: Readonly<Record<string, unknown>>, toMs: number): SpanIndexAnswer {
  const firstMs = numberAt(recordAt(aggregations, 'first'), 'value');
  const observedMs = firstMs === undefined ? undefined : toMs - firstMs;
  const services = recordAt(aggregations, 'services');
  const figures = new Map<string, OperationFigures>();
  let isCut = isShort(services);
  for (const service of bucketsOf(services)) {
    const operations = recordAt(service, 'operations');
    isCut ||= isShort(operations);
    for (const bucket of bucketsOf(operations)) {
      figures.set(JSON.stringify([service['key'], bucket['key']]), { ...figuresOf(bucket), observedMs });
    }
  }
  return { figures, isCut };
}

/** Operations of both stretches. @param systemOf the system that a service of the traces belongs to. */
export function spanIndexPairs(
  recent: SpanIndexAnswer,
  baseline: SpanIndexAnswer,
  systemOf: (service: string) => string
): OperationPair[] {
  const keys = new Set([...recent.figures.keys(), ...baseline.figures.keys()]);
  return [...keys].map((key) => {
    const [service, operation] = JSON.parse(key) as [string, string];
    return {
      system: systemOf(service),
      service,
      operation,
      role: 'unknown',
      recent: recent.figures.get(key),
      baseline: baseline.figures.get(key),
    };
  });
}

type Fields = Readonly<Record<string, unknown>>;

function figuresOf(bucket: Fields): OperationFigures {
  const us = (value: number | undefined) => (value === undefined ? undefined : value / US_PER_MS);
  const values = listAt(recordAt(bucket, 'durations'), 'values');
  const percentile = (ratio: number) =>
    us(numberAt(values.find((entry) => Math.abs((numberAt(entry, 'key') ?? 0) - ratio * 100) < 0.01) ?? {}, 'value'));
  return {
    calls: numberAt(bucket, 'doc_count') ?? 0,
    errors: numberAt(recordAt(bucket, 'errors'), 'doc_count'),
    meanMs: us(numberAt(recordAt(bucket, 'mean'), 'value')),
    quantilesMs: Object.fromEntries(
      (Object.keys(QUANTILES) as Quantile[]).map((name) => [name, percentile(QUANTILES[name])])
    ),
  };
}

const isShort = (terms: Fields) => (numberAt(terms, 'sum_other_doc_count') ?? 0) > 0;
const bucketsOf = (terms: Fields) => listAt(terms, 'buckets');

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function recordAt(fields: Fields, name: string): Fields {
  const value = fields[name];
  return isFields(value) ? value : {};
}

function listAt(fields: Fields, name: string): Fields[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function numberAt(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
