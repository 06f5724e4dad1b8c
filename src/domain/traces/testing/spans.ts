import { type KeyValue, type Span, type SpanReference } from '../types';

export const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
export const T0_MS = 1_795_000_000_000;

interface Extra {
  parent?: string;
  follows?: string;
  kind?: string;
  service?: string;
  operation?: string;
  error?: boolean;
  tags?: KeyValue[];
  references?: SpanReference[];
}

/** A span by its id and its time in milliseconds since the test's zero. */
export function spanOf(id: string, fromMs: number, toMs: number, extra: Extra = {}): Span {
  const { parent, follows, kind, service = 'shop', operation = id, error, tags = [], references = [] } = extra;
  return {
    traceId: TRACE_ID,
    spanId: id,
    parentSpanId: parent ?? null,
    operationName: operation,
    serviceName: service,
    serviceTags: [],
    startTimeMs: T0_MS + fromMs,
    durationMs: toMs - fromMs,
    tags: [
      ...(kind ? [{ key: 'span.kind', value: kind }] : []),
      ...(error ? [{ key: 'error', value: true }] : []),
      ...tags,
    ],
    events: [],
    references: [
      ...(follows ? [{ kind: 'follows-from' as const, traceId: TRACE_ID, spanId: follows }] : []),
      ...references,
    ],
    warnings: [],
  };
}
