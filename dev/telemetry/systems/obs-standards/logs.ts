import { hashText } from '../../engine/random';
import { logDate } from '../../kit/log-date';
import { always } from '../../kit/rates';
import type { JsonObject, LogLevel, LogSchemaModel, LogSpec, LogStreamModel, StampedLog } from '../../model';
import { APPLICATION_JOB } from './topology';

const ENVIRONMENT = 'production';
const LEVEL_NAMES: Record<LogLevel, string> = {
  trace: 'DEBUG',
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
  fatal: 'CRITICAL',
};
const AUDIT = 'AUDIT';
const keyword = { type: 'keyword' };

/** A line of the structured logger: `custom` goes under `fields`, the correlation id beside it. */
export function line(
  service: string,
  level: LogLevel,
  message: string,
  custom: JsonObject = {},
  correlationId?: string
): LogSpec {
  return {
    schema: 'app-logs',
    service,
    level,
    message,
    fields: { ...(correlationId ? { correlation_id: correlationId } : {}), fields: custom },
  };
}

/** An audit entry; its level has no rank and goes out as information. */
export function audit(
  service: string,
  action: string,
  userId: string,
  resource: string,
  correlationId?: string
): LogSpec {
  return {
    ...line(
      service,
      'info',
      `User ${userId} performed ${action} on ${resource}`,
      {
        action,
        user_id: userId,
        resource,
        ip_address: '192.168.1.1',
        success: true,
      },
      correlationId
    ),
    levelName: AUDIT,
  };
}

function processIds({ service, traceId = service }: StampedLog): { thread_id: number; process_id: number } {
  return { thread_id: 140_000_000 + (hashText(traceId) % 64), process_id: 1 + (hashText(service) % 900) };
}

const structured: LogSchemaModel = {
  id: 'app-logs',
  indexPattern: 'app-logs-*',
  indexName: (log) => `app-logs-${log.service}-${logDate(log.tMs)}`,
  properties: {
    timestamp: { type: 'date', format: 'strict_date_optional_time||epoch_millis' },
    level: keyword,
    message: { type: 'text', analyzer: 'standard' },
    service: keyword,
    version: keyword,
    environment: keyword,
    correlation_id: keyword,
    trace_id: keyword,
    span_id: keyword,
    thread_id: { type: 'long' },
    process_id: { type: 'long' },
    fields: {
      type: 'object',
      dynamic: true,
      properties: {
        duration: { type: 'float' },
        stack_trace: { type: 'text' },
        exception_message: { type: 'text' },
        user_id: keyword,
        action: keyword,
        timestamp: { type: 'date' },
      },
    },
  },
  settings: { 'index.max_result_window': 50_000 },
  render: (log) => {
    const timestamp = new Date(log.tMs).toISOString();
    const { fields, ...rest } = log.fields ?? {};
    return {
      timestamp,
      level: log.levelName ?? LEVEL_NAMES[log.level],
      message: log.message,
      service: log.service,
      version: log.version,
      environment: ENVIRONMENT,
      ...processIds(log),
      ...(log.traceId && log.spanId ? { trace_id: log.traceId, span_id: log.spanId } : {}),
      ...rest,
      // An audit entry says itself when it happened.
      fields: { ...(fields as JsonObject), ...(log.levelName === AUDIT ? { timestamp } : {}) },
    };
  },
};

/** What the formatter makes of a record that is no JSON: it knows neither service nor trace, and the index says so. */
const fallback: LogSchemaModel = {
  id: 'fallback',
  indexPattern: 'app-logs-*',
  indexName: (log) => `app-logs-%{service}-${logDate(log.tMs)}`,
  properties: structured.properties,
  render: (log) => ({
    timestamp: new Date(log.tMs).toISOString(),
    level: LEVEL_NAMES[log.level],
    message: log.message,
    ...log.fields,
  }),
};

export const logSchemas: LogSchemaModel[] = [structured, fallback];

const USERS = 40;
const ROUTINE: ReadonlyArray<readonly [message: string, level: LogLevel, custom: JsonObject]> = [
  ['User login attempt', 'info', { ip_address: '192.168.1.1', action: 'login' }],
  ['User retrieved successfully', 'info', { operation: 'user_lookup', action: 'view_profile' }],
  ['Rate limit approaching', 'warn', { current_requests: 45, limit: 50 }],
];

export const logStreams: LogStreamModel[] = [
  {
    // One request in ten is traced; most lines therefore carry no trace id.
    id: 'untraced-requests',
    perMinute: always(9),
    build: (draw) => {
      const [message, level, custom] = draw.weighted([
        [ROUTINE[0]!, 3],
        [ROUTINE[1]!, 6],
        [ROUTINE[2]!, 0.6],
      ]);
      const userId = String(10_000 + draw.int(0, USERS - 1));
      const duration = Math.round(draw.latency({ median: 48, sigma: 0.7 }));
      return line('user-service', level, message, { ...custom, user_id: userId, duration }, draw.uuid());
    },
  },
  {
    id: 'audit',
    perMinute: always(1.5),
    build: (draw) =>
      audit(
        'user-service',
        draw.pick(['user_login', 'password_change', 'role_grant']),
        String(10_000 + draw.int(0, USERS - 1)),
        'authentication_system'
      ),
  },
  {
    id: 'arithmetic',
    perMinute: always(0.15),
    build: (draw) =>
      line('order-service', 'error', 'Division by zero error', {
        operation: 'calculate_ratio',
        user_id: String(10_000 + draw.int(0, USERS - 1)),
        exception_type: 'ZeroDivisionError',
        exception_message: 'division by zero',
        stack_trace:
          'Traceback (most recent call last):\n  File "/app/ratios.py", line 41, in calculate_ratio\nZeroDivisionError: division by zero',
      }),
  },
  {
    id: 'plain-lines',
    perMinute: always(0.6),
    build: (draw) => ({
      schema: 'fallback',
      service: APPLICATION_JOB,
      level: 'warn',
      message: draw.pick([
        'Connection pool is full, discarding connection',
        'Retrying request after connection broken',
      ]),
      fields: { logger: 'urllib3.connectionpool', module: 'connectionpool', function: '_put_conn', line: 330 },
    }),
  },
];
