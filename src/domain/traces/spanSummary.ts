import { spanKind } from './spanFacts';
import { type KeyValue, type Span } from './types';

/** What a span is about, by its attributes. */
export type SpanRole = 'database' | 'http-client' | 'http-server' | 'producer' | 'consumer' | 'function';

/** What a span did, whatever the names of its attributes. */
export interface SpanSummary {
  role: SpanRole;
  /** In a few words: `SELECT users`, `GET http://host/path`, `receive orders`. */
  headline: string;
  facts: ReadonlyArray<readonly [name: string, value: string]>;
  /** The statement that a database was given, cut to what instrumentation should send at most. */
  statement?: string | undefined;
}

/**
 * Attribute names of OpenTelemetry's semantic conventions: the stable ones, then those that came before them and that
 * document 004 writes.
 */
const NAMES = {
  dbSystem: ['db.system.name', 'db.system'],
  dbOperation: ['db.operation.name', 'db.operation'],
  dbTable: ['db.collection.name', 'db.sql.table'],
  dbNamespace: ['db.namespace', 'db.name'],
  dbStatement: ['db.query.text', 'db.statement'],
  dbRows: ['db.response.returned_rows', 'db.rows_affected'],
  httpMethod: ['http.request.method', 'http.method'],
  httpUrl: ['url.full', 'http.url'],
  httpRoute: ['http.route'],
  httpStatus: ['http.response.status_code', 'http.status_code'],
  httpSize: ['http.response.body.size', 'http.response_content_length', 'http.response_size'],
  errorType: ['error.type'],
  messagingSystem: ['messaging.system'],
  messagingOperation: ['messaging.operation.name', 'messaging.operation.type', 'messaging.operation'],
  messagingDestination: ['messaging.destination.name', 'messaging.destination'],
  messagingId: ['messaging.message.id', 'messaging.message_id'],
  messagingGroup: ['messaging.consumer.group.name', 'messaging.kafka.consumer.group'],
  functionName: ['code.function.name', 'code.function', 'function.name'],
  functionModule: ['code.namespace', 'function.module'],
  functionAsync: ['function.async'],
  functionSuccess: ['function.success'],
  functionError: ['function.error'],
  operationName: ['operation.name'],
} as const;
type Name = keyof typeof NAMES;
type Values = Partial<Record<Name, string>>;

const MOST_STATEMENT_LENGTH = 1000;
const SENDING = /^(send|publish|create)$/i;

/** What a span did; undefined when its attributes say nothing that is known. */
export function spanSummary(span: Pick<Span, 'tags'>): SpanSummary | undefined {
  const values = valuesOf(span.tags);
  if (values.dbSystem ?? values.dbOperation ?? values.dbStatement) {
    return database(values);
  }
  if (values.messagingSystem ?? values.messagingDestination) {
    return message(values, span);
  }
  if (values.httpMethod ?? values.httpUrl) {
    return http(values, span);
  }
  return (values.functionName ?? values.operationName) ? called(values) : undefined;
}

/** The table, where an operation's name alone would put all tables together (`db.select`). */
export function tableOf({ operationName, tags }: Pick<Span, 'operationName' | 'tags'>): string | undefined {
  return operationName.startsWith('db.') ? first(tags, NAMES.dbTable) : undefined;
}

/** What a message is known by to who sends it and who gets it. */
export function messageId({ tags }: Pick<Span, 'tags'>): string | undefined {
  return first(tags, NAMES.messagingId);
}

function database(values: Values): SpanSummary {
  const { dbSystem, dbOperation, dbTable, dbStatement } = values;
  const words = [dbOperation?.toUpperCase(), dbTable].filter((word) => word !== undefined);
  return {
    role: 'database',
    headline: words.join(' ') || dbSystem || '',
    facts: facts(values, {
      dbSystem: 'Database',
      dbNamespace: 'Name space',
      dbOperation: 'Operation',
      dbTable: 'Table',
      dbRows: 'Rows',
    }),
    statement:
      dbStatement !== undefined && dbStatement.length > MOST_STATEMENT_LENGTH
        ? `${dbStatement.slice(0, MOST_STATEMENT_LENGTH)}…`
        : dbStatement,
  };
}

function message(values: Values, span: Pick<Span, 'tags'>): SpanSummary {
  const { messagingOperation = '', messagingDestination = '' } = values;
  const kind = spanKind(span);
  const sends = kind === 'producer' || (kind !== 'consumer' && SENDING.test(messagingOperation));
  return {
    role: sends ? 'producer' : 'consumer',
    headline: [messagingOperation || (sends ? 'send' : 'receive'), messagingDestination].filter(Boolean).join(' '),
    facts: facts(values, {
      messagingSystem: 'Messaging',
      messagingOperation: 'Operation',
      messagingDestination: 'Destination',
      messagingGroup: 'Consumer group',
      messagingId: 'Message id',
    }),
  };
}

/** A client says which address it called, a server which route it took. Not all clients set their kind. */
function http(values: Values, span: Pick<Span, 'tags'>): SpanSummary {
  const { httpMethod = '', httpUrl, httpRoute } = values;
  const kind = spanKind(span);
  const isClient = kind === 'client' || (kind !== 'server' && httpUrl !== undefined && httpRoute === undefined);
  return {
    role: isClient ? 'http-client' : 'http-server',
    headline: [httpMethod, isClient ? (httpUrl ?? httpRoute) : (httpRoute ?? httpUrl)].filter(Boolean).join(' '),
    facts: facts(values, {
      httpMethod: 'Method',
      httpUrl: 'Address',
      httpRoute: 'Route',
      httpStatus: 'Status',
      httpSize: 'Answer, bytes',
      errorType: 'Error',
    }),
  };
}

/** Its duration is an attribute as well, in seconds: the span's own is the one to go by. */
function called(values: Values): SpanSummary {
  const { functionModule, functionName, operationName = '' } = values;
  return {
    role: 'function',
    headline: functionName ? [functionModule, functionName].filter(Boolean).join('.') : operationName,
    facts: facts(values, {
      operationName: 'Operation',
      functionModule: 'Module',
      functionName: 'Function',
      functionAsync: 'Asynchronous',
      functionSuccess: 'Succeeded',
      functionError: 'Error',
    }),
  };
}

function facts(values: Values, titles: Partial<Record<Name, string>>): Array<readonly [string, string]> {
  return (Object.entries(titles) as Array<[Name, string]>).flatMap(([name, title]) => {
    const value = values[name];
    return value === undefined ? [] : [[title, value] as const];
  });
}

const NAME_OF = new Map<string, Name>(
  (Object.entries(NAMES) as Array<[Name, readonly string[]]>).flatMap(([name, keys]) =>
    keys.map((key) => [key, name] as const)
  )
);

function valuesOf(tags: readonly KeyValue[]): Values {
  const found = new Set(tags.flatMap(({ key }) => NAME_OF.get(key) ?? []));
  return Object.fromEntries([...found].map((name) => [name, first(tags, NAMES[name])]));
}

/** The first of the names that has a value. Some instrumentation writes Python's `None` for none. */
function first(tags: readonly KeyValue[], keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = tags.find((tag) => tag.key === key)?.value;
    if (value !== undefined && value !== '' && value !== 'None') {
      return String(value);
    }
  }
  return undefined;
}
