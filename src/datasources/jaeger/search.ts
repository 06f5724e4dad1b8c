import { type DependencyGraph, type Trace, type TraceSummary } from '../../domain/traces/types';
import { badQuery } from '../classify';
import { type DataSourceError, type DataSourceWarning } from '../errors';
import { chainResult, failure, mapResult, type Result } from '../result';
import { getThroughProxy, postQuery } from '../transport';
import { type CallOptions, type TimeWindow } from '../types';
import { parseDependencies, parseSearch } from './parse';
import { parseApiTraces } from './parseApi';
import {
  DEFAULT_SEARCH_LIMIT,
  dependencyQuery,
  searchQuery,
  toGoDuration,
  type TraceSearch,
  unwritableTags,
} from './queries';

const MICROS_PER_MS = 1000;

interface Timed extends CallOptions {
  dataSourceUid: string;
  range: TimeWindow;
}

/**
 * Traces of a service that started in the range, newest first: one line each, for the span that started first. Says
 * nothing about errors or about the other spans; `searchWithSpans` does.
 * @returns a `truncated` warning when as many came as were asked for.
 */
export async function search(request: Timed & TraceSearch): Promise<Result<TraceSummary[]>> {
  const problem = searchProblem(request);
  if (problem) {
    return failure(problem);
  }
  const { range, signal, timeoutMs } = request;
  const frames = await postQuery(searchQuery(request), { range, signal, timeoutMs });
  return mapResult(frames, parseSearch, (found) => truncation(found.length, request));
}

/**
 * Traces with all their spans, through Grafana's proxy: one call instead of one per trace, megabytes of JSON. A sample
 * of at most `limit` traces, not all of them; say so beside numbers that rest on it.
 * Jaeger removes the path behind it after 2.20 (`not-found`).
 */
export async function searchWithSpans(request: Timed & TraceSearch): Promise<Result<Trace[]>> {
  const problem = searchProblem(request);
  if (problem) {
    return failure(problem);
  }
  const { dataSourceUid, range, signal, timeoutMs, tags = {} } = request;
  const params = {
    service: request.service,
    operation: request.operation,
    limit: request.limit ?? DEFAULT_SEARCH_LIMIT,
    start: Math.round(range.fromMs * MICROS_PER_MS),
    end: Math.round(range.toMs * MICROS_PER_MS),
    tags: Object.keys(tags).length > 0 ? JSON.stringify(tags) : undefined,
    minDuration: request.minDurationMs === undefined ? undefined : toGoDuration(request.minDurationMs),
    maxDuration: request.maxDurationMs === undefined ? undefined : toGoDuration(request.maxDurationMs),
  };
  const body = await getThroughProxy({ dataSourceUid, path: 'api/traces', params, signal, timeoutMs });
  const traces = chainResult(body, (answer) => parseApiTraces(answer, { dataSourceUid }));
  return mapResult(
    traces,
    (found) => found,
    (found) => truncation(found.length, request)
  );
}

/** Which services called which in the range, as far as Jaeger has worked it out. */
export async function dependencies({ dataSourceUid, ...timed }: Timed): Promise<Result<DependencyGraph>> {
  return mapResult(await postQuery(dependencyQuery({ dataSourceUid }), timed), parseDependencies);
}

function searchProblem({ dataSourceUid, ...search }: Timed & TraceSearch): DataSourceError | undefined {
  const context = { dataSourceUid };
  if (search.service.trim() === '') {
    return badQuery('Choose a service: Jaeger searches traces of one service at a time.', context);
  }
  const limit = search.limit ?? DEFAULT_SEARCH_LIMIT;
  if (!Number.isInteger(limit) || limit < 1) {
    return badQuery(`The limit of a trace search is a whole number above 0, not ${limit}.`, context);
  }
  const [unwritable] = unwritableTags(search.tags);
  return unwritable === undefined
    ? undefined
    : badQuery(
        `The tag name "${unwritable}" cannot be searched for: it is empty or holds a space, a quote or "=".`,
        context
      );
}

function truncation(
  shown: number,
  { limit = DEFAULT_SEARCH_LIMIT, dataSourceUid }: Timed & TraceSearch
): DataSourceWarning[] {
  return shown < limit
    ? []
    : [{ kind: 'truncated', shown, dataSourceUid, message: `Only ${shown} traces are shown; there may be more.` }];
}
