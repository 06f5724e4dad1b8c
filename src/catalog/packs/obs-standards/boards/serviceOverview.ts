import { ERROR_LEVELS } from '../../../../domain/logs/levels';
import { type Board } from '../../../types';
import { graph, logGroups } from '../../panels';

const byService = { by: ['service'], legend: '{{service}}' };
const third = { columns: 8 } as const;
const slowTraces = [{ title: 'Slow traces', page: 'traces' as const }];

/** Document 004, the board behind its links: requests, database, errors and memory of the services. */
export const serviceOverviewBoard: Board = {
  id: 'service-overview',
  title: 'Services of the standard',
  page: 'services',
  implements: ['OBS-DASH-01'],
  rows: [
    {
      title: 'Requests',
      panels: [
        graph('request-rate', 'Requests', [{ signal: 'system.requests', ...byService }], {
          ...third,
          implements: ['OBS-PANEL-01'],
        }),
        graph('error-rate', 'Server errors', [{ signal: 'system.failed-requests', ...byService }], {
          ...third,
          links: [{ title: 'Logs', page: 'logs' }],
          implements: ['OBS-PANEL-02'],
        }),
        graph('error-ratio', 'Error rate', [{ signal: 'system.error-ratio', ...byService }], {
          ...third,
          description: 'The line is the alert’s, 1 %. A service without errors is drawn at 0, an idle one not at all.',
          softMax: 0.02,
          implements: ['OBS-PANEL-03'],
        }),
        graph('latency-p95', 'Latency p95', [{ signal: 'system.latency-p95', ...byService }], {
          ...third,
          description: 'The line is the alert’s, 0.5 s.',
          links: slowTraces,
          implements: ['OBS-PANEL-04'],
        }),
        graph('latency-p99', 'Latency p99', [{ signal: 'system.latency-p99', ...byService }], {
          ...third,
          links: slowTraces,
          implements: ['OBS-PANEL-05'],
        }),
        {
          id: 'latency-distribution',
          title: 'Latency of all requests',
          kind: 'heatmap',
          queries: [{ signal: 'system.latency-buckets', by: ['le'], legend: '{{le}}' }],
          ...third,
          heightPx: 300,
          links: slowTraces,
        },
      ],
    },
    {
      title: 'Operations and database',
      panels: [
        {
          id: 'operations',
          title: 'Operations, now',
          kind: 'table',
          queries: ['requests', 'error-ratio', 'latency-p95'].map((name) => ({
            signal: `system.${name}`,
            by: ['service', 'method', 'endpoint'],
          })),
          columns: 12,
          heightPx: 420,
          implements: ['OBS-PANEL-06'],
        },
        {
          id: 'database-operations',
          title: 'Database operations, now',
          kind: 'table',
          queries: ['traffic', 'error-ratio', 'latency-p95'].map((name) => ({
            signal: `postgresql.${name}`,
            by: ['service', 'operation', 'table'],
          })),
          columns: 12,
          heightPx: 420,
          implements: ['OBS-PANEL-07'],
        },
      ],
    },
    {
      title: 'Errors and memory',
      panels: [
        graph(
          'application-errors',
          'Application errors by type',
          [
            {
              signal: 'system.application-errors',
              by: ['service', 'component', 'error_type'],
              legend: '{{service}} {{component}} {{error_type}}',
            },
          ],
          { stacked: true, links: [{ title: 'Logs', page: 'logs' }], implements: ['OBS-PANEL-08'] }
        ),
        graph('process-memory', 'Process memory', [{ signal: 'system.memory', ...byService }], {
          implements: ['OBS-PANEL-09'],
        }),
      ],
    },
    {
      title: 'Objectives, alerts and logs',
      panels: [
        { id: 'objectives', title: 'Objectives', kind: 'slo-attainment', columns: 24, heightPx: 300 },
        { id: 'alerts', title: 'Alerts now', kind: 'firing-alerts', columns: 12, heightPx: 320 },
        logGroups(
          'error-logs',
          'Error logs by service',
          {
            schema: 'app-logs',
            by: ['service'],
            part: { title: 'Errors', where: [{ field: 'level', anyOf: ERROR_LEVELS }] },
          },
          { columns: 12 }
        ),
      ],
    },
  ],
};
