import { type LogSchema } from '../../types';

/**
 * Document 004, structured logger: one index a service and day. Its queries sort by @timestamp and its mapping has only
 * timestamp; the first is what every document here has. Durations are milliseconds, unlike all others of the standard.
 */
export const logSchemas: readonly LogSchema[] = [
  {
    id: 'app-logs',
    indexPattern: 'app-logs-*',
    timeField: '@timestamp',
    retentionDays: 30,
    fields: {
      message: ['message'],
      level: ['level'],
      service: ['service'],
      traceId: ['trace_id'],
      spanId: ['span_id'],
      correlationId: ['correlation_id'],
      durationMs: ['fields.duration'],
      user: ['fields.user_id'],
      action: ['fields.action'],
      exceptionType: ['fields.exception_type'],
      exceptionMessage: ['fields.exception_message'],
      stackTrace: ['fields.stack_trace', 'exception'],
    },
    lowestLevel: 'INFO',
    implements: [
      'OBS-LOGS-01',
      'OBS-LOGS-02',
      'OBS-LOGS-04',
      'OBS-LOGS-05',
      'OBS-LOGS-09',
      'OBS-LOGS-10',
      'OBS-LOGS-11',
      'OBS-LOGS-14',
      'OBS-PIL-10',
    ],
  },
];
