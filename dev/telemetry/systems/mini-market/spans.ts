import { spanCalling, type CallingOperation, type CallOutcome } from '../../kit/compose';
import type { Attributes, Draw, ExceptionSpec, JsonObject, SpanSpec } from '../../model';
import { databaseDown } from './incidents';
import { line } from './logs';
import { successStatus } from './operations';
import type { Agent } from './targets';

const ports: Record<string, number> = {
  agente_deposito: 8001,
  agente_negocio: 8002,
  ml_service: 8003,
  dashboard: 8080,
};
const slowMs = 1_500;

/** What one server span tells, beside what every HTTP span has. */
export interface RequestStory {
  requestId: string;
  /** `url.path`: the route with its values. */
  path: string;
  done: string;
  failedText: string;
  attributes?: Attributes;
  fields?: JsonObject;
  /** Raised when the endpoint itself fails. */
  exception?: ExceptionSpec;
}

function statusCode({ failed, byItself }: CallOutcome, operation: CallingOperation): number {
  if (!failed) {
    return successStatus(operation);
  }
  return byItself ? 500 : 503;
}

export function internalError(where: string): ExceptionSpec {
  return {
    type: 'RuntimeError',
    message: 'respuesta incompleta',
    stacktrace: `Traceback (most recent call last):\n  File "${where}", line 88, in handle\nRuntimeError: respuesta incompleta`,
  };
}

/** Server span of an agent with the line that it logs at the end. */
export function served(draw: Draw, operation: CallingOperation, calls: SpanSpec[], story: RequestStory): SpanSpec {
  const service = operation.service as Agent;
  const [method = '', route = ''] = operation.name.split(' ');
  return spanCalling(draw, operation, calls, (outcome) => {
    const status = statusCode(outcome, operation);
    const fields = {
      request_id: story.requestId,
      endpoint: route,
      status_code: status,
      duration_ms: Math.round(outcome.durationMs * 10) / 10,
      ...story.fields,
    };
    const exception = outcome.byItself ? (story.exception ?? internalError(`${service}/rutas.py`)) : undefined;
    const end = outcome.failed
      ? line(service, 'error', `error: ${story.failedText}`, {
          ...fields,
          ...(exception ? { exception: exception.stacktrace } : {}),
        })
      : line(service, outcome.durationMs > slowMs ? 'warn' : 'info', story.done, fields);
    return {
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'url.path': story.path,
        'http.response.status_code': status,
        'server.address': service,
        'server.port': ports[service] ?? 0,
        'mini_market.request_id': story.requestId,
        ...story.attributes,
      },
      ...(exception ? { exception } : {}),
      logs: [{ ...end, offsetMs: outcome.durationMs }],
    };
  });
}

const refusal = (to: Agent): ExceptionSpec => ({
  type: 'httpx.ConnectError',
  message: `[Errno 111] Connection refused: ${to}:${ports[to]}`,
  stacktrace:
    'Traceback (most recent call last):\n  File "httpx/_transports/default.py", line 101, in map_exceptions\nhttpx.ConnectError: [Errno 111] Connection refused',
});

/** Client span around the server span of another agent. A connection that is refused leaves no server span. */
export function requested(draw: Draw, operation: CallingOperation, to: Agent, server: () => SpanSpec): SpanSpec {
  const [method = '', route = ''] = operation.name.split(' ');
  const refused = draw.chance(operation.ownErrorRatio(draw.tMs, draw.world));
  const answer = refused ? undefined : server();
  const status = answer?.attributes?.['http.response.status_code'];
  const settled = { ...operation, ownErrorRatio: () => (refused ? 1 : 0) };
  return spanCalling(draw, settled, answer ? [answer] : [], () => ({
    attributes: {
      'http.request.method': method,
      'url.full': `http://${to}:${ports[to]}${route}`,
      'server.address': to,
      'server.port': ports[to] ?? 0,
      ...(status === undefined ? { 'error.type': 'httpx.ConnectError' } : { 'http.response.status_code': status }),
    },
    ...(refused ? { exception: refusal(to) } : {}),
  }));
}

const statementTimeout: ExceptionSpec = {
  type: 'asyncpg.exceptions.QueryCanceledError',
  message: 'canceling statement due to statement timeout',
  stacktrace:
    'Traceback (most recent call last):\n  File "asyncpg/connection.py", line 350, in execute\nasyncpg.exceptions.QueryCanceledError: canceling statement due to statement timeout',
};
const databaseRefusal: ExceptionSpec = {
  type: 'ConnectionRefusedError',
  message: '[Errno 111] Connect call failed (postgres, 5432)',
  stacktrace:
    'Traceback (most recent call last):\n  File "asyncpg/connect_utils.py", line 931, in _connect_addr\nConnectionRefusedError: [Errno 111] Connect call failed',
};

/** Client span of a statement to PostgreSQL. */
export function queried(draw: Draw, operation: CallingOperation, statement: string): SpanSpec {
  const [verb = '', collection = ''] = operation.name.split(' ');
  const isDown = draw.world.incident(databaseDown, draw.tMs) >= 0.5;
  return spanCalling(draw, operation, [], ({ failed, durationMs }) => ({
    attributes: {
      'db.system.name': 'postgresql',
      'db.namespace': 'minimarket',
      'db.operation.name': verb,
      'db.collection.name': collection.split('.')[1] ?? collection,
      'db.query.text': statement,
      'server.address': 'postgres',
      'server.port': 5432,
    },
    ...(failed ? { exception: isDown ? databaseRefusal : statementTimeout } : {}),
    logs:
      durationMs > slowMs
        ? [
            line(
              operation.service as Agent,
              'warn',
              'Consulta lenta a la base de datos',
              { logger: 'asyncpg', statement, duration_ms: Math.round(durationMs) },
              durationMs
            ),
          ]
        : [],
  }));
}

/** Client span of a look-up in Redis. */
export function lookedUp(draw: Draw, operation: CallingOperation, key: string): SpanSpec {
  return spanCalling(draw, operation, [], () => ({
    attributes: {
      'db.system.name': 'redis',
      'db.operation.name': 'GET',
      'db.query.text': `GET ${key}`,
      'server.address': 'redis',
      'server.port': 6379,
    },
  }));
}
