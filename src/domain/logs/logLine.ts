import { idKey } from '../traces/ids';
import { type LogFields, type LogRole } from './fields';
import { type LogLevel, readLevel } from './logLevel';
import { readTraceId } from './traceIdsInText';
import { type LogRecord } from './types';
import { namesOf, readField } from './wellKnownFields';

/** A log document, whatever its schema, as something that was said. */
export interface LogLine {
  id: string;
  index: string;
  /** Unix milliseconds; null when the time could not be read. */
  timeMs: number | null;
  level: LogLevel;
  /** As the logger wrote it. */
  levelText: string;
  message: string;
  /** Empty when the document does not say. */
  service: string;
  /** 16 or 32 lower-case hex digits. */
  traceId?: string | undefined;
  /** Lower-case hex, without zeros in front. */
  spanId?: string | undefined;
  correlationIds: readonly string[];
  durationMs?: number | undefined;
  stackTrace?: string | undefined;
  /** The document. */
  fields: Readonly<Record<string, unknown>>;
}

const NANOS_PER_MS = 1_000_000;

/**
 * Reads a document by its system's field names, then by well-known ones, at the top, nested as shippers do, or as JSON
 * that nobody took out of the message.
 */
export function readLogLine(record: LogRecord, own: LogFields = {}): LogLine {
  const fields = withMessageJson(record.fields, own);
  const get = (role: LogRole) => readField(fields, namesOf(role, own));
  const level = get('level');
  const levelValue = level?.value ?? record.level;
  const spanId = textOf(get('spanId')?.value);
  return {
    id: record.id,
    index: record.index,
    timeMs: record.timeMs,
    level: readLevel(levelValue, level?.name),
    levelText: textOf(levelValue),
    message: textOf(get('message')?.value),
    service: textOf(get('service')?.value),
    traceId: readTraceId(get('traceId')?.value)[0],
    spanId: /^[0-9a-f]{1,16}$/i.test(spanId) ? idKey(spanId) : undefined,
    correlationIds: correlationIds(fields, own),
    durationMs: durationMs(fields, own),
    stackTrace: textOf(get('stackTrace')?.value) || undefined,
    fields,
  };
}

/** Every correlation id that the document holds: they are of different kinds. */
function correlationIds(fields: LogLine['fields'], own: LogFields): string[] {
  const values = namesOf('correlationId', own).map((name) => textOf(readField(fields, [name])?.value));
  return [...new Set(values.filter((value) => value !== ''))];
}

function durationMs(fields: LogLine['fields'], own: LogFields): number | undefined {
  const value = numberOf(readField(fields, namesOf('durationMs', own))?.value);
  if (value !== undefined) {
    return value;
  }
  // ECS counts in nanoseconds.
  const nanos = numberOf(readField(fields, ['event.duration'])?.value);
  return nanos === undefined ? undefined : nanos / NANOS_PER_MS;
}

function withMessageJson(fields: LogLine['fields'], own: LogFields): LogLine['fields'] {
  const written = readField(fields, namesOf('message', own));
  const text = written?.value;
  if (typeof text !== 'string' || !/^\s*\{.*\}\s*$/s.test(text)) {
    return fields;
  }
  try {
    const inner: unknown = JSON.parse(text);
    // What the shipper added stays, what the logger said wins.
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? { ...fields, ...inner } : fields;
  } catch {
    return fields;
  }
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}
