import type { DataQuery } from '@grafana/schema';
import type { AdHocVariableFilter, MetricFindValue, ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';

import { addAdHocFilters, interpolateLucene } from './lucene';

export interface ElasticsearchQuery extends DataQuery {
  query?: string;
  alias?: string;
  bucketAggs?: Array<Record<string, unknown>>;
  metrics?: Array<Record<string, unknown>>;
}

interface FieldCaps {
  fields: Record<string, Record<string, { aggregatable: boolean; metadata_field?: boolean }>>;
}

/** Replaces variables in every text of a value, however deep. */
function replaceDeep<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') {
    return replace(value) as T;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => replaceDeep(item, replace)) as T;
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, replaceDeep(item as unknown, replace)])
    ) as T;
  }
  return value;
}

/** Elasticsearch, as Grafana's plugin: Lucene with variables and ad hoc filters; an empty query asks for everything. */
export class ElasticsearchDataSource extends DataSourceWithBackend<ElasticsearchQuery> {
  override applyTemplateVariables(
    query: ElasticsearchQuery,
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[]
  ): ElasticsearchQuery {
    // the server fills these two in, from the interval that it settles on
    const variables = {
      ...scopedVars,
      __interval: { value: '$__interval' },
      __interval_ms: { value: '$__interval_ms' },
    };
    const replace = (text: string): string => getTemplateSrv().replace(text, variables);
    return {
      ...query,
      query: addAdHocFilters(getTemplateSrv().replace(query.query ?? '', variables, interpolateLucene), filters ?? []),
      ...(query.alias === undefined ? {} : { alias: replace(query.alias) }),
      bucketAggs: replaceDeep(query.bucketAggs ?? [], replace),
      metrics: replaceDeep(query.metrics ?? [], replace),
    };
  }

  override filterQuery(query: ElasticsearchQuery): boolean {
    return query.hide !== true;
  }

  override async getTagKeys(): Promise<MetricFindValue[]> {
    const { fields } = await this.getResource<FieldCaps>('_field_caps');
    return Object.entries(fields)
      .filter(([, kinds]) => Object.values(kinds).some((kind) => kind.aggregatable && !kind.metadata_field))
      .map(([text]) => ({ text }))
      .sort((a, b) => a.text.localeCompare(b.text));
  }

  override async getTagValues({ key }: { key: string }): Promise<MetricFindValue[]> {
    const body = { size: 0, aggs: { values: { terms: { field: key, size: 500 } } } };
    const { responses } = await this.postResource<{
      responses: Array<{ aggregations?: { values: { buckets: Array<{ key: string | number }> } } }>;
    }>('_msearch', `{}\n${JSON.stringify(body)}\n`, { headers: { 'Content-Type': 'application/x-ndjson' } });
    return (responses[0]?.aggregations?.values.buckets ?? []).map((bucket) => ({ text: String(bucket.key) }));
  }
}
