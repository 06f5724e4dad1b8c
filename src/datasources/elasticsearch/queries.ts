import { type LuceneQuery } from '../../domain/logs/lucene';
import { type DataSourceReference } from '../types';

/** A metric of the query model. All settings are strings: a number is silently taken for the default. */
export type ElasticsearchMetric = {
  id: string;
  type: 'count' | 'avg' | 'sum' | 'min' | 'max' | 'cardinality' | 'percentiles' | 'logs' | 'raw_data';
  field?: string | undefined;
  settings?: Record<string, string | readonly string[] | readonly unknown[]> | undefined;
};

/** A bucket aggregation of the query model. */
export type ElasticsearchBucket = {
  id: string;
  type: 'terms' | 'filters' | 'date_histogram';
  field?: string | undefined;
  settings: Record<string, string | ReadonlyArray<{ query: string; label: string }>>;
};

/** The query model of Grafana's Elasticsearch data source. */
export type ElasticsearchQuery = {
  refId: string;
  datasource: DataSourceReference;
  /** Lucene. */
  query: LuceneQuery;
  metrics: ElasticsearchMetric[];
  bucketAggs: ElasticsearchBucket[];
  alias?: string | undefined;
  intervalMs?: number | undefined;
  maxDataPoints?: number | undefined;
};

/** What all builders need. */
export interface ElasticsearchSpec {
  dataSourceUid: string;
  /** Lucene; see `domain/logs/lucene`. */
  query: LuceneQuery;
  /** `A` when absent. */
  refId?: string | undefined;
}

/** Which documents of a match, and in which order. */
export interface PageSpec {
  /** 1 to 10,000, which is as far as one page of Elasticsearch reaches. 500 when absent. */
  limit?: number | undefined;
  /** `newest-first` when absent. */
  order?: 'newest-first' | 'oldest-first' | undefined;
  /** `nextPage` of the page before. */
  after?: readonly unknown[] | undefined;
}

export const DEFAULT_LIMIT = 500;
export const MAX_LIMIT = 10_000;

/** Log documents, with their whole source. */
export function logsQuery(spec: ElasticsearchSpec & PageSpec): ElasticsearchQuery {
  const { limit = DEFAULT_LIMIT, order, after } = spec;
  const settings: ElasticsearchMetric['settings'] = { limit: String(limit) };
  if (order === 'oldest-first') {
    settings.sortDirection = 'asc';
  }
  if (after) {
    settings.searchAfter = after;
  }
  return base(spec, [{ id: '1', type: 'logs', settings }]);
}

/** Documents in columns, newest first, without highlighting (which can fail on huge documents). */
export function rawDataQuery(spec: ElasticsearchSpec & { limit?: number | undefined }): ElasticsearchQuery {
  const settings = { size: String(spec.limit ?? DEFAULT_LIMIT) };
  return base(spec, [{ id: '1', type: 'raw_data', settings }]);
}

/** A query model without its aggregations. */
export function base(
  { dataSourceUid, query, refId = 'A' }: ElasticsearchSpec,
  metrics: ElasticsearchMetric[],
  bucketAggs: ElasticsearchBucket[] = []
): ElasticsearchQuery {
  return { refId, datasource: { uid: dataSourceUid, type: 'elasticsearch' }, query, metrics, bucketAggs };
}
