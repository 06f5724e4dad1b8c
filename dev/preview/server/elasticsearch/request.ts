import { buildAggregations, type AggregationContext } from './aggregations';
import { sizeSetting, type ElasticsearchQueryModel } from './model';

/** Marks around highlighted words; the words between them become the frame's search words. */
export const HIGHLIGHT_START = '@HIGHLIGHT@';
export const HIGHLIGHT_END = '@/HIGHLIGHT@';

/** A size at which Elasticsearch hands back the whole field, marks and all. */
const FRAGMENT_SIZE = 2147483647;

export type QueryKind = 'logs' | 'raw_data' | 'raw_document' | 'metrics';

/** What a query asks for, by its first metric. @throws Error when it asks for nothing */
export function kindOf(query: ElasticsearchQueryModel): QueryKind {
  const type = query.metrics?.[0]?.type;
  if (type === 'logs' || type === 'raw_data' || type === 'raw_document') {
    return type;
  }
  if (!query.bucketAggs?.length) {
    throw new Error('received invalid query. invalid query, missing metrics and aggregations');
  }
  return 'metrics';
}

/** The body of a query's part of a multi search. @throws Error when the query asks for nothing */
export function buildSearch(query: ElasticsearchQueryModel, context: AggregationContext): Record<string, unknown> {
  const kind = kindOf(query);
  const { timeField, fromMs, toMs } = context;
  const lucene = query.query ?? '';
  const base = {
    size: 0,
    query: {
      bool: {
        filter: [
          { range: { [timeField]: { gte: fromMs, lte: toMs, format: 'epoch_millis' } } },
          ...(lucene.trim() === '' ? [] : [{ query_string: { analyze_wildcard: true, query: lucene } }]),
        ],
      },
    },
  };
  if (kind === 'metrics') {
    return { ...base, aggs: buildAggregations(query.bucketAggs ?? [], query.metrics ?? [], context) };
  }
  const settings = query.metrics?.[0]?.settings ?? {};
  const order = kind === 'logs' && settings.sortDirection === 'asc' ? 'asc' : 'desc';
  // an object, not a list, with its keys sorted: "_doc" comes first unless the time field sorts before it, as in Grafana
  const sort = Object.fromEntries(
    Object.entries({ [timeField]: { order, unmapped_type: 'boolean' }, _doc: { order } }).sort(([a], [b]) =>
      a < b ? -1 : 1
    )
  );
  const documents = {
    ...base,
    sort,
    docvalue_fields: [timeField],
    script_fields: {},
    ...(kind === 'raw_document' ? {} : { fields: [{ field: timeField, format: 'strict_date_optional_time_nanos' }] }),
    size: sizeSetting(kind === 'logs' ? settings.limit : settings.size),
  };
  if (kind !== 'logs') {
    return documents;
  }
  const searchAfter = Array.isArray(settings.searchAfter) ? { search_after: settings.searchAfter as unknown[] } : {};
  return {
    ...documents,
    ...searchAfter,
    highlight: {
      fields: { '*': {} },
      pre_tags: [HIGHLIGHT_START],
      post_tags: [HIGHLIGHT_END],
      fragment_size: FRAGMENT_SIZE,
    },
  };
}
