import { httpServer, kafka, pythonException, redis, sql } from '../../kit/attributes';
import { spanCalling, type CallingOperation } from '../../kit/compose';
import type { Attributes, Draw, ExceptionSpec, JsonObject, SpanSpec } from '../../model';
import { consumerLag, gatewayErrors, postgresDown } from './incidents';
import { line, place } from './logs';
import { successStatus } from './metrics-gateway';
import { policyCheck, sessionCache } from './operations-gateway';
import type { ServiceName } from './targets';

/** What belongs to one conversation turn in every service. */
export interface Turn {
  sessionId: string;
  tenant: string;
  personaId: string;
  requestId: string;
}
export function turnAttributes({ sessionId, tenant, personaId }: Turn): Attributes {
  return { 'soma.session_id': sessionId, 'soma.tenant': tenant, 'soma.persona_id': personaId };
}
export function turnFields({ sessionId, tenant, personaId, requestId }: Turn): JsonObject {
  return { session_id: sessionId, tenant, persona_id: personaId, request_id: requestId };
}

const codecError = pythonException(
  'SessionCodecError',
  'cannot decode session cookie of version 1',
  '/app/services/gateway/session.py',
  64,
  'decode'
);
const internalError = pythonException('RuntimeError', 'unexpected state', '/app/services/common/app.py', 120, 'handle');
const databaseGone = pythonException(
  'asyncpg.exceptions.CannotConnectNowError',
  'could not connect to server: Connection refused',
  'asyncpg/connect_utils.py',
  931,
  '_connect_addr'
);
const redisGone = pythonException(
  'redis.exceptions.ConnectionError',
  'Error 111 connecting to redis:6379. Connection refused.',
  'redis/asyncio/connection.py',
  274,
  'connect'
);
const brokerGone = pythonException(
  'aiokafka.errors.KafkaConnectionError',
  'No connection to any of the brokers',
  'aiokafka/client.py',
  252,
  'bootstrap'
);

/** FastAPI server span with its closing line. */
export function served(draw: Draw, operation: CallingOperation, calls: SpanSpec[], turn: Turn, path: string): SpanSpec {
  const service = operation.service as ServiceName;
  const [method = '', route = ''] = operation.name.split(' ');
  const exception =
    draw.world.incident(gatewayErrors, draw.tMs) > 0 && service === 'gateway' ? codecError : internalError;
  return spanCalling(draw, operation, calls, ({ failed, byItself, durationMs }) => {
    const status = failed ? (byItself ? 500 : 503) : successStatus(operation);
    const where = place(`services.${service.replaceAll('-', '_')}.api`, 'log_request', 92);
    const extra = {
      ...turnFields(turn),
      method,
      endpoint: route,
      status_code: status,
      duration_ms: Math.round(durationMs * 10) / 10,
    };
    return {
      attributes: { ...httpServer(method, route, path, status, service), ...turnAttributes(turn) },
      ...(byItself ? { exception } : {}),
      logs: [
        failed
          ? line(
              service,
              'error',
              'Request failed',
              where,
              byItself ? { ...extra, exception: exception.stacktrace } : extra,
              durationMs
            )
          : line(service, 'info', 'Request completed', where, extra, durationMs),
      ],
    };
  });
}

/** asyncpg client span. */
export function queried(draw: Draw, operation: CallingOperation, query: string): SpanSpec {
  const [verb = '', collection = ''] = operation.name.split(' ');
  const isGone = draw.world.incident(postgresDown, draw.tMs) >= 0.5;
  return spanCalling(draw, operation, [], ({ failed }) => ({
    attributes: sql('soma', verb, collection, query),
    ...(failed ? { exception: isGone ? databaseGone : internalError } : {}),
  }));
}

export function sessionLookedUp(draw: Draw, { sessionId }: Turn): SpanSpec {
  return spanCalling(draw, sessionCache, [], ({ failed }) => ({
    attributes: redis('GET', `session:${sessionId}`),
    ...(failed ? { exception: redisGone } : {}),
  }));
}

export function policyAsked(draw: Draw, turn: Turn): SpanSpec {
  return spanCalling(draw, policyCheck, [], ({ failed }) => ({
    attributes: {
      'http.request.method': 'POST',
      'url.full': 'http://opa:8181/v1/data/soma/allow',
      'server.address': 'opa',
      'http.response.status_code': failed ? 500 : 200,
      'soma.policy.decision': failed ? 'error' : 'allow',
      'soma.tenant': turn.tenant,
    },
  }));
}

/** Milliseconds that an event waits in its topic. A consumer that lags lets it wait for half a minute. */
export function queueDelayMs(draw: Draw, topic: string): number {
  const lagging = topic === 'conversation.inbound' ? draw.world.incident(consumerLag, draw.tMs) : 0;
  return draw.between(12, 60) + lagging * draw.between(15_000, 45_000);
}

/** Producer span; `consumer` is what the event sets off, after its wait in the topic. */
export function published(
  draw: Draw,
  operation: CallingOperation,
  details: Attributes,
  consumer?: () => SpanSpec,
  failure: ExceptionSpec = brokerGone
): SpanSpec {
  const topic = operation.name.split(' ')[0] ?? '';
  const span = spanCalling(draw, operation, [], ({ failed }) => ({
    attributes: kafka('publish', topic, details),
    ...(failed ? { exception: failure } : {}),
  }));
  if (!consumer || span.status === 'error') {
    return span;
  }
  const consumed = { ...consumer(), offsetMs: span.durationMs + queueDelayMs(draw, topic), linksParent: true };
  return { ...span, children: [...(span.children ?? []), consumed] };
}

/** Attributes of a consumer span. */
export function consumed(draw: Draw, operation: CallingOperation, group: string): Attributes {
  const topic = operation.name.split(' ')[0] ?? '';
  return kafka('process', topic, {
    'messaging.consumer.group.name': group,
    'messaging.destination.partition.id': String(draw.int(0, 5)),
    'messaging.kafka.offset': draw.int(100_000, 999_999),
  });
}
