import { encodeFrame, type Column, type FrameJson } from '../frames';
import type { JaegerDependency, JaegerReference, JaegerSpan, JaegerTag, JaegerTrace } from './model';

const RAW_JSON = { frame: 'json.RawMessage' };

function text(name: string, values: unknown[], config?: Record<string, unknown>): Column {
  return { name, type: 'string', typeInfo: { frame: 'string' }, ...(config ? { config } : {}), values };
}

function json(name: string, values: unknown[]): Column {
  return { name, type: 'other', typeInfo: RAW_JSON, values };
}

function tagsJson(tags: JaegerTag[] | null | undefined): unknown {
  return tags?.map(({ key, type, value }) => ({ key, type, value })) ?? null;
}

function parentOf(span: JaegerSpan): string | null {
  return span.references?.find((reference) => reference.refType === 'CHILD_OF')?.spanID ?? null;
}

function otherReferences(span: JaegerSpan): JaegerReference[] {
  const parent = parentOf(span);
  return (span.references ?? [])
    .filter((reference) => parent === null || reference.spanID !== parent)
    .map(({ refType, spanID, traceID }) => ({ refType, spanID, traceID }));
}

/** A trace as Grafana's trace frame: one row a span, times as fractional milliseconds, events in Jaeger's microseconds. */
export function encodeTrace(refId: string, trace: JaegerTrace): FrameJson {
  const { spans, processes } = trace;
  return encodeFrame({
    name: refId,
    refId,
    meta: { typeVersion: [0, 0], custom: { traceFormat: 'jaeger' }, preferredVisualisationType: 'trace' },
    columns: [
      text(
        'traceID',
        spans.map((span) => span.traceID)
      ),
      text(
        'spanID',
        spans.map((span) => span.spanID)
      ),
      {
        name: 'parentSpanID',
        type: 'string',
        typeInfo: { frame: 'string', nullable: true },
        values: spans.map(parentOf),
      },
      text(
        'operationName',
        spans.map((span) => span.operationName)
      ),
      text(
        'serviceName',
        spans.map((span) => processes[span.processID]?.serviceName ?? '')
      ),
      json(
        'serviceTags',
        spans.map((span) => tagsJson(processes[span.processID]?.tags))
      ),
      {
        name: 'startTime',
        type: 'number',
        typeInfo: { frame: 'float64' },
        values: spans.map((span) => span.startTime / 1000),
      },
      {
        name: 'duration',
        type: 'number',
        typeInfo: { frame: 'float64' },
        values: spans.map((span) => span.duration / 1000),
      },
      json(
        'logs',
        spans.map(
          (span) =>
            span.logs?.map((log) => ({
              timestamp: log.timestamp,
              fields: tagsJson(log.fields),
              name: log.name ?? '',
            })) ?? null
        )
      ),
      json('references', spans.map(otherReferences)),
      json(
        'tags',
        spans.map((span) => tagsJson(span.tags))
      ),
      json(
        'warnings',
        spans.map((span) => span.warnings ?? null)
      ),
      json(
        'stackTraces',
        spans.map((span) => span.stackTraces ?? null)
      ),
    ],
  });
}

function earliestSpan(spans: JaegerSpan[]): JaegerSpan | undefined {
  return spans.reduce<JaegerSpan | undefined>(
    (first, span) => (first === undefined || span.startTime < first.startTime ? span : first),
    undefined
  );
}

/** Search results: one row a trace, named after its earliest span, newest first; `duration` is that span's, in µs. */
export function encodeSearch(
  refId: string,
  dataSource: { uid: string; name: string },
  traces: JaegerTrace[]
): FrameJson {
  const rows = traces
    .flatMap((trace) => {
      const first = earliestSpan(trace.spans);
      return first ? [{ trace, first }] : [];
    })
    .sort((a, b) => b.first.startTime - a.first.startTime);
  const link = {
    title: 'Trace: ${__value.raw}',
    internal: { query: { query: '${__value.raw}' }, datasourceUid: dataSource.uid, datasourceName: dataSource.name },
  };
  return encodeFrame({
    name: 'traces',
    refId,
    meta: { typeVersion: [0, 0], preferredVisualisationType: 'table' },
    columns: [
      text(
        'traceID',
        rows.map(({ trace }) => trace.traceID),
        { displayName: 'Trace ID', links: [link] }
      ),
      text(
        'traceName',
        rows.map(
          ({ trace, first }) => `${trace.processes[first.processID]?.serviceName ?? ''}: ${first.operationName}`
        ),
        { displayName: 'Trace name' }
      ),
      {
        name: 'startTime',
        type: 'time',
        typeInfo: { frame: 'time.Time' },
        config: { displayName: 'Start time' },
        values: rows.map(({ first }) => Math.floor(first.startTime / 1000)),
        nanos: rows.map(({ first }) => (first.startTime % 1000) * 1000),
      },
      {
        name: 'duration',
        type: 'number',
        typeInfo: { frame: 'int64' },
        config: { displayName: 'Duration', unit: 'µs' },
        values: rows.map(({ first }) => first.duration),
      },
    ],
  });
}

/** The service graph as Grafana's node and edge frames; nodes sorted by name. */
export function encodeDependencies(refId: string, dependencies: JaegerDependency[]): FrameJson[] {
  const meta = { typeVersion: [0, 0] as [number, number], preferredVisualisationType: 'nodeGraph' };
  const services = [...new Set(dependencies.flatMap(({ parent, child }) => [parent, child]))].sort();
  return [
    encodeFrame({ name: `${refId}_nodes`, refId, meta, columns: [text('id', services), text('title', services)] }),
    encodeFrame({
      name: `${refId}_edges`,
      refId,
      meta,
      columns: [
        text(
          'id',
          dependencies.map(({ parent, child }) => `${parent}--${child}`)
        ),
        text(
          'source',
          dependencies.map(({ parent }) => parent)
        ),
        text(
          'target',
          dependencies.map(({ child }) => child)
        ),
        {
          name: 'mainstat',
          type: 'number',
          typeInfo: { frame: 'int64' },
          config: { displayName: 'Call count' },
          values: dependencies.map(({ callCount }) => callCount),
        },
      ],
    }),
  ];
}
