import { featureLucene, isLineFeature, type LineFeature } from '../../domain/logs/features';
import { type FieldFilter, fieldFilterLucene, readFieldFilter, writeFieldFilter } from '../../domain/logs/fieldFilter';
import { fieldNames } from '../../domain/logs/fields';
import { type QueriedSchema } from '../../domain/logs/logQuery';
import { and, fieldAnyOf, type LuceneQuery, or } from '../../domain/logs/lucene';

/** What of the logs is looked at; a link carries it. The systems are chosen by the page's variable. */
export interface LogChoice {
  /** Lucene, as it was typed. */
  query: string;
  /** In capitals; empty for all. */
  levels: readonly string[];
  services: readonly string[];
  /** What lines have to carry. */
  has: readonly LineFeature[];
  filters: readonly FieldFilter[];
  /** Roles and fields that are shown; absent until the reader chooses some. */
  columns?: readonly string[] | undefined;
  /** New lines appear as they come. */
  isLive: boolean;
}

export const NO_CHOICE: LogChoice = { query: '', levels: [], services: [], has: [], filters: [], isLive: false };
export const LOG_URL_KEYS = ['query', 'level', 'service', 'has', 'filter', 'columns', 'live'] as const;

type UrlValues = Record<string, string | string[] | null | undefined>;

/**
 * A choice as URL values; what is as at the beginning is left out. Lists stay lists, also empty ones: of a key whose value
 * is none, Scenes would read the first value of a link only.
 */
export function choiceToUrl(choice: LogChoice): Record<(typeof LOG_URL_KEYS)[number], string | string[] | undefined> {
  const { query, levels, services, has, filters, columns, isLive } = choice;
  return {
    query: query || undefined,
    level: [...levels],
    service: [...services],
    has: [...has],
    filter: filters.map(writeFieldFilter),
    columns: [...(columns ?? [])],
    live: isLive ? 'on' : undefined,
  };
}

/** The choice that a URL asks for. What it does not understand is left out. */
export function choiceFromUrl(values: UrlValues): LogChoice {
  const list = (key: string) => [...new Set([values[key] ?? []].flat())].filter((value) => value !== '');
  const columns = list('columns');
  return {
    query: [values.query ?? []].flat()[0] ?? '',
    levels: list('level'),
    services: list('service'),
    has: list('has').filter(isLineFeature),
    filters: list('filter').flatMap((written) => readFieldFilter(written) ?? []),
    ...(columns.length > 0 && { columns }),
    isLive: values.live === 'on',
  };
}

/** The choice as one query. The typed part has to be a query by itself. */
export function choiceLucene(
  { query, levels, services, has, filters }: LogChoice,
  { fields }: Pick<QueriedSchema, 'fields'>
): LuceneQuery {
  const anyOf = (role: string, values: readonly string[]) =>
    values.length === 0 ? [] : [or(fieldNames(fields, role).map((name) => fieldAnyOf(name, values)))];
  return and([
    query,
    ...anyOf('level', levels.flatMap(spellings)),
    ...anyOf('service', services),
    ...has.map((feature) => featureLucene(feature, fields)),
    ...filters.map((filter) => fieldFilterLucene(filter, fields)),
  ]);
}

/** A level as loggers write it; a store compares letter by letter. */
export function spellings(level: string): string[] {
  const lower = level.toLowerCase();
  return [...new Set([level, level.toUpperCase(), lower, lower.charAt(0).toUpperCase() + lower.slice(1)])];
}
