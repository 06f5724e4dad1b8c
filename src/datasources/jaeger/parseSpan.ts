import { type KeyValue, type SpanEvent, type SpanReference } from '../../domain/traces/types';
import { arrayOf, isRecord, numberOf, recordOf, stringOf } from '../json';

/** Tags as Jaeger writes them; null, and what the data source writes for a span without a process, are no tags. */
export function parseTags(value: unknown): KeyValue[] {
  return arrayOf(value).flatMap((tag) => {
    const { key, type, value: content } = recordOf(tag);
    if (typeof key !== 'string') {
      return [];
    }
    const scalar = typeof content === 'number' || typeof content === 'boolean' || typeof content === 'string';
    return [{ key, type: stringOf(type), value: scalar ? content : JSON.stringify(content ?? null) }];
  });
}

/**
 * Events of a span. Their timestamps are microseconds in Grafana 12.1 to 12.4.3 and milliseconds since, so each is told
 * by its size against the span's start.
 */
export function parseEvents(value: unknown, spanStartMs: number): SpanEvent[] {
  return arrayOf(value).flatMap((event) => {
    const { timestamp, fields, name } = recordOf(event);
    const written = numberOf(timestamp);
    if (written === undefined) {
      return [];
    }
    const tags = parseTags(fields);
    return [{ timeMs: eventTimeMs(written, spanStartMs), name: stringOf(name) || eventName(tags), fields: tags }];
  });
}

/** Unix milliseconds of an event's timestamp, which may be in microseconds. */
export function eventTimeMs(timestamp: number, spanStartMs: number): number {
  // Microseconds and milliseconds of the same moment are a factor of 1000 apart, and events are near their span.
  return timestamp >= 100 * Math.max(spanStartMs, 1e12) ? timestamp / 1000 : timestamp;
}

/** References as Jaeger writes them. */
export function parseReferences(value: unknown): SpanReference[] {
  return arrayOf(value).flatMap((reference) => {
    const { refType, traceID, spanID } = recordOf(reference);
    return typeof traceID === 'string' && typeof spanID === 'string'
      ? [{ kind: referenceKind(refType), traceId: traceID, spanId: spanID }]
      : [];
  });
}

/** Warnings of a span: `null` when there are none. */
export function parseWarnings(value: unknown): string[] {
  return arrayOf(value).filter((warning) => typeof warning === 'string');
}

function referenceKind(refType: unknown): SpanReference['kind'] {
  switch (refType) {
    case 'CHILD_OF':
      return 'child-of';
    case 'FOLLOWS_FROM':
      return 'follows-from';
    default:
      return 'unknown';
  }
}

/** Jaeger keeps an event's name as its `event` field. */
function eventName(fields: readonly KeyValue[]): string {
  const named = fields.find(({ key }) => key === 'event') ?? fields.find(({ key }) => key === 'message');
  return named === undefined ? '' : String(named.value);
}

/** Everything of a raw span that is not an object is no span. */
export function rawSpans(value: unknown): ReadonlyArray<Record<string, unknown>> {
  return arrayOf(value).filter(isRecord);
}
