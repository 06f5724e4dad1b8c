import { type LogSchema } from '../../types';

const correlated = { service: ['service'], traceId: ['trace_id'], spanId: ['span_id'] };

/**
 * Document 002, JSON formatter and dead letter queue. The formatter leaves out service and trace, although its own
 * acceptance criterion asks for them: both are read. Levels are in capitals.
 */
export const logSchemas: readonly LogSchema[] = [
  {
    id: 'soma-agent',
    indexPattern: 'soma-agent-logs-*',
    timeField: '@timestamp',
    fields: {
      message: ['message'],
      level: ['level'],
      ...correlated,
      correlationId: ['request_id'],
      durationMs: ['duration_ms'],
      tenant: ['tenant'],
      exceptionType: ['error_type'],
      stackTrace: ['exception'],
    },
    implements: [
      'SOMA-LOG-02',
      'SOMA-LOG-03',
      'SOMA-LOG-04',
      'SOMA-LOG-05',
      'SOMA-LOG-06',
      'SOMA-LOG-07',
      'SOMA-LOG-08',
      'SOMA-LOG-09',
      'SOMA-LOG-10',
      'SOMA-LOG-11',
      'SOMA-LOG-12',
      'SOMA-LOG-13',
    ],
  },
  {
    id: 'soma-agent-dlq',
    indexPattern: 'soma-agent-dlq-*',
    timeField: '@timestamp',
    fields: { message: ['error_message'], exceptionType: ['error_type'], ...correlated },
    implements: ['SOMA-LOG-01'],
  },
];
