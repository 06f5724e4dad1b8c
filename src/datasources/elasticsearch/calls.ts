import { type Frame } from '../../domain/frames';
import { type AggregationRow, type AggregationSeries, type LogPage } from '../../domain/logs/types';
import { badQuery } from '../classify';
import { type DataSourceError, type DataSourceWarning } from '../errors';
import { failure, mapResult, type Result } from '../result';
import { postQuery } from '../transport';
import { type CallOptions, type TimeWindow } from '../types';
import { DEFAULT_GROUPS, histogramQuery, type HistogramSpec, tableQuery, type TableSpec } from './aggregations';
import { confirmEmpty, queryProblem } from './checkQuery';
import { parseLogs, parseRawData } from './parseLogs';
import { parseHistogram, parseTable } from './parseTables';
import {
  DEFAULT_LIMIT,
  type ElasticsearchQuery,
  type ElasticsearchSpec,
  logsQuery,
  MAX_LIMIT,
  type PageSpec,
  rawDataQuery,
} from './queries';

const MAX_BUCKETS = 200;
const SHORTEST_BUCKET_MS = 1_000;

interface Timed extends CallOptions {
  range: TimeWindow;
  /** The query was typed by a person: see `QueryToCheck`. */
  isTyped?: boolean | undefined;
}

/**
 * A page of log documents in the range.
 * @returns a `truncated` warning when as many came as were asked for; `nextPage` then leads on.
 */
export function logs(request: ElasticsearchSpec & PageSpec & Timed): Promise<Result<LogPage>> {
  const page = (frames: readonly Frame[]) => parseLogs(frames, request);
  // Grafana counts the documents over time too, by the second unless told otherwise: in a week that is too many for
  // Elasticsearch, which then refuses the lines as well.
  const query = { ...logsQuery(request), ...bucketsOf(request.range) };
  return run(request, query, page, { ...pages(request), problem: limitProblem(request) });
}

/** The same from columns, newest first, without highlighting: for huge documents. */
export function rawData(request: ElasticsearchSpec & { limit?: number | undefined } & Timed): Promise<Result<LogPage>> {
  const page = (frames: readonly Frame[]) => parseRawData(frames, request);
  return run(request, rawDataQuery(request), page, { ...pages(request), problem: limitProblem(request) });
}

/**
 * Measurements of groups of documents in the range, one row each.
 * @returns a `truncated` warning when there may be more groups than were asked for.
 */
export function table(request: TableSpec & Timed): Promise<Result<AggregationRow[]>> {
  return run(request, tableQuery(request), (frames) => parseTable(frames, request), {
    isEmpty: (rows) => rows.length === 0,
    warnings: (rows) => groupTruncation(rows, request),
  });
}

/** Measurements of groups of documents over time. */
export function histogram(request: HistogramSpec & Timed): Promise<Result<AggregationSeries[]>> {
  const query = { ...histogramQuery(request), ...bucketsOf(request.range) };
  return run(request, query, (frames) => parseHistogram(frames, request), {
    isEmpty: (series) => series.every(({ points }) => points.every(([, value]) => !value)),
  });
}

function bucketsOf({ fromMs, toMs }: TimeWindow): Pick<ElasticsearchQuery, 'intervalMs' | 'maxDataPoints'> {
  const intervalMs = Math.max(SHORTEST_BUCKET_MS, Math.ceil((toMs - fromMs) / MAX_BUCKETS));
  return { intervalMs, maxDataPoints: MAX_BUCKETS };
}

interface Reading<T> {
  isEmpty: (value: T) => boolean;
  warnings?: (value: T) => readonly DataSourceWarning[];
  /** Known to be refused, so it is not sent. */
  problem?: DataSourceError | undefined;
}

async function run<T>(
  request: ElasticsearchSpec & Timed,
  query: ElasticsearchQuery,
  parse: (frames: readonly Frame[]) => T,
  { isEmpty, warnings, problem }: Reading<T>
): Promise<Result<T>> {
  const known = queryProblem(request) ?? problem;
  if (known) {
    return failure(known);
  }
  const { range, signal, timeoutMs } = request;
  const result = mapResult(await postQuery(query, { range, signal, timeoutMs }), parse, warnings);
  return confirmEmpty(result, isEmpty, request);
}

function pages({ dataSourceUid }: ElasticsearchSpec): Reading<LogPage> {
  return {
    isEmpty: ({ records }) => records.length === 0,
    warnings: (page) => truncation(page, dataSourceUid),
  };
}

function limitProblem({
  limit = DEFAULT_LIMIT,
  dataSourceUid,
}: ElasticsearchSpec & PageSpec): DataSourceError | undefined {
  return Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT
    ? undefined
    : badQuery(`The limit of a log query is a whole number from 1 to ${MAX_LIMIT}, not ${limit}.`, { dataSourceUid });
}

function truncation({ records, total, nextPage }: LogPage, dataSourceUid: string): DataSourceWarning[] {
  if (nextPage === undefined) {
    return [];
  }
  const of =
    total === undefined || total <= records.length ? '' : ` of ${total >= MAX_LIMIT ? 'more than ' : ''}${total}`;
  const message = `Only ${records.length}${of} log entries are shown.`;
  return [{ kind: 'truncated', shown: records.length, total, message, dataSourceUid }];
}

function groupTruncation(rows: readonly AggregationRow[], { groupBy, dataSourceUid }: TableSpec): DataSourceWarning[] {
  return groupBy.flatMap(({ field, size = DEFAULT_GROUPS }) => {
    const shown = new Set(rows.map(({ group }) => group[field])).size;
    const message = `Only the first ${shown} values of ${field} are shown; there may be more.`;
    return shown < size ? [] : [{ kind: 'truncated' as const, shown, message, dataSourceUid }];
  });
}
