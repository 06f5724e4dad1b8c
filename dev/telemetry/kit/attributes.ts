import type { Attributes, ExceptionSpec } from '../model';

/** Span attributes after OpenTelemetry's stable semantic conventions (HTTP, databases) and its messaging ones. */

export function httpServer(method: string, route: string, path: string, status: number, host: string): Attributes {
  return {
    'http.request.method': method,
    'http.route': route,
    'url.path': path,
    'http.response.status_code': status,
    'server.address': host,
  };
}

/** Without a `status` the connection failed with `errorType`. */
export function httpClient(
  method: string,
  url: string,
  host: string,
  answer: { status: number } | { errorType: string }
): Attributes {
  return {
    'http.request.method': method,
    'url.full': url,
    'server.address': host,
    ...('status' in answer ? { 'http.response.status_code': answer.status } : { 'error.type': answer.errorType }),
  };
}

export function sql(namespace: string, operation: string, collection: string, query: string): Attributes {
  return {
    'db.system.name': 'postgresql',
    'db.namespace': namespace,
    'db.operation.name': operation,
    'db.collection.name': collection,
    'db.query.text': query,
    'server.address': 'postgres',
    'server.port': 5432,
  };
}

export function redis(operation: string, key: string): Attributes {
  return {
    'db.system.name': 'redis',
    'db.operation.name': operation,
    'db.query.text': `${operation} ${key}`,
    'server.address': 'redis',
    'server.port': 6379,
  };
}

export function kafka(operation: 'publish' | 'process', topic: string, details: Attributes = {}): Attributes {
  return {
    'messaging.system': 'kafka',
    'messaging.operation.type': operation === 'publish' ? 'send' : 'process',
    'messaging.destination.name': topic,
    ...details,
  };
}

/** An exception as the Python SDK records it; the last frame is `file`:`line` in `fn`. */
export function pythonException(type: string, message: string, file: string, line: number, fn: string): ExceptionSpec {
  const shortType = type.split('.').at(-1) ?? type;
  const stacktrace = [
    'Traceback (most recent call last):',
    `  File "${file}", line ${line}, in ${fn}`,
    `${shortType}: ${message}`,
  ];
  return { type, message, stacktrace: stacktrace.join('\n') };
}
