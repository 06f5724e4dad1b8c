import { ERROR_LEVELS } from '../../../../domain/logs/levels';
import { type Board } from '../../../types';
import { logGroups, logLines, logTimeline } from '../../panels';

const schema = 'soma-agent';
const sent = [{ field: 'message', anyOf: ['Sent event to DLQ'] }];
const errors = [{ field: 'level', anyOf: ERROR_LEVELS }];
const ofTrace = [{ field: 'traceId', input: 'trace' }];

/** Document 002: its questions to the logs. */
export const logViews: readonly Board[] = [
  {
    id: 'dead-letters',
    title: 'Dead letters by topic',
    description: 'Events that a worker gave up and sent to the dead letter queue.',
    page: 'logs',
    implements: ['SOMA-LOGQ-01'],
    rows: [
      {
        panels: [
          logTimeline(
            'dead-letter-timeline',
            'Events by source topic',
            { schema, where: sent, by: ['source_topic'] },
            { columns: 16 }
          ),
          logGroups('dead-letter-topics', 'Events by topic and service', {
            schema,
            where: sent,
            by: ['source_topic', 'service'],
          }),
          logLines('dead-letter-lines', 'Latest events', {
            schema,
            where: sent,
            columns: ['source_topic', 'dlq_topic', 'service', 'error', 'tenant', 'traceId'],
          }),
        ],
      },
    ],
  },
  {
    id: 'trace',
    title: 'Lines of a trace',
    description: 'Gateway, conversation worker and tool executor in one trace.',
    page: 'logs',
    implements: ['SOMA-LOGQ-02'],
    inputs: [{ id: 'trace', label: 'Trace id', description: 'In any form: a header or a link will do.' }],
    rows: [
      {
        panels: [
          logTimeline(
            'trace-timeline',
            'Lines by service',
            { schema, where: ofTrace, by: ['service'] },
            { columns: 24, heightPx: 200 }
          ),
          logLines('trace-lines', 'Lines of the trace', {
            schema,
            where: ofTrace,
            limit: 500,
            columns: ['level', 'service', 'message', 'module', 'durationMs', 'traceId'],
          }),
        ],
      },
    ],
  },
  {
    id: 'service-errors',
    title: 'Errors by logger and module',
    description: 'Where in the code of gateway, conversation worker and tool executor errors are written.',
    page: 'logs',
    implements: ['SOMA-LOGQ-03'],
    rows: [
      {
        panels: [
          logTimeline(
            'error-timeline',
            'Errors by service',
            { schema, where: errors, by: ['service'] },
            { columns: 12 }
          ),
          logGroups(
            'error-places',
            'Errors by place',
            { schema, where: errors, by: ['service', 'logger', 'module'] },
            { columns: 12 }
          ),
          logLines('error-lines', 'Latest errors', {
            schema,
            where: errors,
            columns: ['level', 'service', 'message', 'logger', 'exceptionType', 'traceId'],
          }),
        ],
      },
    ],
  },
  {
    id: 'traced-lines',
    title: 'Lines with a trace',
    description: 'Share of the lines of each service that carry a trace id. One request in ten is traced.',
    page: 'logs',
    implements: ['SOMA-QUAL-08'],
    rows: [
      {
        panels: [
          logGroups(
            'traced-lines',
            'Lines with a trace, by service',
            { schema, by: ['service'], part: { title: 'With a trace', where: [{ field: 'traceId', exists: true }] } },
            { columns: 12 }
          ),
          logGroups(
            'traced-levels',
            'Lines with a trace, by level',
            { schema, by: ['level'], part: { title: 'With a trace', where: [{ field: 'traceId', exists: true }] } },
            { columns: 12 }
          ),
        ],
      },
    ],
  },
];
