import { type KeyValue, type Span, type SpanReference, type Trace } from './types';

const US_PER_MS = 1000;
const REFERENCE_TYPES: Readonly<Record<SpanReference['kind'], string>> = {
  'child-of': 'CHILD_OF',
  'follows-from': 'FOLLOWS_FROM',
  unknown: 'UNKNOWN',
};

/** A trace as Jaeger writes it, which Jaeger's page and Grafana's Explore can open as a file. */
export function toJaegerJson({ traceId, spans }: Trace): unknown {
  const processes = new Map<string, { id: string; serviceName: string; tags: readonly KeyValue[] }>();
  const processOf = ({ serviceName, serviceTags }: Span): string => {
    const key = JSON.stringify([serviceName, serviceTags]);
    const known = processes.get(key);
    if (known) {
      return known.id;
    }
    const id = `p${processes.size + 1}`;
    processes.set(key, { id, serviceName, tags: serviceTags });
    return id;
  };
  const written = spans.map((span) => ({
    traceID: span.traceId,
    spanID: span.spanId,
    operationName: span.operationName,
    references: [
      ...(span.parentSpanId === null
        ? []
        : [{ refType: 'CHILD_OF', traceID: span.traceId, spanID: span.parentSpanId }]),
      ...span.references.map((one) => ({
        refType: REFERENCE_TYPES[one.kind],
        traceID: one.traceId,
        spanID: one.spanId,
      })),
    ],
    startTime: Math.round(span.startTimeMs * US_PER_MS),
    duration: Math.round(span.durationMs * US_PER_MS),
    tags: span.tags,
    logs: span.events.map(({ timeMs, fields }) => ({ timestamp: Math.round(timeMs * US_PER_MS), fields })),
    processID: processOf(span),
    warnings: span.warnings.length > 0 ? span.warnings : null,
  }));
  const named = [...processes.values()].map(({ id, serviceName, tags }) => [id, { serviceName, tags }]);
  return { data: [{ traceID: traceId, spans: written, processes: Object.fromEntries(named) }] };
}
