import { luceneProblem } from '../../domain/logs/luceneProblem';
import { type LuceneQuery, MATCH_ALL } from '../../domain/logs/lucene';
import { badQuery } from '../classify';
import { type DataSourceError } from '../errors';
import { dataSourceSettings } from '../lookup';
import { failure, type Result } from '../result';
import { type CallOptions } from '../types';
import { multiSearch } from './multiSearch';

/** A query, and whether a person wrote it. */
export interface QueryToCheck extends CallOptions {
  dataSourceUid: string;
  query: LuceneQuery;
  /**
   * Set it for queries that a person typed. An index that lies outside the time range does not read the query, and when
   * one such index answers, Grafana shows a query that all others reject as an empty result. So an empty result is
   * checked with one small search more.
   */
  isTyped?: boolean | undefined;
}

/** What can be told of a query without asking: unbalanced brackets and quotes. */
export function queryProblem({ query, dataSourceUid }: QueryToCheck): DataSourceError | undefined {
  const problem = luceneProblem(query);
  return problem === undefined ? undefined : badQuery(`The log query cannot be read. ${problem}`, { dataSourceUid });
}

/** Turns an empty result of a typed query into an error when Elasticsearch rejects that query. */
export async function confirmEmpty<T>(
  result: Result<T>,
  isEmpty: (value: T) => boolean,
  request: QueryToCheck
): Promise<Result<T>> {
  if (!result.ok || !request.isTyped || request.query.trim() === MATCH_ALL || !isEmpty(result.value)) {
    return result;
  }
  const rejection = await rejectionOf(request);
  return rejection ? failure(rejection) : result;
}

async function rejectionOf({
  dataSourceUid,
  query,
  signal,
  timeoutMs,
}: QueryToCheck): Promise<DataSourceError | undefined> {
  const body = { size: 0, terminate_after: 1, query: { query_string: { query, analyze_wildcard: true } } };
  const searches = [{ index: indexPattern(dataSourceUid), body }];
  const answers = await multiSearch({ dataSourceUid, searches, signal, timeoutMs });
  const answer = answers.ok ? answers.value[0] : undefined;
  const errors = answer?.ok
    ? answer.warnings.flatMap((warning) => (warning.kind === 'partial' ? warning.failures : []))
    : answer
      ? [answer.error]
      : [];
  return errors.find(({ kind }) => kind === 'bad-query');
}

/** The data source's index; all of them when its name is a date pattern. */
function indexPattern(dataSourceUid: string): string {
  const { index } = dataSourceSettings(dataSourceUid);
  return typeof index === 'string' && index !== '' && !index.includes('[') ? index : '*';
}
