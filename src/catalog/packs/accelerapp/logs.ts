import { type LogSchema } from '../../types';

/** Document 003, log processing: JSON lines, from which the pipeline takes out the correlation id. */
export const logSchemas: readonly LogSchema[] = [
  {
    id: 'accelerapp',
    indexPattern: 'accelerapp-logs-*',
    timeField: '@timestamp',
    retentionDays: 30,
    fields: {
      message: ['message'],
      level: ['level'],
      service: ['service'],
      // The document names no trace id. Lines of the toolchain have none: they are joined by their correlation id.
      traceId: ['trace_id'],
      spanId: ['span_id'],
      correlationId: ['correlation_id', 'request_id'],
      durationMs: ['duration_ms'],
      user: ['user_id'],
      stackTrace: ['exception'],
    },
    implements: ['ACC-LOG-01', 'ACC-LOG-02', 'ACC-LOG-03', 'ACC-LOG-04', 'ACC-LOG-05', 'ACC-LOGQ-01'],
  },
];
