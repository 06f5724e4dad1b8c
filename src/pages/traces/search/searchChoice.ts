import { TRACE_ORDERS, type TraceOrder } from '../../../domain/traces/found';
import { readDurationMs, readTagQuery } from '../../../domain/traces/tagQuery';

/** What to search for, as it was typed; a link carries it. */
export interface SearchChoice {
  service: string;
  operation: string;
  tags: string;
  min: string;
  max: string;
  limit: number;
  /** Lucene: the traces of the log lines that it finds are looked for, whatever the other fields say. */
  lines: string;
  order: TraceOrder;
}

export const SEARCH_URL_KEYS = ['service', 'operation', 'tags', 'min', 'max', 'limit', 'lines', 'order'] as const;
export const LIMITS = [20, 100, 500] as const;
export const NO_SEARCH: SearchChoice = {
  service: '',
  operation: '',
  tags: '',
  min: '',
  max: '',
  limit: 100,
  lines: '',
  order: 'newest',
};

type UrlValues = Record<string, string | string[] | null | undefined>;

/** A search as URL values; what is as at the beginning is left out. */
export function searchToUrl({ limit, order, ...texts }: SearchChoice): Record<string, string | undefined> {
  const written = Object.entries(texts).map(([key, value]) => [key, value || undefined] as const);
  return {
    ...Object.fromEntries(written),
    limit: limit === NO_SEARCH.limit ? undefined : String(limit),
    order: order === NO_SEARCH.order ? undefined : order,
  };
}

/** The search that a URL asks for; what cannot be read is as at the beginning. */
export function searchFromUrl(values: UrlValues): SearchChoice {
  const one = (key: string): string => [values[key] ?? []].flat()[0] ?? '';
  return {
    service: one('service'),
    operation: one('operation'),
    tags: one('tags'),
    min: one('min'),
    max: one('max'),
    limit: LIMITS.find((limit) => String(limit) === one('limit')) ?? NO_SEARCH.limit,
    lines: one('lines'),
    order: TRACE_ORDERS.find((order) => order === one('order')) ?? NO_SEARCH.order,
  };
}

/** True when there is something to search for: a service, or log lines. */
export function isSearch({ service, lines }: SearchChoice): boolean {
  return service !== '' || lines !== '';
}

/** What is wrong with what was typed, by field; empty when all can be asked. */
export function searchProblems({ tags, min, max }: SearchChoice): Partial<Record<keyof SearchChoice, string>> {
  const duration = (text: string) =>
    text.trim() === '' || readDurationMs(text) !== undefined ? undefined : 'Write a duration, such as 100ms or 1.2s.';
  const [minMs, maxMs] = [readDurationMs(min), readDurationMs(max)];
  const isEmpty = minMs !== undefined && maxMs !== undefined && minMs > maxMs;
  const found = {
    tags: readTagQuery(tags).problem,
    min: duration(min),
    max: duration(max) ?? (isEmpty ? 'The longest duration is below the shortest.' : undefined),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
}
