import { spanCalling, type CallOutcome } from '../../kit/compose';
import { spanOf } from '../../kit/spans';
import type { Attributes, Draw, ExceptionSpec, LogSpec, ObservationSpec, SpanSpec } from '../../model';
import { line } from './logs';
import type { Query, Route } from './operations';

export interface Request {
  userId: string;
  correlationId: string;
}

export const newRequest = (draw: Draw): Request => ({
  userId: String(10_000 + draw.int(0, 39)),
  correlationId: draw.uuid(),
});

export function exceptionOf(type: string, message: string, module: string): ExceptionSpec {
  return {
    type,
    message,
    stacktrace: `Traceback (most recent call last):\n  File "/app/${module}.py", line 87, in handle\n    return await call(request)\n${type}: ${message}`,
  };
}

export function databaseSpan(draw: Draw, { operation, table, model }: Query, { userId }: Request): SpanSpec {
  const outcome = draw.operation(model);
  const statement =
    operation === 'SELECT' ? `SELECT * FROM ${table} WHERE id = $1` : `INSERT INTO ${table} VALUES ($1, $2, $3)`;
  return spanOf(model, outcome, {
    attributes: {
      'db.operation': operation,
      'db.sql.table': table,
      'db.system': 'postgresql',
      'db.statement': statement,
      'db.rows_affected': outcome.failed ? 0 : 1,
      'user.id': userId,
    },
    ...(outcome.failed
      ? { exception: exceptionOf('OperationalError', 'server closed the connection unexpectedly', 'database') }
      : {}),
  });
}

/** Attributes of the document's operation spans. Their duration is repeated in seconds, as documented. */
export function operationAttributes(name: string, service: string, { durationMs }: CallOutcome): Attributes {
  return { 'operation.name': name, 'service.name': service, 'operation.duration': durationMs / 1_000 };
}

export function serverSpan(
  draw: Draw,
  request: Request,
  route: Route,
  calls: SpanSpec[],
  extra: LogSpec[] = []
): SpanSpec {
  const { service, method, endpoint, operation } = route;
  return spanCalling(draw, operation, calls, ({ failed, byItself, durationMs }) => {
    const rejected = !failed && draw.chance(route.clientErrorRatio);
    const good = method === 'POST' ? 201 : 200;
    const statusCode = failed ? 500 : rejected ? (method === 'POST' ? 422 : 404) : good;
    const custom = {
      user_id: request.userId,
      method,
      endpoint,
      status_code: statusCode,
      duration: Math.round(durationMs),
    };
    const exception = exceptionOf('TimeoutError', 'worker did not answer in time', service.replaceAll('-', '_'));
    const end: LogSpec = failed
      ? {
          ...line(
            service,
            'error',
            'Request failed',
            {
              ...custom,
              exception_type: exception.type,
              exception_message: exception.message,
              stack_trace: exception.stacktrace,
            },
            request.correlationId
          ),
          offsetMs: durationMs,
        }
      : {
          ...line(
            service,
            'info',
            'Request completed',
            { ...custom, action: `${method} ${endpoint}` },
            request.correlationId
          ),
          offsetMs: durationMs,
        };
    return {
      attributes: {
        'http.method': method,
        'http.route': endpoint,
        'http.status_code': statusCode,
        'user.id': request.userId,
      },
      ...(byItself ? { exception } : {}),
      logs: [...extra, end],
    };
  });
}

export function observation({ method, endpoint }: Route, span: SpanSpec): ObservationSpec {
  return {
    metric: 'http_request_duration_seconds',
    labels: { method, endpoint },
    value: span.durationMs / 1_000,
  };
}
