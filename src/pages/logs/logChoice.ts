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
  /** New lines appear as they come. */
  isLive: boolean;
}

export const NO_CHOICE: LogChoice = { query: '', levels: [], services: [], isLive: false };
export const LOG_URL_KEYS = ['query', 'level', 'service', 'live'] as const;

type UrlValues = Record<string, string | string[] | null | undefined>;

/** A choice as URL values; what is as at the beginning is left out. */
export function choiceToUrl({
  query,
  levels,
  services,
  isLive,
}: LogChoice): Record<string, string | string[] | undefined> {
  return {
    query: query || undefined,
    level: levels.length > 0 ? [...levels] : undefined,
    service: services.length > 0 ? [...services] : undefined,
    live: isLive ? 'on' : undefined,
  };
}

/** The choice that a URL asks for. */
export function choiceFromUrl(values: UrlValues): LogChoice {
  const list = (key: string) => [...new Set([values[key] ?? []].flat())].filter((value) => value !== '');
  return {
    query: [values.query ?? []].flat()[0] ?? '',
    levels: list('level'),
    services: list('service'),
    isLive: values.live === 'on',
  };
}

/** The choice as one query. The typed part has to be free of open brackets and quotes. */
export function choiceLucene(
  { query, levels, services }: LogChoice,
  { fields }: Pick<QueriedSchema, 'fields'>
): LuceneQuery {
  const anyOf = (role: string, values: readonly string[]) =>
    values.length === 0 ? [] : [or(fieldNames(fields, role).map((name) => fieldAnyOf(name, values)))];
  return and([query, ...anyOf('level', levels.flatMap(spellings)), ...anyOf('service', services)]);
}

/** A level as loggers write it; a store compares letter by letter. */
export function spellings(level: string): string[] {
  const lower = level.toLowerCase();
  return [...new Set([level, level.toUpperCase(), lower, lower.charAt(0).toUpperCase() + lower.slice(1)])];
}
