import { AUDIT_LEVELS } from '../../../../domain/logs/levels';
import { type Board } from '../../../types';
import { logGroups, logLines, logTimeline } from '../../panels';
import { auditRow, errorsRow, slowRow, USER_INPUT, userRow } from './logAnalysis';

const schema = 'app-logs';
const audit = [{ field: 'level', anyOf: AUDIT_LEVELS }];
const ofTrace = [{ field: 'traceId', input: 'trace' }];

/** Document 004: each of its saved queries, over the page's time range. */
export const logViews: readonly Board[] = [
  {
    id: 'error-rate',
    title: 'Error rate by service',
    description: 'Errors, and their share in all lines of the service.',
    page: 'logs',
    implements: ['OBS-LOGQ-01'],
    rows: [errorsRow],
  },
  {
    id: 'slow-requests',
    title: 'Slow requests',
    description: 'Requests of 1000 ms and more, the slowest first.',
    page: 'logs',
    implements: ['OBS-LOGQ-02'],
    rows: [slowRow],
  },
  {
    id: 'trace',
    title: 'Lines of a trace',
    description: 'Everything that was written in one trace.',
    page: 'logs',
    implements: ['OBS-LOGQ-03'],
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
            columns: ['level', 'service', 'message', 'durationMs', 'traceId'],
          }),
        ],
      },
    ],
  },
  {
    id: 'user-activity',
    title: 'Activity of a user',
    description: 'What one user did in the last 24 hours, by the hour and by action.',
    page: 'logs',
    implements: ['OBS-LOGQ-04'],
    inputs: [USER_INPUT],
    rows: [userRow],
  },
  {
    id: 'audit',
    title: 'Audit',
    description: 'Who did what to which resource, and whether it succeeded.',
    page: 'logs',
    implements: ['OBS-LOGS-16'],
    rows: [
      {
        panels: [
          logTimeline(
            'audit-timeline',
            'Audit entries by action',
            { schema, where: audit, by: ['action'] },
            { columns: 12 }
          ),
          logGroups(
            'audit-users',
            'By user and resource',
            {
              schema,
              where: audit,
              by: ['user', 'fields.resource'],
              part: { title: 'Succeeded', where: [{ field: 'fields.success', anyOf: ['true'] }] },
            },
            { columns: 12 }
          ),
        ],
      },
      auditRow,
    ],
  },
];
