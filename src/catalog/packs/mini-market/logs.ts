import { type LogSchema } from '../../types';

/**
 * Document 001 ships its logs to Loki under the stream label `job`; here they are in Elasticsearch, and the label is a
 * field of that name.
 */
export const logSchemas: readonly LogSchema[] = [
  {
    id: 'mini-market',
    indexPattern: 'mini-market-logs-*',
    timeField: '@timestamp',
    fields: {
      message: ['message'],
      level: ['level'],
      service: ['job'],
      // The names that Python's logging instrumentation gives them.
      traceId: ['otelTraceID'],
      spanId: ['otelSpanID'],
      correlationId: ['request_id'],
      durationMs: ['duration_ms'],
      stackTrace: ['exception'],
    },
    implements: ['MM-LOG-01'],
  },
];
