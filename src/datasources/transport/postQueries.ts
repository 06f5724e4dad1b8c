import { type Frame } from '../../domain/frames';
import { badQuery, unexpected } from '../classify';
import { type DataSourceError, type DataSourceWarning } from '../errors';
import { dataSourceName } from '../lookup';
import { failure, type Result, success } from '../result';
import { type CallOptions, type QueryModel, type TimeWindow } from '../types';
import { queryOne } from './oneDataSource';

/** Queries over one time window; they may be of several data sources. */
export interface QueryRequest extends CallOptions {
  range: TimeWindow;
  queries: readonly QueryModel[];
}

/** The answer to each query, by refId. */
export type QueryResponse = ReadonlyMap<string, Result<readonly Frame[]>>;

/**
 * Runs queries through Grafana. Each data source gets a request of its own, so that one that is missing or forbidden
 * does not take the others' answers with it; within a request the good refIds of a failed answer are kept.
 * Identical requests that are under way are shared.
 * @returns a result for every refId. Rejects only when aborted.
 */
export async function postQueries({ queries, range, ...options }: QueryRequest): Promise<QueryResponse> {
  const repeated = queries.find(({ refId }, index) => queries.findIndex((other) => other.refId === refId) !== index);
  if (repeated) {
    const error = badQuery(`Two queries of one request are both called ${repeated.refId}.`);
    return new Map(queries.map(({ refId }) => [refId, failure({ ...error, refId })]));
  }
  const byDataSource = new Map<string, QueryModel[]>();
  for (const query of queries) {
    const { uid } = query.datasource;
    byDataSource.set(uid, [...(byDataSource.get(uid) ?? []), query]);
  }
  const answers = await Promise.all(
    [...byDataSource].map(async ([uid, ofOne]) => {
      const results = uid === '' ? ofOne.map(notChosen) : await queryOne(ofOne, range, options, named(uid));
      return ofOne.map(({ refId }, index) => [refId, results[index]] as const);
    })
  );
  const results = new Map(answers.flat());
  return new Map(queries.map(({ refId }) => [refId, results.get(refId) ?? noAnswer(refId)]));
}

/** Runs one query. */
export async function postQuery(
  query: QueryModel,
  options: Omit<QueryRequest, 'queries'>
): Promise<Result<readonly Frame[]>> {
  const response = await postQueries({ ...options, queries: [query] });
  return response.get(query.refId) ?? noAnswer(query.refId);
}

/**
 * One result for all queries of a response: the frames of those that answered, with a `partial` warning when others
 * failed; an error (the first one's) when all failed.
 */
export function collect(response: QueryResponse): Result<ReadonlyMap<string, readonly Frame[]>> {
  const frames = new Map<string, readonly Frame[]>();
  const failures: DataSourceError[] = [];
  const warnings: DataSourceWarning[] = [];
  for (const [refId, result] of response) {
    if (result.ok) {
      frames.set(refId, result.value);
      warnings.push(...result.warnings);
    } else {
      failures.push(result.error);
    }
  }
  const [first] = failures;
  if (first === undefined) {
    return success(frames, warnings);
  }
  if (frames.size === 0) {
    return failure(first);
  }
  const message = `${failures.length} of ${response.size} queries failed. ${first.message}`;
  return success(frames, [...warnings, { kind: 'partial', message, failures }]);
}

function named(uid: string) {
  return { dataSourceUid: uid, dataSourceName: dataSourceName(uid) };
}

function notChosen({ refId }: QueryModel): Result<readonly Frame[]> {
  return failure({ kind: 'not-configured', message: 'No data source has been chosen for this query.', refId });
}

function noAnswer(refId: string): Result<readonly Frame[]> {
  return failure(unexpected('there is no answer to this query', { refId }));
}
