import { logDate } from '../../kit/log-date';
import type { JsonObject, LogLevel, LogSchemaModel, LogSpec, LogStreamModel } from '../../model';
import { consumerLag, providerDown } from './incidents';
import { serviceNames, type ServiceName } from './targets';

const levelNames: Record<LogLevel, string> = {
  trace: 'DEBUG',
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
  fatal: 'CRITICAL',
};

/** Where in the code a line is written: what Python's log records know about themselves. */
export interface CodePlace {
  logger: string;
  module: string;
  function: string;
  line: number;
}
export function place(logger: string, fn: string, lineNumber: number): CodePlace {
  return { logger, module: logger.split('.').at(-1) ?? logger, function: fn, line: lineNumber };
}

/** A line of a service. `extra` fields are merged into the document. */
export function line(
  service: ServiceName,
  level: LogLevel,
  message: string,
  where: CodePlace,
  extra: JsonObject = {},
  offsetMs = 0
): LogSpec {
  return { schema: 'soma-agent', service, level, message, fields: { ...where, ...extra }, offsetMs };
}

/** The event that a dead letter queue stores, kept beside the logs so that it can be looked up. */
export function deadLetter(service: ServiceName, event: JsonObject, offsetMs: number): LogSpec {
  return {
    schema: 'soma-agent-dlq',
    service,
    level: 'error',
    message: 'dead letter',
    fields: event,
    offsetMs,
  };
}

export const logSchemas: LogSchemaModel[] = [
  {
    id: 'soma-agent',
    indexPattern: 'soma-agent-logs-*',
    indexName: ({ tMs }) => `soma-agent-logs-${logDate(tMs)}`,
    properties: {
      timestamp: { type: 'date' },
      message: { type: 'text' },
      exception: { type: 'text' },
      error: { type: 'text' },
      line: { type: 'integer' },
      duration_ms: { type: 'float' },
    },
    // The documented formatter leaves out the zone, the ids and the service; here they are written.
    render: ({ tMs, level, message, service, traceId, spanId, fields }) => ({
      timestamp: new Date(tMs).toISOString(),
      level: levelNames[level],
      message,
      service,
      ...(traceId === undefined ? {} : { trace_id: traceId }),
      ...(spanId === undefined ? {} : { span_id: spanId }),
      ...fields,
    }),
  },
  {
    id: 'soma-agent-dlq',
    indexPattern: 'soma-agent-dlq-*',
    indexName: ({ tMs }) => `soma-agent-dlq-${logDate(tMs)}`,
    properties: {
      timestamp: { type: 'double' },
      error_message: { type: 'text' },
      retry_count: { type: 'integer' },
      original_event: { type: 'object', enabled: false },
    },
    render: ({ tMs, service, traceId, spanId, fields }) => ({
      timestamp: tMs / 1_000,
      service,
      ...(traceId === undefined ? {} : { trace_id: traceId }),
      ...(spanId === undefined ? {} : { span_id: spanId }),
      ...fields,
    }),
  },
];

/** Lines outside requests. */
export const logStreams: LogStreamModel[] = [
  {
    id: 'soma-agent-scrapes',
    perMinute: () => 6,
    build: (draw) =>
      line(draw.pick(serviceNames), 'info', 'GET /metrics 200', place('uvicorn.access', 'send', 473), {
        status_code: 200,
      }),
  },
  {
    id: 'soma-agent-rebalances',
    perMinute: (tMs, world) => 0.02 + 3 * world.incident(consumerLag, tMs),
    build: () =>
      line(
        'conversation-worker',
        'warn',
        'Consumer group is rebalancing, partitions revoked',
        place('aiokafka.consumer.group_coordinator', '_on_join_prepare', 384),
        { group: 'conversation-worker', topic: 'conversation.inbound' }
      ),
  },
  {
    id: 'soma-agent-circuit-breaker',
    perMinute: (tMs, world) => 2 * world.incident(providerDown, tMs),
    build: (draw) =>
      line(
        'conversation-worker',
        'error',
        'Circuit breaker is open, provider is not called',
        place('services.conversation_worker.breaker', 'before_call', 58),
        { provider: 'mistral', retry_in_seconds: draw.int(5, 30) }
      ),
  },
];
