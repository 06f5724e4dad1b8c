import { type Trace } from '../../../src/domain/traces/types';

const keyword = { type: 'keyword', ignore_above: 256 };
const tags = {
  type: 'nested',
  dynamic: false,
  properties: { key: keyword, value: keyword, type: keyword },
};

/** The fields of Jaeger's own template that are asked for (Jaeger 1.62, Elasticsearch 7). */
const MAPPING = {
  properties: {
    traceID: keyword,
    spanID: keyword,
    operationName: keyword,
    startTime: { type: 'long' },
    startTimeMillis: { type: 'date', format: 'epoch_millis' },
    duration: { type: 'long' },
    tags,
    process: { properties: { serviceName: keyword, tags } },
  },
};

/** Writes spans as Jaeger stores them: durations in microseconds, every value of a tag as text. */
export async function writeSpanIndex(url: string, index: string, traces: readonly Trace[]): Promise<void> {
  await send('PUT', `${url}/${index}`, JSON.stringify({ mappings: MAPPING, settings: { number_of_replicas: 0 } }));
  const lines = traces
    .flatMap(({ spans }) => spans)
    .flatMap((span) => [
      { index: { _id: `${span.traceId} ${span.spanId}` } },
      {
        traceID: span.traceId,
        spanID: span.spanId,
        operationName: span.operationName,
        startTime: Math.round(span.startTimeMs * 1000),
        startTimeMillis: Math.floor(span.startTimeMs),
        duration: Math.round(span.durationMs * 1000),
        tags: span.tags.map(({ key, type, value }) => ({ key, type, value: String(value) })),
        process: { serviceName: span.serviceName, tags: [] },
      },
    ]);
  await send('POST', `${url}/${index}/_bulk?refresh=true`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

export async function deleteSpanIndex(url: string, index: string): Promise<void> {
  await send('DELETE', `${url}/${index}`);
}

async function send(method: string, url: string, body?: string): Promise<void> {
  const headers = { 'content-type': url.includes('_bulk') ? 'application/x-ndjson' : 'application/json' };
  const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await answer.text();
  if (!answer.ok || text.includes('"errors":true')) {
    throw new Error(`${method} ${url} answered ${answer.status}: ${text.slice(0, 500)}`);
  }
}
