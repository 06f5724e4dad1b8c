import { type LuceneQuery } from '../../domain/logs/lucene';
import { type Measurement, metricsOf, withGuards } from './measurements';
import { base, type ElasticsearchBucket, type ElasticsearchQuery, type ElasticsearchSpec } from './queries';

/** Stands for documents that lack a keyword field that they are grouped by. */
export const MISSING_VALUE = '(none)';

/** How documents are grouped. */
export interface TermsGroup {
  /** A keyword or numeric field. */
  field: string;
  /** The most groups to return; 50 when absent. */
  size?: number | undefined;
  /** Biggest groups first (the default), or by the group's value. */
  orderBy?: 'count' | 'value' | undefined;
  /** What stands for documents without the field; a number for numeric fields. Used for every group but the first. */
  missing?: string | undefined;
}

/** Named queries, each a group of its own; a document may be in several. */
export interface FilterGroup {
  name: string;
  query: LuceneQuery;
}

/** A table of groups. */
export interface TableSpec extends ElasticsearchSpec {
  groupBy: readonly [TermsGroup, ...TermsGroup[]];
  measure: readonly Measurement[];
}

/** Groups over time. */
export interface HistogramSpec extends ElasticsearchSpec {
  timeField: string;
  groupBy?: readonly TermsGroup[] | undefined;
  filters?: readonly FilterGroup[] | undefined;
  measure: readonly Measurement[];
  /** A duration such as `1m`, or `auto` (the default): as many buckets as `maxDataPoints` allows. */
  interval?: string | undefined;
}

export const DEFAULT_GROUPS = 50;

/** One row for each group. */
export function tableQuery(spec: TableSpec): ElasticsearchQuery {
  const metrics = metricsOf(withGuards(withCount(spec.measure)));
  return base(spec, metrics, termsBuckets(spec.groupBy, metrics.length));
}

/**
 * One series for each group and measurement. The time buckets come last, always: the data source returns nothing at
 * all for filters in last place.
 */
export function histogramQuery(spec: HistogramSpec): ElasticsearchQuery {
  const { timeField, groupBy = [], filters = [], interval = 'auto' } = spec;
  const metrics = metricsOf(spec.measure);
  const first = metrics.length + 1;
  const named: ElasticsearchBucket[] =
    filters.length === 0
      ? []
      : [
          {
            id: String(first),
            type: 'filters',
            settings: { filters: filters.map(({ name, query }) => ({ query, label: name })) },
          },
        ];
  const terms = termsBuckets(groupBy, metrics.length + named.length);
  const time: ElasticsearchBucket = {
    id: String(first + named.length + terms.length),
    type: 'date_histogram',
    field: timeField,
    settings: { interval, min_doc_count: '0' },
  };
  return {
    ...base(spec, metrics, [...named, ...terms, time]),
    alias: histogramAlias(groupBy, filters.length > 0),
  };
}

/** What `measure` becomes in a table query: with a count, and with the guards of percentiles. */
export function withCount(measurements: readonly Measurement[]): Measurement[] {
  return measurements.some(({ kind }) => kind === 'count') ? [...measurements] : [{ kind: 'count' }, ...measurements];
}

// The data source drops the labels of panel queries and keeps only the name that an alias makes, so the alias carries
// the group in a form that can be taken apart again. This character is in no log field's value.
const SEPARATOR = '\u001f';

/** The names of the groups of a series, in the order in which its alias lists them. */
export function groupNames(groupBy: readonly TermsGroup[] = [], hasFilters = false): string[] {
  return [...(hasFilters ? ['filter'] : []), ...groupBy.map(({ field }) => field)];
}

/** Takes a series' name apart: what is measured, of which field, and the group. Undefined when it is another name. */
export function parseAlias(
  name: string,
  groups: readonly string[]
): { aliasMetric: string; field: string; group: Record<string, string> } | undefined {
  const [aliasMetric, field, ...values] = name.split(SEPARATOR);
  if (aliasMetric === undefined || field === undefined || values.length !== groups.length) {
    return undefined;
  }
  return { aliasMetric, field, group: Object.fromEntries(groups.map((group, index) => [group, values[index] ?? ''])) };
}

function histogramAlias(groupBy: readonly TermsGroup[], hasFilters: boolean): string {
  const groups = [...(hasFilters ? ['{{filter}}'] : []), ...groupBy.map(({ field }) => `{{term ${field}}}`)];
  return ['{{metric}}', '{{field}}', ...groups].join(SEPARATOR);
}

/**
 * Every level but the first names documents without its field: the data source forgets the rows of all groups before
 * one whose documents all lack the next level's field.
 */
function termsBuckets(groups: readonly TermsGroup[], usedIds: number): ElasticsearchBucket[] {
  return groups.map(({ field, size = DEFAULT_GROUPS, orderBy = 'count', missing = MISSING_VALUE }, index) => ({
    id: String(usedIds + index + 1),
    type: 'terms',
    field,
    settings: {
      size: String(size),
      order: orderBy === 'count' ? 'desc' : 'asc',
      orderBy: orderBy === 'count' ? '_count' : '_key',
      min_doc_count: '1',
      ...(index > 0 ? { missing } : {}),
    },
  }));
}
