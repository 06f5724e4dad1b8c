import { fieldNamed, type Frame, numberAt, stringAt, timeMsAt } from '../../domain/frames';
import { type DependencyGraph, type Span, type Trace, type TraceSummary } from '../../domain/traces/types';
import { parseEvents, parseReferences, parseTags, parseWarnings } from './parseSpan';

const MICROS_PER_MS = 1000;

/**
 * The trace of a trace-by-id answer, its spans by start time.
 * @returns null when the answer holds no span: newer versions of the data source answer so for an unknown id.
 */
export function parseTrace(frames: readonly Frame[]): Trace | null {
  const spans = frames.flatMap(spansOfFrame).sort((a, b) => a.startTimeMs - b.startTimeMs);
  const [first] = spans;
  return first ? { traceId: first.traceId, spans } : null;
}

/** The traces of a search, newest first. */
export function parseSearch(frames: readonly Frame[]): TraceSummary[] {
  return frames.flatMap((frame) => {
    const [traceId, traceName] = [fieldNamed(frame, 'traceID'), fieldNamed(frame, 'traceName')];
    const [startTime, duration] = [fieldNamed(frame, 'startTime'), fieldNamed(frame, 'duration')];
    const summaries: TraceSummary[] = [];
    for (let row = 0; row < frame.length; row++) {
      const [id, startTimeMs] = [stringAt(traceId, row), timeMsAt(startTime, row)];
      if (id !== null && startTimeMs !== null) {
        const durationMs = (numberAt(duration, row) ?? 0) / MICROS_PER_MS;
        summaries.push({ traceId: id, ...splitName(stringAt(traceName, row) ?? ''), startTimeMs, durationMs });
      }
    }
    return summaries;
  });
}

/** The services and calls of a dependency graph, busiest call first. */
export function parseDependencies(frames: readonly Frame[]): DependencyGraph {
  const edges = frames.flatMap((frame) => {
    const [source, target] = [fieldNamed(frame, 'source'), fieldNamed(frame, 'target')];
    const count = fieldNamed(frame, 'mainstat');
    return Array.from({ length: source ? frame.length : 0 }, (_, row) => ({
      source: stringAt(source, row) ?? '',
      target: stringAt(target, row) ?? '',
      callCount: numberAt(count, row) ?? 0,
    }));
  });
  const services = [...new Set(edges.flatMap(({ source, target }) => [source, target]))].sort();
  return { services, edges: edges.sort((a, b) => b.callCount - a.callCount) };
}

/** `service: operation`. Operations hold colons more often than services do. */
function splitName(name: string): { serviceName: string; operationName: string } {
  const at = name.indexOf(': ');
  return at < 0
    ? { serviceName: '', operationName: name }
    : { serviceName: name.slice(0, at), operationName: name.slice(at + 2) };
}

function spansOfFrame(frame: Frame): Span[] {
  const columns = {
    traceId: fieldNamed(frame, 'traceID'),
    spanId: fieldNamed(frame, 'spanID'),
    parentSpanId: fieldNamed(frame, 'parentSpanID'),
    operationName: fieldNamed(frame, 'operationName'),
    serviceName: fieldNamed(frame, 'serviceName'),
    serviceTags: fieldNamed(frame, 'serviceTags'),
    startTime: fieldNamed(frame, 'startTime'),
    duration: fieldNamed(frame, 'duration'),
    logs: fieldNamed(frame, 'logs'),
    references: fieldNamed(frame, 'references'),
    tags: fieldNamed(frame, 'tags'),
    warnings: fieldNamed(frame, 'warnings'),
  };
  const spans: Span[] = [];
  for (let row = 0; row < frame.length; row++) {
    const spanId = stringAt(columns.spanId, row);
    const startTimeMs = timeMsAt(columns.startTime, row);
    if (spanId !== null && startTimeMs !== null) {
      spans.push({
        traceId: stringAt(columns.traceId, row) ?? '',
        spanId,
        parentSpanId: stringAt(columns.parentSpanId, row) || null,
        operationName: stringAt(columns.operationName, row) ?? '',
        serviceName: stringAt(columns.serviceName, row) ?? '',
        serviceTags: parseTags(columns.serviceTags?.values[row]),
        startTimeMs,
        durationMs: numberAt(columns.duration, row) ?? 0,
        tags: parseTags(columns.tags?.values[row]),
        events: parseEvents(columns.logs?.values[row], startTimeMs),
        references: parseReferences(columns.references?.values[row]),
        warnings: parseWarnings(columns.warnings?.values[row]),
      });
    }
  }
  return spans;
}
