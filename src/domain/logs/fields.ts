/** What a field of a log document is for, whatever it is called. */
export const LOG_ROLES = [
  'message',
  'level',
  'service',
  'traceId',
  'spanId',
  'correlationId',
  'durationMs',
  'tenant',
  'user',
  'agent',
  'action',
  'exceptionType',
  'exceptionMessage',
  'stackTrace',
] as const;

export type LogRole = (typeof LOG_ROLES)[number];

/** Where each role is found. Earlier names win. */
export type LogFields = Readonly<Partial<Record<LogRole, readonly string[]>>>;

/** The fields of a role; a name that is no role of the schema is a field itself. */
export function fieldNames(fields: LogFields, name: string): readonly string[] {
  // A field may be called like what every object has, `constructor` for one.
  return (Object.hasOwn(fields, name) ? fields[name as LogRole] : undefined) ?? [name];
}

/** What some loggers write when no span is active. */
const NO_ID = /^0+$/;

/** The first of the role's fields that a document has; an id of zeros is none. */
export function fieldValue(document: Readonly<Record<string, unknown>>, fields: LogFields, name: string): unknown {
  for (const field of fieldNames(fields, name)) {
    const value = document[field] ?? atPath(document, field);
    const isNoId = (name === 'traceId' || name === 'spanId') && NO_ID.test(String(value));
    if (value !== undefined && value !== null && value !== '' && !isNoId) {
      return value;
    }
  }
  return undefined;
}

/** Documents arrive flattened or nested, depending on the question. */
function atPath(document: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = document;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
