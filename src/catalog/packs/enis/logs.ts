import { type LogSchema } from '../../types';

/** Document 000, logging stack: structlog JSON, enriched by Vector. */
export const logSchemas: readonly LogSchema[] = [
  {
    id: 'enis',
    indexPattern: 'logs-*',
    timeField: '@timestamp',
    // Seven days hot, until the 30th warm, then cold.
    retentionDays: 90,
    fields: {
      // structlog's renderer calls the text `event`; the documents have `message`. Both are read.
      message: ['message', 'event'],
      level: ['severity', 'level'],
      service: ['service'],
      traceId: ['trace_id', 'otel_trace_id'],
      spanId: ['span_id', 'otel_span_id'],
      correlationId: ['execution_id'],
      tenant: ['tenant_id'],
      agent: ['agent_id'],
      durationMs: ['duration_ms'],
      exceptionType: ['error_type'],
      stackTrace: ['exception', 'stack_info'],
    },
    implements: [
      'ENIS-LOG-01',
      'ENIS-LOG-02',
      'ENIS-LOG-03',
      'ENIS-LOG-04',
      'ENIS-LOG-05',
      'ENIS-LOG-06',
      'ENIS-LOG-08',
      'ENIS-LOG-17',
      'ENIS-LOG-18',
      'ENIS-LOG-19',
      'ENIS-LOG-20',
    ],
  },
];
