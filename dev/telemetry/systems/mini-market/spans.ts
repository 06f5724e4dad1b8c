import { httpClient, httpServer, pythonException, redis, sql } from '../../kit/attributes';
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
  return pythonException('RuntimeError', 'respuesta incompleta', where, 88, 'handle');
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
        ...httpServer(method, route, story.path, status, service),
        'mini_market.request_id': story.requestId,
        ...story.attributes,
      },
      ...(exception ? { exception } : {}),
      logs: [{ ...end, offsetMs: outcome.durationMs }],
    };
  });
}

const refusal = (to: Agent) =>
  pythonException(
    'httpx.ConnectError',
    `[Errno 111] Connection refused: ${to}:${ports[to]}`,
    'httpx/_transports/default.py',
    101,
    'map_exceptions'
  );

/** Client span around the server span of another agent. A connection that is refused leaves no server span. */
export function requested(draw: Draw, operation: CallingOperation, to: Agent, server: () => SpanSpec): SpanSpec {
  const [method = '', route = ''] = operation.name.split(' ');
  const refused = draw.chance(operation.ownErrorRatio(draw.tMs, draw.world));
  const answer = refused ? undefined : server();
  const status = answer?.attributes?.['http.response.status_code'];
  const settled = { ...operation, ownErrorRatio: () => (refused ? 1 : 0) };
  const url = `http://${to}:${ports[to]}${route}`;
  return spanCalling(draw, settled, answer ? [answer] : [], () => ({
    attributes: httpClient(
      method,
      url,
      to,
      typeof status === 'number' ? { status } : { errorType: 'httpx.ConnectError' }
    ),
    ...(refused ? { exception: refusal(to) } : {}),
  }));
}

const statementTimeout = pythonException(
  'asyncpg.exceptions.QueryCanceledError',
  'canceling statement due to statement timeout',
  'asyncpg/connection.py',
  350,
  'execute'
);
const databaseRefusal = pythonException(
  'ConnectionRefusedError',
  '[Errno 111] Connect call failed (postgres, 5432)',
  'asyncpg/connect_utils.py',
  931,
  '_connect_addr'
);

/** Client span of a statement to PostgreSQL. */
export function queried(draw: Draw, operation: CallingOperation, statement: string): SpanSpec {
  const [verb = '', collection = ''] = operation.name.split(' ');
  const isDown = draw.world.incident(databaseDown, draw.tMs) >= 0.5;
  return spanCalling(draw, operation, [], ({ failed, durationMs }) => ({
    attributes: sql('minimarket', verb, collection.split('.')[1] ?? collection, statement),
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
  return spanCalling(draw, operation, [], () => ({ attributes: redis('GET', key) }));
}
