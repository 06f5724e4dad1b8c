import { type DataSourceError } from './errors';
import { recordOf, stringOf } from './json';
import { dataSourceName } from './lookup';
import { failure, type Result, success } from './result';
import { callForBody } from './transport/request';
import { type CallOptions } from './types';

/**
 * Asks Grafana whether a data source answers.
 * @returns what the data source says of itself; an error when it does not answer, or is not there.
 */
export async function dataSourceHealth(uid: string, options: CallOptions): Promise<Result<string>> {
  const name = dataSourceName(uid);
  const context = { dataSourceUid: uid, dataSourceName: name };
  const url = `/api/datasources/uid/${encodeURIComponent(uid)}/health`;
  const answer = await callForBody({ method: 'GET', url }, options, context);
  if (!answer.ok) {
    return answer;
  }
  const { status, message } = recordOf(answer.value);
  const text = stringOf(message) ?? '';
  const error: DataSourceError = {
    kind: 'down',
    message: text || `${name ?? uid} does not answer.`,
    dataSourceUid: uid,
  };
  return stringOf(status) === 'OK' ? success(text) : failure(error);
}
