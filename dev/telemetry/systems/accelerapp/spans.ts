import { httpServer, pythonException, sql } from '../../kit/attributes';
import { spanCalling, type CallingOperation } from '../../kit/compose';
import type { Attributes, Draw, SpanSpec } from '../../model';
import { errorBurst } from './incidents';
import { line, type Request } from './logs';
import { successStatus } from './metrics-app';

const oldProject = pythonException(
  'KeyError',
  "'peripherals'",
  '/app/src/accelerapp/core/project.py',
  118,
  'load_project'
);
const internalError = pythonException(
  'RuntimeError',
  'unexpected state of the request',
  '/app/src/accelerapp/api/app.py',
  61,
  'handle'
);
const lockTimeout = pythonException(
  'psycopg.errors.LockNotAvailable',
  'canceling statement due to lock timeout',
  'psycopg/connection.py',
  717,
  'execute'
);
/** From here on a request counts as slow in the logs. */
const slowMs = 1_000;

export function newRequest(draw: Draw): Request {
  return { correlationId: draw.uuid(), requestId: `req-${draw.hex(10)}`, userId: draw.int(100, 999) };
}
/** Every span of a request carries its correlation id, so that logs without a trace id can be joined. */
export function correlated({ correlationId }: Request, details: Attributes = {}): Attributes {
  return { correlation_id: correlationId, ...details };
}

/** Server span of an endpoint with its closing line. */
export function served(
  draw: Draw,
  operation: CallingOperation,
  calls: SpanSpec[],
  request: Request,
  path: string
): SpanSpec {
  const [method = '', route = ''] = operation.name.split(' ');
  const exception = draw.world.incident(errorBurst, draw.tMs) > 0 ? oldProject : internalError;
  return spanCalling(draw, operation, calls, ({ failed, byItself, durationMs }) => {
    const status = failed ? 500 : successStatus(operation);
    const fields = {
      logger: 'accelerapp.api',
      method,
      endpoint: route,
      status_code: status,
      duration_ms: Math.round(durationMs * 10) / 10,
    };
    const end = failed
      ? line('accelerapp', 'error', 'Request failed', request, {
          ...fields,
          ...(byItself ? { exception: exception.stacktrace } : {}),
        })
      : line('accelerapp', durationMs > slowMs ? 'warn' : 'info', 'Request completed', request, fields);
    return {
      attributes: correlated(request, httpServer(method, route, path, status, 'accelerapp')),
      ...(byItself ? { exception } : {}),
      logs: [{ ...end, offsetMs: durationMs }],
    };
  });
}

/** Client span of a statement to the specification store. */
export function stored(draw: Draw, operation: CallingOperation, query: string, request: Request): SpanSpec {
  const [verb = '', collection = ''] = operation.name.split(' ');
  return spanCalling(draw, operation, [], ({ failed }) => ({
    attributes: correlated(request, sql('specs', verb, collection, query)),
    ...(failed ? { exception: lockTimeout } : {}),
  }));
}

/** The span that the tracing guide writes by hand, with its attribute. */
export function customOperation(draw: Draw, request: Request): SpanSpec {
  return {
    service: 'accelerapp',
    name: 'custom_operation',
    kind: 'internal',
    offsetMs: 0,
    durationMs: draw.between(0.4, 6),
    attributes: correlated(request, { user_id: request.userId }),
  };
}
