import type { DataSource } from '../dataSources';
import type { FrameJson, QueryResult } from '../frames';
import { callUpstream, UpstreamUnreachable } from '../upstream';
import { encodeDependencies, encodeSearch, encodeTrace } from './frames';
import type { JaegerDependency, JaegerQueryModel, JaegerTrace } from './model';
import { parseLogfmt } from './tags';

interface Window {
  fromMs: number;
  toMs: number;
}

/** Jaeger answered with an error status, or with something unusable. */
class JaegerFailure extends Error {}

async function getJson<T>(url: string): Promise<T> {
  const answer = await callUpstream(url);
  if (answer.status < 200 || answer.status >= 300) {
    throw new JaegerFailure(`request failed: ${answer.statusText}`);
  }
  return JSON.parse(answer.body) as T;
}

async function fetchTrace(source: DataSource, query: JaegerQueryModel): Promise<FrameJson[]> {
  const traceId = query.query ?? '';
  if (traceId === '') {
    throw new JaegerFailure('traceID is empty');
  }
  const { data } = await getJson<{ data: JaegerTrace[] | null }>(
    `${source.url}/api/traces/${encodeURIComponent(traceId)}`
  );
  const trace = data?.[0];
  if (!trace) {
    throw new JaegerFailure('request failed: 404 Not Found');
  }
  return [encodeTrace(query.refId, trace)];
}

async function searchTraces(source: DataSource, query: JaegerQueryModel, window: Window): Promise<FrameJson[]> {
  const parameters = new URLSearchParams({
    start: String(window.fromMs * 1000),
    end: String(window.toMs * 1000),
    ...(query.limit ? { limit: String(query.limit) } : {}),
    ...(query.service ? { service: query.service } : {}),
    ...(query.operation ? { operation: query.operation } : {}),
    ...(query.tags ? { tags: JSON.stringify(parseLogfmt(query.tags)) } : {}),
    ...(query.minDuration ? { minDuration: query.minDuration } : {}),
    ...(query.maxDuration ? { maxDuration: query.maxDuration } : {}),
  });
  parameters.sort();
  const { data } = await getJson<{ data: JaegerTrace[] | null }>(`${source.url}/api/traces?${parameters}`);
  return [encodeSearch(query.refId, source, data ?? [])];
}

async function fetchDependencies(source: DataSource, query: JaegerQueryModel, window: Window): Promise<FrameJson[]> {
  const parameters = new URLSearchParams({ endTs: String(window.toMs), lookback: String(window.toMs - window.fromMs) });
  const { data } = await getJson<{ data: JaegerDependency[] | null }>(`${source.url}/api/dependencies?${parameters}`);
  return encodeDependencies(query.refId, data ?? []);
}

function framesFor(source: DataSource, query: JaegerQueryModel, window: Window): Promise<FrameJson[]> | undefined {
  switch (query.queryType ?? '') {
    case '':
      return fetchTrace(source, query);
    case 'search':
      return searchTraces(source, query, window);
    case 'dependencyGraph':
      return fetchDependencies(source, query, window);
    case 'upload':
      return Promise.reject(new JaegerFailure('unsupported query type upload. only available in frontend mode'));
    default:
      return undefined;
  }
}

/** Answers a request's Jaeger queries, one after the other as Grafana does; unknown query types get no answer at all. */
export async function queryJaeger(
  source: DataSource,
  queries: JaegerQueryModel[],
  window: Window
): Promise<Map<string, QueryResult>> {
  const results = new Map<string, QueryResult>();
  for (const query of queries) {
    if (query.limit !== undefined && typeof query.limit !== 'number') {
      const error =
        'error while parsing the query json. json: cannot unmarshal string into Go struct field JaegerQuery.limit of type int';
      results.set(query.refId, { error, errorSource: 'downstream', status: 500 });
      continue;
    }
    try {
      const frames = await framesFor(source, query, window);
      if (frames) {
        results.set(query.refId, { status: 200, frames });
      }
    } catch (error) {
      if (!(error instanceof JaegerFailure || error instanceof UpstreamUnreachable || error instanceof SyntaxError)) {
        throw error;
      }
      const status = error instanceof UpstreamUnreachable ? 502 : 500;
      results.set(query.refId, { error: error.message, errorSource: 'downstream', status });
    }
  }
  return results;
}
