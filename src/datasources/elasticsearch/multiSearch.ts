import { classifyHttp, classifyRef, unexpected } from '../classify';
import { type DataSourceWarning, type ErrorContext } from '../errors';
import { arrayOf, isRecord, numberOf, recordOf, stringOf } from '../json';
import { dataSourceName } from '../lookup';
import { chainResult, failure, type Result, success } from '../result';
import { postResource } from '../transport';
import { type CallOptions } from '../types';

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
 * Several searches in one request, in Elasticsearch's own language, past the data source's frames.
 * @returns one result for each search, in their order, with a `partial` warning when shards failed or time ran out; the
 * outer one fails when none was run.
 */
export async function multiSearch({
  dataSourceUid,
  searches,
  ...options
}: CallOptions & {
  dataSourceUid: string;
  searches: readonly Search[];
}): Promise<Result<ReadonlyArray<Result<SearchAnswer>>>> {
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
    ? success(responses.map((response) => readAnswer(recordOf(response), context)))
    : failure(unexpected(`it answered ${responses.length} of ${count} searches`, context, received));
}

function readAnswer(response: Record<string, unknown>, context: ErrorContext): Result<SearchAnswer> {
  const { error, status, hits, aggregations } = response;
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
  return success(answer, gaps(response, context));
}

function gaps(
  { timed_out: timedOut, _shards: shards }: Record<string, unknown>,
  context: ErrorContext
): DataSourceWarning[] {
  const { dataSourceUid } = context;
  const reasons = new Set(
    arrayOf(recordOf(shards).failures).map(
      (entry) => stringOf(recordOf(recordOf(entry).reason).reason) ?? 'unknown reason'
    )
  );
  const failures = [...reasons].map((error) => classifyRef({ error }, context));
  const [first] = failures;
  return [
    ...(first
      ? [
          {
            kind: 'partial' as const,
            message: `Some indices did not answer. ${first.message}`,
            failures,
            dataSourceUid,
          },
        ]
      : []),
    ...(timedOut === true
      ? [
          {
            kind: 'partial' as const,
            message: 'Elasticsearch ran out of time and looked at a part only.',
            failures: [],
            dataSourceUid,
          },
        ]
      : []),
  ];
}
