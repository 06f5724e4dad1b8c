import { classifyHttp, unexpected } from '../classify';
import { type DataSourceError, type ErrorContext } from '../errors';
import { failure } from '../result';
import { type CallOptions, type QueryModel, type TimeWindow } from '../types';
import { InFlight } from './inFlight';
import { holdsResults, readRefResults, renameRef, type RefResults } from './queryResults';
import { send, share } from './request';

const calls = new InFlight<RefResults>();

/**
 * Runs the queries of one data source in one request. Queries of equal content, whatever their refIds, are sent once,
 * also when several callers ask at the same time.
 * @returns one result for each query, in their order.
 */
export async function queryOne(
  queries: readonly QueryModel[],
  range: TimeWindow,
  options: CallOptions,
  context: ErrorContext
): Promise<RefResults> {
  const contents = queries.map(contentOf);
  const distinct = [...new Set(contents)];
  const sent = distinct.map((content) => queries[contents.indexOf(content)]).filter((query) => query !== undefined);
  const window = { from: String(Math.round(range.fromMs)), to: String(Math.round(range.toMs)) };
  const answer = await share(
    calls,
    JSON.stringify([window, distinct]),
    (signal) => request(sent, window, signal, context),
    options,
    context
  );
  return queries.map(({ refId }, index) => {
    const result = answer.ok ? answer.value[distinct.indexOf(contents[index] ?? '')] : answer;
    return renameRef(result ?? failure(unexpected('it answered too little', context)), refId);
  });
}

async function request(
  queries: readonly QueryModel[],
  window: { from: string; to: string },
  signal: AbortSignal,
  context: ErrorContext
): Promise<RefResults> {
  const { status, body } = await send({ method: 'POST', url: '/api/ds/query', body: { queries, ...window } }, signal);
  if (holdsResults(body)) {
    return readRefResults(
      body.results,
      queries.map(({ refId }) => refId),
      context
    );
  }
  const error: DataSourceError =
    status >= 200 && status < 300
      ? unexpected('its answer holds no results', context, body)
      : classifyHttp({ status, body }, context);
  return queries.map(() => failure(error));
}

function contentOf(query: QueryModel): string {
  return JSON.stringify({ ...query, refId: undefined });
}
