import { type LogField } from '../../domain/logs/types';
import { classifyHttp, unexpected } from '../classify';
import { type ErrorContext } from '../errors';
import { dataSourceName } from '../lookup';
import { arrayOf, isRecord, numberOf, recordOf } from '../json';
import { chainResult, failure, mapResult, type Result, success } from '../result';
import { getResource, postResource } from '../transport';
import { type CallOptions } from '../types';
import { parseFieldCapabilities } from './parseFields';

interface Addressed extends CallOptions {
  dataSourceUid: string;
}

/** One search in Elasticsearch's own query language. */
export interface Search {
  /** Index pattern: `logs-*`. */
  index: string;
  /** Query DSL; the time range is the caller's to write. */
  body: Readonly<Record<string, unknown>>;
}

/** The part of a search's answer that callers read. */
export interface SearchAnswer {
  /** Documents that match; counted up to 10,000 unless the search asks for more. */
  total: number | undefined;
  hits: ReadonlyArray<Record<string, unknown>>;
  aggregations: Readonly<Record<string, unknown>>;
}

/**
 * The fields of the indices, by name.
 * @param request.index limits it to an index pattern.
 * @param request.matching limits it to names; the filter works here, since the data source passes none on.
 */
export async function fieldCapabilities({
  dataSourceUid,
  index,
  matching,
  ...options
}: Addressed & { index?: string | undefined; matching?: RegExp | undefined }): Promise<Result<LogField[]>> {
  const path = index === undefined ? '_field_caps' : `${encodeURIComponent(index)}/_field_caps`;
  const body = await getResource({ dataSourceUid, path, ...options });
  return mapResult(body, (answer) => parseFieldCapabilities(answer).filter(({ name }) => matching?.test(name) ?? true));
}

/**
 * Several searches in one request, in Elasticsearch's own language, past the data source's frames.
 * @returns one result for each search, in their order; the outer one fails when none was run.
 */
export async function multiSearch({
  dataSourceUid,
  searches,
  ...options
}: Addressed & { searches: readonly Search[] }): Promise<Result<ReadonlyArray<Result<SearchAnswer>>>> {
  const lines = searches.flatMap(({ index, body }) => [{ index, ignore_unavailable: true }, body]);
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const context = { dataSourceUid, dataSourceName: dataSourceName(dataSourceUid) };
  const answer = await postResource({ dataSourceUid, path: '_msearch', body, ...options });
  return chainResult(answer, (received) => readAnswers(received, searches.length, context));
}

function readAnswers(
  received: unknown,
  count: number,
  context: ErrorContext
): Result<ReadonlyArray<Result<SearchAnswer>>> {
  const responses = arrayOf(recordOf(received).responses);
  return responses.length === count
    ? success(responses.map((response) => readAnswer(response, context)))
    : failure(unexpected(`it answered ${responses.length} of ${count} searches`, context, received));
}

function readAnswer(response: unknown, context: ErrorContext): Result<SearchAnswer> {
  const { error, status, hits, aggregations, timed_out: timedOut } = recordOf(response);
  if (error !== undefined) {
    return failure(classifyHttp({ status: numberOf(status) ?? 500, body: response }, context));
  }
  const { total, hits: documents } = recordOf(hits);
  const answer = {
    // A number until Elasticsearch 6, an object since.
    total: numberOf(isRecord(total) ? total.value : total),
    hits: arrayOf(documents).filter(isRecord),
    aggregations: recordOf(aggregations),
  };
  const message = 'Elasticsearch ran out of time: these numbers are of a part of the documents only.';
  return success(answer, timedOut === true ? [{ kind: 'partial', message, failures: [], ...context }] : []);
}
