import { dataSourceName } from '../lookup';
import { failure, type Result } from '../result';
import { type CallOptions } from '../types';
import { callForBody } from './request';

/** Parameters of a query string: an array repeats its key, undefined leaves it out. */
export type QueryParams = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

interface PathRequest extends CallOptions {
  dataSourceUid: string;
  /** Path below the data source, already encoded, without a leading slash. */
  path: string;
  params?: QueryParams;
}

/**
 * GET of a resource of the data source's plugin.
 * @returns the body, unread. Rejects only when aborted.
 */
export function getResource({ dataSourceUid, path, params, ...options }: PathRequest): Promise<Result<unknown>> {
  return call('GET', dataSourceUid, withParams(`${resourceRoot(dataSourceUid)}/${path}`, params), undefined, options);
}

/** POST to a resource of the data source's plugin. A string body is sent as it is (newline-delimited JSON). */
export function postResource({
  dataSourceUid,
  path,
  params,
  body,
  ...options
}: PathRequest & { body: unknown }): Promise<Result<unknown>> {
  return call('POST', dataSourceUid, withParams(`${resourceRoot(dataSourceUid)}/${path}`, params), body, options);
}

/** GET through Grafana's proxy, straight to the server behind the data source. */
export function getThroughProxy({ dataSourceUid, path, params, ...options }: PathRequest): Promise<Result<unknown>> {
  const url = withParams(`/api/datasources/proxy/uid/${encodeURIComponent(dataSourceUid)}/${path}`, params);
  return call('GET', dataSourceUid, url, undefined, options);
}

/** Appends parameters to a URL; keys keep their order. */
export function withParams(url: string, params: QueryParams = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (entry !== undefined) {
        search.append(key, String(entry));
      }
    }
  }
  const text = search.toString();
  return text === '' ? url : `${url}?${text}`;
}

function resourceRoot(uid: string): string {
  return `/api/datasources/uid/${encodeURIComponent(uid)}/resources`;
}

async function call(
  method: 'GET' | 'POST',
  dataSourceUid: string,
  url: string,
  body: unknown,
  options: CallOptions
): Promise<Result<unknown>> {
  if (dataSourceUid === '') {
    return failure({ kind: 'not-configured', message: 'No data source has been chosen.' });
  }
  return callForBody({ method, url, body }, options, { dataSourceUid, dataSourceName: dataSourceName(dataSourceUid) });
}
