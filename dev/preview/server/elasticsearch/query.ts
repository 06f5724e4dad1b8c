import type { DataSource } from '../dataSources';
import type { FrameJson, QueryResult } from '../frames';
import { callUpstream, UpstreamUnreachable } from '../upstream';
import { encodeAggregations } from './aggregationFrames';
import { encodeLogs, encodeRawData, encodeRawDocuments, type ConfiguredFields, type Hits } from './documents';
import { stringSetting, type ElasticsearchQueryModel } from './model';
import { buildSearch, kindOf } from './request';

interface SearchAnswer {
  error?: { reason?: string; root_cause?: Array<{ reason?: string }>; caused_by?: { reason?: string } };
  hits?: Hits;
  aggregations?: Record<string, unknown>;
}

const DEFAULT_INTERVAL_MS = 1000;
const DEFAULT_CONCURRENT_SHARDS = 5;

function failure(error: string, status = 500): QueryResult {
  return { error, errorSource: 'downstream', status };
}

function reasonOf(error: NonNullable<SearchAnswer['error']>): string {
  return (
    error.root_cause?.[0]?.reason || error.reason || error.caused_by?.reason || 'Unknown elasticsearch error response'
  );
}

function encode(query: ElasticsearchQueryModel, answer: SearchAnswer, fields: ConfiguredFields): QueryResult {
  if (answer.error) {
    return failure(reasonOf(answer.error));
  }
  const hits = answer.hits ?? { hits: [] };
  const frames: Record<ReturnType<typeof kindOf>, () => FrameJson[]> = {
    logs: () => [encodeLogs(query, hits, fields)],
    raw_data: () => [encodeRawData(query, hits, fields)],
    raw_document: () => [encodeRawDocuments(query, hits)],
    metrics: () => encodeAggregations(query, answer.aggregations ?? {}),
  };
  return { status: 200, frames: frames[kindOf(query)]() };
}

function configuredFields(source: DataSource): ConfiguredFields {
  const { timeField, logMessageField, logLevelField } = source.jsonData;
  return {
    timeField: stringSetting(timeField) ?? '@timestamp',
    logMessageField: stringSetting(logMessageField),
    logLevelField: stringSetting(logLevelField),
  };
}

/**
 * Answers a request's Elasticsearch queries in one multi search. What goes wrong for all of them at once is told on the
 * first query alone, as Grafana does.
 */
export async function queryElasticsearch(
  source: DataSource,
  queries: ElasticsearchQueryModel[],
  window: { fromMs: number; toMs: number }
): Promise<Map<string, QueryResult>> {
  const first = queries[0]?.refId ?? 'A';
  const fields = configuredFields(source);
  const header = JSON.stringify({
    ignore_unavailable: true,
    index: stringSetting(source.jsonData.index) ?? '',
    search_type: 'query_then_fetch',
  });
  const lines: string[] = [];
  for (const query of queries) {
    try {
      const intervalMs = query.intervalMs ?? DEFAULT_INTERVAL_MS;
      const body = JSON.stringify(buildSearch(query, { ...window, timeField: fields.timeField, intervalMs }));
      lines.push(
        header,
        body.replaceAll('$__interval_ms', String(intervalMs)).replaceAll('$__interval', `${intervalMs / 1000}s`)
      );
    } catch (error) {
      return new Map([[query.refId, failure(error instanceof Error ? error.message : String(error))]]);
    }
  }
  try {
    const answer = await callUpstream(
      `${source.url}/_msearch?max_concurrent_shard_requests=${DEFAULT_CONCURRENT_SHARDS}`,
      { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body: `${lines.join('\n')}\n` }
    );
    if (answer.status >= 400) {
      return new Map([[first, failure(`unexpected status code: ${answer.status}`)]]);
    }
    const { responses } = JSON.parse(answer.body) as { responses: SearchAnswer[] };
    return new Map(queries.map((query, index) => [query.refId, encode(query, responses[index] ?? {}, fields)]));
  } catch (error) {
    if (error instanceof UpstreamUnreachable || error instanceof SyntaxError) {
      return new Map([[first, failure(error.message, error instanceof UpstreamUnreachable ? 502 : 500)]]);
    }
    throw error;
  }
}
