import { logDate } from '../../kit/log-date';
import type { JsonObject, LogLevel, LogSchemaModel, LogSpec, LogStreamModel } from '../../model';
import { memoryGrowth, ollamaDown, requestFlood } from './incidents';

const levelNames: Record<LogLevel, string> = {
  trace: 'DEBUG',
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
  fatal: 'ERROR',
};
/** Lines of compilers come from subprocesses: they know the correlation id and no trace. */
export const toolchainLogger = 'accelerapp.toolchain';

export interface Request {
  correlationId: string;
  requestId: string;
  userId: number;
}
export function line(
  service: string,
  level: LogLevel,
  message: string,
  request: Request | undefined,
  fields: JsonObject = {},
  offsetMs = 0
): LogSpec {
  const context: JsonObject = request
    ? { correlation_id: request.correlationId, request_id: request.requestId, user_id: request.userId }
    : {};
  return { schema: 'accelerapp', service, level, message, fields: { ...context, ...fields }, offsetMs };
}

/** One JSON document a line, after the log pipeline has parsed it and taken out the correlation id. */
export const logSchemas: LogSchemaModel[] = [
  {
    id: 'accelerapp',
    indexPattern: 'accelerapp-logs-*',
    indexName: ({ tMs }) => `accelerapp-logs-${logDate(tMs)}`,
    properties: {
      message: { type: 'text' },
      exception: { type: 'text' },
      duration_ms: { type: 'float' },
      status_code: { type: 'integer' },
      user_id: { type: 'long' },
    },
    render: ({ level, message, service, version, traceId, spanId, fields }) => {
      const isTraced = traceId !== undefined && fields?.logger !== toolchainLogger;
      return {
        level: levelNames[level],
        message,
        service,
        version,
        logger: service.replaceAll('-', '.'),
        ...(isTraced ? { trace_id: traceId, ...(spanId === undefined ? {} : { span_id: spanId }) } : {}),
        ...fields,
      };
    },
  },
];

export const logStreams: LogStreamModel[] = [
  {
    id: 'accelerapp-health',
    perMinute: () => 4,
    build: (draw) => {
      const isFailing = draw.world.incident(ollamaDown, draw.tMs) >= 0.9;
      return isFailing
        ? line('accelerapp', 'error', 'Health check failed: llm', undefined, {
            logger: 'accelerapp.health',
            check: 'llm',
          })
        : line('accelerapp', 'debug', 'Health checks passed', undefined, { logger: 'accelerapp.health' });
    },
  },
  {
    id: 'accelerapp-memory',
    perMinute: (tMs, world) => 2 * world.incident(memoryGrowth, tMs),
    build: (draw) =>
      line('accelerapp-worker', 'warn', 'Project cache keeps growing', undefined, {
        logger: 'accelerapp.worker.cache',
        cached_projects: draw.int(4_000, 30_000),
      }),
  },
  {
    id: 'accelerapp-flood',
    perMinute: (tMs, world) => 20 * world.incident(requestFlood, tMs),
    build: (draw) =>
      line('accelerapp', 'warn', 'Client exceeds its request rate', undefined, {
        logger: 'accelerapp.ratelimit',
        user_id: 4_711,
        request_id: draw.uuid(),
        endpoint: '/api/v1/templates',
      }),
  },
  {
    // A line that the pipeline could not parse keeps its text and gets a tag.
    id: 'accelerapp-parse-failures',
    perMinute: () => 0.15,
    build: () =>
      line('accelerapp-worker', 'info', 'warning: unused variable `pin` [-Wunused-variable]', undefined, {
        logger: 'logstash',
        tags: ['_jsonparsefailure'],
      }),
  },
];
