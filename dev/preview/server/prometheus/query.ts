import type { FrameMeta, QueryResult } from '../frames';
import { callUpstream, UpstreamUnreachable, type UpstreamAnswer } from '../upstream';
import { encodeExemplars, type ExemplarSeries } from './exemplars';
import { emptyFrame, encodeResult, type PrometheusData } from './frames';
import { alignMs, parseQuery, type PrometheusQuery, type PrometheusQueryModel } from './model';

interface ApiAnswer<T> {
  status: 'success' | 'error';
  data?: T;
  errorType?: string;
  error?: string;
  warnings?: string[];
  infos?: string[];
}

/** Statuses with which Prometheus sends its own JSON answer. */
const SPOKEN_STATUSES = new Set([400, 422, 503]);

function notices(answer: ApiAnswer<unknown>): FrameMeta['notices'] {
  return [
    ...(answer.warnings ?? []).map((text) => ({ severity: 'warning' as const, text })),
    ...(answer.infos ?? []).map((text) => ({ severity: 'info' as const, text })),
  ];
}

async function post(baseUrl: string, path: string, parameters: Record<string, string>) {
  return callUpstream(`${baseUrl}${path}`, { method: 'POST', body: new URLSearchParams(parameters) });
}

async function fetchFrames(baseUrl: string, query: PrometheusQuery, kind: 'instant' | 'range'): Promise<QueryResult> {
  const parameters: Record<string, string> =
    kind === 'instant'
      ? { query: query.expr, time: String(query.toMs / 1000) }
      : {
          query: query.expr,
          start: String(alignMs(query.fromMs, query.stepMs, query.utcOffsetMs) / 1000),
          end: String(alignMs(query.toMs, query.stepMs, query.utcOffsetMs) / 1000),
          step: String(query.stepMs / 1000),
        };
  let answer: UpstreamAnswer;
  try {
    answer = await post(baseUrl, kind === 'instant' ? '/api/v1/query' : '/api/v1/query_range', parameters);
  } catch (error) {
    if (error instanceof UpstreamUnreachable) {
      return { error: error.message, errorSource: 'downstream', status: 502, frames: [] };
    }
    throw error;
  }
  if (answer.status >= 300 && !SPOKEN_STATUSES.has(answer.status)) {
    return {
      status: 500,
      error: `unexpected response with status code ${answer.status}: ${answer.body.slice(0, 1024)}`,
      errorSource: 'downstream',
      frames: [emptyFrame(query)],
    };
  }
  let parsed: ApiAnswer<PrometheusData>;
  try {
    parsed = JSON.parse(answer.body) as ApiAnswer<PrometheusData>;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      status: answer.status,
      error: `response from prometheus couldn't be parsed. it is non-json: ${reason}`,
      errorSource: 'downstream',
      frames: [emptyFrame(query)],
    };
  }
  if (parsed.status === 'error' || !parsed.data) {
    return {
      status: answer.status,
      error: `${parsed.errorType}: ${parsed.error}`,
      errorSource: 'downstream',
      frames: [emptyFrame(query)],
    };
  }
  return { status: 200, frames: encodeResult(query, parsed.data, notices(parsed)) };
}

/** Exemplars never fail a query: without them the series still stand. */
async function fetchExemplars(baseUrl: string, query: PrometheusQuery): Promise<QueryResult> {
  const answer = await post(baseUrl, '/api/v1/query_exemplars', {
    query: query.expr,
    start: String(alignMs(query.fromMs, query.stepMs, query.utcOffsetMs) / 1000),
    end: String(alignMs(query.toMs, query.stepMs, query.utcOffsetMs) / 1000),
  }).catch(() => undefined);
  if (answer?.status !== 200) {
    return { status: 200, frames: [] };
  }
  const parsed = JSON.parse(answer.body) as ApiAnswer<ExemplarSeries[]>;
  return { status: 200, frames: encodeExemplars(query, parsed.data ?? []) };
}

function merge(results: QueryResult[]): QueryResult {
  const failed = results.filter((result) => result.error !== undefined);
  const frames = results.flatMap((result) => result.frames ?? []);
  const last = failed.at(-1);
  if (!last) {
    return { status: 200, frames };
  }
  return {
    error: failed.map((result) => result.error).join(' '),
    errorSource: last.errorSource ?? 'downstream',
    status: last.status,
    frames,
  };
}

/** Answers one Prometheus query of a `/api/ds/query` request; the window is in ms since the epoch. */
export async function queryPrometheus(
  baseUrl: string,
  model: PrometheusQueryModel,
  window: { fromMs: number; toMs: number },
  scrapeInterval: string | undefined
): Promise<QueryResult> {
  let query: PrometheusQuery;
  try {
    query = parseQuery(model, window.fromMs, window.toMs, scrapeInterval);
  } catch (error) {
    return { status: 500, error: error instanceof Error ? error.message : String(error), errorSource: 'downstream' };
  }
  const parts = [
    ...(query.instant ? [fetchFrames(baseUrl, query, 'instant')] : []),
    ...(query.range ? [fetchFrames(baseUrl, query, 'range')] : []),
    ...(query.exemplar ? [fetchExemplars(baseUrl, query)] : []),
  ];
  return merge(await Promise.all(parts));
}
