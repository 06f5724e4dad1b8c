import { type Span, type Trace } from '../../domain/traces/types';
import { unexpected } from '../classify';
import { type ErrorContext } from '../errors';
import { arrayOf, isRecord, numberOf, recordOf, stringOf } from '../json';
import { failure, type Result, success } from '../result';
import { parseEvents, parseReferences, parseTags, parseWarnings, rawSpans } from './parseSpan';

const MICROS_PER_MS = 1000;

/** The traces of Jaeger's own `/api/traces` answer, whose times are microseconds. Spans are in order of start time. */
export function parseApiTraces(body: unknown, context: ErrorContext = {}): Result<Trace[]> {
  if (!isRecord(body) || !('data' in body)) {
    return failure(unexpected('this is no answer of Jaeger', context, body));
  }
  return success(
    arrayOf(body.data).flatMap((raw) => {
      const { traceID, spans, processes } = recordOf(raw);
      return typeof traceID === 'string' ? [traceOf(traceID, spans, recordOf(processes))] : [];
    })
  );
}

function traceOf(traceId: string, spans: unknown, processes: Record<string, unknown>): Trace {
  return {
    traceId,
    spans: rawSpans(spans)
      .map((span) => spanOf(span, traceId, processes))
      .sort((a, b) => a.startTimeMs - b.startTimeMs),
  };
}

function spanOf(span: Record<string, unknown>, traceId: string, processes: Record<string, unknown>): Span {
  const startTimeMs = (numberOf(span.startTime) ?? 0) / MICROS_PER_MS;
  const process = recordOf(processes[stringOf(span.processID) ?? '']);
  const references = parseReferences(span.references);
  const parent = references.find(({ kind }) => kind === 'child-of');
  return {
    traceId: stringOf(span.traceID) ?? traceId,
    spanId: stringOf(span.spanID) ?? '',
    parentSpanId: parent?.spanId ?? null,
    operationName: stringOf(span.operationName) ?? '',
    serviceName: stringOf(process.serviceName) ?? '',
    serviceTags: parseTags(process.tags),
    startTimeMs,
    durationMs: (numberOf(span.duration) ?? 0) / MICROS_PER_MS,
    tags: parseTags(span.tags),
    events: parseEvents(span.logs, startTimeMs),
    references: references.filter(({ spanId }) => spanId !== parent?.spanId),
    warnings: parseWarnings(span.warnings),
  };
}
