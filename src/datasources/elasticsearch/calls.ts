import { type AggregationRow, type AggregationSeries, type LogPage } from '../../domain/logs/types';
import { badQuery } from '../classify';
import { type DataSourceError, type DataSourceWarning } from '../errors';
import { failure, mapResult, type Result } from '../result';
import { postQuery } from '../transport';
import { type CallOptions, type TimeWindow } from '../types';
import { DEFAULT_GROUPS, histogramQuery, type HistogramSpec, tableQuery, type TableSpec } from './aggregations';
import { parseLogs, parseRawData } from './parseLogs';
import { parseHistogram, parseTable } from './parseTables';
import { DEFAULT_LIMIT, type ElasticsearchSpec, logsQuery, MAX_LIMIT, type PageSpec, rawDataQuery } from './queries';

const MAX_BUCKETS = 200;
const SHORTEST_BUCKET_MS = 1_000;

interface Timed extends CallOptions {
  range: TimeWindow;
}

/**
 * A page of log documents in the range.
 * @returns a `truncated` warning when as many came as were asked for; `nextPage` then leads on.
 */
export async function logs(request: ElasticsearchSpec & PageSpec & Timed): Promise<Result<LogPage>> {
  const problem = limitProblem(request);
  return problem
    ? failure(problem)
    : mapResult(
        await postQuery(logsQuery(request), timing(request)),
        (frames) => parseLogs(frames, request),
        (page) => truncation(page, request.dataSourceUid)
      );
}

/** The same from columns, newest first, without highlighting: for huge documents. */
export async function rawData(
  request: ElasticsearchSpec & { limit?: number | undefined } & Timed
): Promise<Result<LogPage>> {
  const problem = limitProblem(request);
  return problem
    ? failure(problem)
    : mapResult(
        await postQuery(rawDataQuery(request), timing(request)),
        (frames) => parseRawData(frames, request),
        (page) => truncation(page, request.dataSourceUid)
      );
}

/**
 * Measurements of groups of documents in the range, one row each.
 * @returns a `truncated` warning when there may be more groups than were asked for.
 */
export async function table(request: TableSpec & Timed): Promise<Result<AggregationRow[]>> {
  return mapResult(
    await postQuery(tableQuery(request), timing(request)),
    (frames) => parseTable(frames, request),
    (rows) => groupTruncation(rows, request)
  );
}

/** Measurements of groups of documents over time. */
export async function histogram(request: HistogramSpec & Timed): Promise<Result<AggregationSeries[]>> {
  const { fromMs, toMs } = request.range;
  const intervalMs = Math.max(SHORTEST_BUCKET_MS, Math.ceil((toMs - fromMs) / MAX_BUCKETS));
  const query = { ...histogramQuery(request), intervalMs, maxDataPoints: MAX_BUCKETS };
  return mapResult(await postQuery(query, timing(request)), (frames) => parseHistogram(frames, request));
}

function timing({ range, signal, timeoutMs }: Timed): Timed {
  return { range, signal, timeoutMs };
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
