import { type DataSourceReference } from '../types';

/** The query model of Grafana's Jaeger data source. Without a `queryType` it asks for one trace. */
export type JaegerQuery = {
  refId: string;
  datasource: DataSourceReference;
  queryType?: 'search' | 'dependencyGraph' | undefined;
  /** The trace id. */
  query?: string | undefined;
  service?: string | undefined;
  operation?: string | undefined;
  /** logfmt. */
  tags?: string | undefined;
  minDuration?: string | undefined;
  maxDuration?: string | undefined;
  /** A JSON number: the data source refuses a string. */
  limit?: number | undefined;
};

interface Addressed {
  dataSourceUid: string;
  /** `A` when absent. */
  refId?: string | undefined;
}

/** What to search for. */
export interface TraceSearch {
  /** Jaeger does not search without a service. */
  service: string;
  operation?: string | undefined;
  /** All of them have to match. */
  tags?: Readonly<Record<string, string>> | undefined;
  minDurationMs?: number | undefined;
  maxDurationMs?: number | undefined;
  /** 20 when absent. */
  limit?: number | undefined;
}

export const DEFAULT_SEARCH_LIMIT = 20;

/** One trace by its id. */
export function traceQuery({ dataSourceUid, refId = 'A', traceId }: Addressed & { traceId: string }): JaegerQuery {
  return { refId, datasource: reference(dataSourceUid), query: traceId };
}

/** Traces of a service, newest first. */
export function searchQuery({ dataSourceUid, refId = 'A', ...search }: Addressed & TraceSearch): JaegerQuery {
  const query: JaegerQuery = {
    refId,
    datasource: reference(dataSourceUid),
    queryType: 'search',
    service: search.service,
    limit: search.limit ?? DEFAULT_SEARCH_LIMIT,
  };
  if (search.operation) {
    query.operation = search.operation;
  }
  if (search.tags && Object.keys(search.tags).length > 0) {
    query.tags = toLogfmt(search.tags);
  }
  if (search.minDurationMs !== undefined) {
    query.minDuration = toGoDuration(search.minDurationMs);
  }
  if (search.maxDurationMs !== undefined) {
    query.maxDuration = toGoDuration(search.maxDurationMs);
  }
  return query;
}

/** Which services call which. */
export function dependencyQuery({ dataSourceUid, refId = 'A' }: Addressed): JaegerQuery {
  return { refId, datasource: reference(dataSourceUid), queryType: 'dependencyGraph' };
}

/** Tags in logfmt, without those that it cannot hold (`unwritableTags`). */
export function toLogfmt(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .filter(([key]) => isWritable(key))
    .map(([key, value]) => `${key}=${isBare(value) ? value : JSON.stringify(value)}`)
    .join(' ');
}

/** Tag names that logfmt cannot hold: empty, or with spaces, quotes, `=` or control characters. */
export function unwritableTags(tags: Readonly<Record<string, string>> = {}): string[] {
  return Object.keys(tags).filter((key) => !isWritable(key));
}

/** A duration as Go parses it, in whole microseconds, which is Jaeger's resolution: 1.5 ms → `1500us`. */
export function toGoDuration(durationMs: number): string {
  return `${Math.round(durationMs * 1000)}us`;
}

function isWritable(key: string): boolean {
  return key !== '' && !/[\s"=]/u.test(key) && isPlain(key);
}

function isBare(value: string): boolean {
  return /^[^\s"=\\]+$/u.test(value) && isPlain(value);
}

function isPlain(text: string): boolean {
  return [...text].every((character) => character >= ' ' && character !== '\u007f');
}

function reference(uid: string): DataSourceReference {
  return { uid, type: 'jaeger' };
}
