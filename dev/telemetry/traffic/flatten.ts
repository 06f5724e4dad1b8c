import type { Attributes, LogSpec, SpanKind, SpanSpec, StampedLog, SystemId, TimeMs, TraceSpec, World } from '../model';
import { hashText, hexFrom, randomFrom } from '../engine/random';

export interface FlatEvent {
  name: string;
  atMs: number;
  attributes: Attributes;
}
export interface FlatSpan {
  system: SystemId;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  /** Also a link to the parent, as messaging instrumentation writes it. */
  linksParent: boolean;
  service: string;
  version: string;
  name: string;
  kind: SpanKind;
  /** With fractions of a millisecond. */
  startMs: number;
  endMs: number;
  status: 'unset' | 'ok' | 'error';
  statusMessage?: string;
  attributes: Attributes;
  events: FlatEvent[];
}
export interface FlatTrace {
  system: SystemId;
  traceId: string;
  spans: FlatSpan[];
  logs: StampedLog[];
  endMs: number;
  incidents: string[];
  observations: NonNullable<TraceSpec['observations']>;
}

/** Gives a trace absolute times and ids. Span ids follow from the trace id and the position in the tree. */
export function flattenTrace(system: SystemId, traceId: string, tMs: TimeMs, spec: TraceSpec, world: World): FlatTrace {
  const random = randomFrom('spans', traceId);
  // A request does not start on a full millisecond.
  const originMs = tMs + (hashText(traceId) % 1_000) / 1_000;
  const spans: FlatSpan[] = [];
  const logs: StampedLog[] = [];

  const visit = (span: SpanSpec, parentStartMs: number, parentSpanId?: string): void => {
    const startMs = parentStartMs + span.offsetMs;
    const endMs = startMs + span.durationMs;
    const spanId = hexFrom(random, 16);
    const version = world.version(span.service, tMs);
    const events = (span.events ?? []).map(({ name, offsetMs, attributes = {} }) => ({
      name,
      atMs: startMs + offsetMs,
      attributes,
    }));
    if (span.exception) {
      const { type, message, stacktrace } = span.exception;
      events.push({
        name: 'exception',
        atMs: endMs,
        attributes: { 'exception.type': type, 'exception.message': message, 'exception.stacktrace': stacktrace },
      });
    }
    spans.push({
      system,
      traceId,
      spanId,
      parentSpanId,
      linksParent: span.linksParent ?? false,
      service: span.service,
      version,
      name: span.name,
      kind: span.kind,
      startMs,
      endMs,
      status: span.exception ? 'error' : (span.status ?? 'unset'),
      statusMessage: span.statusMessage ?? span.exception?.message,
      attributes: span.attributes ?? {},
      events,
    });
    for (const log of span.logs ?? []) {
      logs.push({ ...stampLog(log, startMs, world), traceId, spanId, parentSpanId });
    }
    span.children?.forEach((child) => visit(child, startMs, spanId));
  };
  visit(spec.root, originMs);

  return {
    system,
    traceId,
    spans,
    logs,
    endMs: Math.max(...spans.map((span) => span.endMs), ...logs.map((log) => log.tMs)),
    incidents: spec.incidents ?? [],
    observations: spec.observations ?? [],
  };
}

/** A log line at `originMs` plus its own offset, in whole milliseconds. */
export function stampLog(log: LogSpec, originMs: number, world: World): StampedLog {
  const tMs = Math.round(originMs + (log.offsetMs ?? 0));
  return { ...log, tMs, version: world.version(log.service, tMs) };
}
