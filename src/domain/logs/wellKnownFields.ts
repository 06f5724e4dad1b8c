import { type LogFields, type LogRole } from './fields';

/** Names that loggers and shippers in use give these fields: ECS, OpenTelemetry, language loggers, Datadog, B3. */
const WELL_KNOWN: LogFields = {
  message: ['message', 'msg', 'body', 'body.text', 'Body', 'event', 'log', 'error_message', 'event.original'],
  level: [
    'log.level',
    'level',
    'severity',
    'severity_text',
    'SeverityText',
    'loglevel',
    'levelname',
    'severity_number',
    'SeverityNumber',
  ],
  service: [
    'service.name',
    'service',
    'resource.attributes.service.name',
    'Resource.service.name',
    'serviceName',
    'service_name',
    'app',
    'job',
    'kubernetes.labels.app',
    'container.name',
  ],
  traceId: [
    'trace_id',
    'trace.id',
    'traceId',
    'traceID',
    'TraceId',
    'otel_trace_id',
    'otelTraceID',
    'dd.trace_id',
    'mdc.traceId',
    'contextMap.trace_id',
    'contextMap.traceId',
    'X-B3-TraceId',
    'traceparent',
    'uber-trace-id',
  ],
  spanId: [
    'span_id',
    'span.id',
    'spanId',
    'spanID',
    'SpanId',
    'otel_span_id',
    'otelSpanID',
    'dd.span_id',
    'mdc.spanId',
    'contextMap.span_id',
    'transaction.id',
    'X-B3-SpanId',
  ],
  correlationId: ['correlation_id', 'correlationId', 'correlation.id', 'request_id', 'requestId', 'http.request.id'],
  stackTrace: ['error.stack_trace', 'exception.stacktrace', 'stack_trace', 'stack', 'exception', 'exc_info'],
  durationMs: ['duration_ms', 'durationMs', 'elapsed_ms'],
};

/** Where shippers put a document that they took apart: Filebeat, Logstash, Vector, the collector's exporter. */
const NESTINGS = [
  '',
  'json.',
  'fields.',
  'log.',
  'parsed.',
  'attributes.',
  'Attributes.',
  'labels.',
  'message.',
  'structured.',
];

/** The names to look a role up under: the system's own first, then those that are well known. */
export function namesOf(role: LogRole, own: LogFields): readonly string[] {
  return [...new Set([...(own[role] ?? []), ...(WELL_KNOWN[role] ?? [])])];
}

/**
 * The first field of these names that has a value, at the top or where shippers nest documents.
 * @param fields flattened or not.
 */
export function readField(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[]
): { name: string; value: unknown } | undefined {
  for (const name of names) {
    for (const nesting of NESTINGS) {
      const value = valueAt(fields, nesting + name);
      if (value !== undefined && value !== null && value !== '') {
        return { name: nesting + name, value };
      }
    }
  }
  return undefined;
}

/** `a.b` is a key of that name, or `b` inside `a`. */
function valueAt(fields: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(fields, path)) {
    return fields[path];
  }
  let at = path.indexOf('.');
  while (at > 0) {
    const inner = fields[path.slice(0, at)];
    if (isRecord(inner)) {
      const found = valueAt(inner, path.slice(at + 1));
      if (found !== undefined) {
        return found;
      }
    }
    at = path.indexOf('.', at + 1);
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
