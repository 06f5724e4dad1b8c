import { AUDIT_LEVELS, ERROR_LEVELS } from '../../../../domain/logs/levels';
import { type Board, type BoardInput, type BoardRow } from '../../../types';
import { logGroups, logLines, logTimeline } from '../../panels';

const schema = 'app-logs';
const errors = { field: 'level', anyOf: ERROR_LEVELS };
const ofUser = { field: 'user', input: 'user' };
/** Document 004, slow requests. */
const SLOW_MS = 1000;

/** Whose activity is looked at: a person is looked up only when somebody types the id. */
export const USER_INPUT: BoardInput = {
  id: 'user',
  label: 'User id',
  description: 'For the panels about one user; try 10007 in the demo.',
};

export const errorsRow: BoardRow = {
  title: 'Errors',
  panels: [
    logGroups(
      'error-logs',
      'Error logs by service',
      { schema, by: ['service'], part: { title: 'Errors', where: [errors] } },
      {
        description: 'Levels ERROR, CRITICAL and FATAL; the share is that of all lines of the service.',
        implements: ['OBS-PANEL-21', 'OBS-LOGS-03'],
      }
    ),
    logTimeline('levels', 'Lines by level', { schema, by: ['level'] }),
    logGroups(
      'exceptions',
      'Exceptions by type',
      {
        schema,
        by: ['exceptionType', 'service'],
        where: [{ field: 'exceptionType', exists: true }],
      },
      { implements: ['OBS-LOGS-13'] }
    ),
    logLines(
      'error-lines',
      'Latest errors',
      {
        schema,
        where: [errors],
        columns: ['level', 'service', 'message', 'exceptionType', 'correlationId', 'traceId'],
      },
      { implements: ['OBS-LOGS-13'] }
    ),
  ],
};

export const slowRow: BoardRow = {
  title: 'Slow requests',
  panels: [
    logLines(
      'slow-requests',
      'Requests of a second and more, slowest first',
      {
        schema,
        where: [{ field: 'durationMs', atLeast: SLOW_MS }],
        largestFirst: 'durationMs',
        limit: 100,
        columns: ['durationMs', 'service', 'message', 'fields.method', 'fields.endpoint', 'user', 'traceId'],
      },
      { implements: ['OBS-PANEL-22'] }
    ),
  ],
};

export const userRow: BoardRow = {
  title: 'One user',
  panels: [
    logTimeline(
      'user-activity',
      'Activity of the user, 24 h',
      { schema, where: [ofUser], by: ['action'], interval: '1h' },
      { columns: 16, timeFrom: '24h', implements: ['OBS-PANEL-23'] }
    ),
    logGroups(
      'user-actions',
      'Actions of the user, 24 h',
      { schema, where: [ofUser, { field: 'action', exists: true }], by: ['action', 'service'] },
      { timeFrom: '24h', implements: ['OBS-PANEL-23'] }
    ),
    logLines(
      'user-lines',
      'Lines of the user, 24 h',
      {
        schema,
        where: [ofUser],
        columns: ['level', 'service', 'message', 'action', 'durationMs', 'traceId'],
      },
      { timeFrom: '24h' }
    ),
  ],
};

export const auditRow: BoardRow = {
  title: 'Audit',
  panels: [
    logGroups('audit-actions', 'Audited actions', {
      schema,
      where: [{ field: 'level', anyOf: AUDIT_LEVELS }],
      by: ['action', 'fields.resource'],
    }),
    logLines(
      'audit-entries',
      'Audit entries',
      {
        schema,
        where: [{ field: 'level', anyOf: AUDIT_LEVELS }],
        columns: ['user', 'action', 'fields.resource', 'fields.ip_address', 'fields.success', 'fields.timestamp'],
      },
      { columns: 16, implements: ['OBS-LOGS-15'] }
    ),
  ],
};

const qualityRow: BoardRow = {
  title: 'Quality of the lines',
  panels: [
    logGroups(
      'traced-lines',
      'Lines with a trace, by service',
      { schema, by: ['service'], part: { title: 'With a trace', where: [{ field: 'traceId', exists: true }] } },
      {
        description: 'One request in ten is traced, so most lines have no trace id: that is no fault.',
        implements: ['OBS-OTEL-09'],
      }
    ),
    logGroups(
      'lines-without-service',
      'Lines without a service',
      {
        schema,
        where: [{ field: 'service', exists: false }],
        by: ['level', 'logger'],
      },
      {
        description: 'Written by libraries past the structured logger: they are in no view of a service.',
        implements: ['OBS-LOGS-17', 'OBS-OTEL-07'],
      }
    ),
    logTimeline('lines-by-service', 'Lines by service', { schema, by: ['service'] }),
  ],
};

/** Document 004, log analysis: its queries as panels. Their windows are the page's, and their counts become shares. */
export const logAnalysisBoard: Board = {
  id: 'log-analysis',
  title: 'Log analysis of the standard',
  description: 'Errors by service, slow requests, and what one user did.',
  page: 'boards',
  implements: ['OBS-DASH-06'],
  inputs: [USER_INPUT],
  rows: [errorsRow, slowRow, userRow, auditRow, qualityRow],
};
