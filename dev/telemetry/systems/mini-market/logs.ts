import { logDate } from '../../kit/log-date';
import type { JsonObject, LogLevel, LogSchemaModel, LogSpec, LogStreamModel, StampedLog } from '../../model';
import { slowDatabase } from './incidents';
import { agents, type Agent } from './targets';

const schema = 'mini-market';
const levelNames: Record<LogLevel, string> = {
  trace: 'debug',
  debug: 'debug',
  info: 'info',
  warn: 'warning',
  error: 'error',
  fatal: 'critical',
};

/** A line of one agent. `fields` are those of the event, such as `endpoint` or `duration_ms`. */
export function line(service: Agent, level: LogLevel, message: string, fields: JsonObject = {}, offsetMs = 0): LogSpec {
  return { schema, service, level, message, fields, offsetMs };
}

/**
 * One JSON document for each line of a container. `job` is the stream label that the log shipper sets; the ids carry
 * the names that Python's logging instrumentation gives them.
 */
export const logSchemas: LogSchemaModel[] = [
  {
    id: schema,
    indexPattern: 'mini-market-logs-*',
    indexName: ({ tMs }) => `mini-market-logs-${logDate(tMs)}`,
    properties: {
      message: { type: 'text' },
      exception: { type: 'text' },
      duration_ms: { type: 'float' },
      status_code: { type: 'integer' },
    },
    render: (log: StampedLog): JsonObject => ({
      job: log.service,
      container: log.service,
      level: levelNames[log.level],
      logger: `${log.service}.app`,
      message: log.message,
      version: log.version,
      ...(log.traceId === undefined ? {} : { otelTraceID: log.traceId, otelServiceName: log.service }),
      ...(log.spanId === undefined ? {} : { otelSpanID: log.spanId }),
      ...log.fields,
    }),
  },
];

/** Lines outside requests: health checks, the stock watcher, connection pool complaints. */
export const logStreams: LogStreamModel[] = [
  {
    id: 'mini-market-health-checks',
    perMinute: () => 4,
    build: (draw) =>
      line(draw.pick(agents), 'debug', 'Chequeo de salud correcto', { endpoint: '/health', status_code: 200 }),
  },
  {
    id: 'mini-market-stock-watcher',
    perMinute: () => 0.5,
    build: (draw) =>
      line('agente_negocio', 'info', 'Revisión de stock mínimo terminada', {
        logger: 'agente_negocio.stock',
        duration_ms: Math.round(draw.between(120, 480)),
      }),
  },
  {
    id: 'mini-market-connection-pool',
    perMinute: (tMs, world) => 12 * world.incident(slowDatabase, tMs),
    build: (draw) =>
      line(draw.pick(['agente_deposito', 'agente_negocio'] as const), 'warn', 'Pool de conexiones agotado, esperando', {
        logger: 'sqlalchemy.pool',
        waiting: draw.int(4, 40),
      }),
  },
];
