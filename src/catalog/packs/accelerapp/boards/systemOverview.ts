import { type Board } from '../../../types';

const half = { columns: 12, heightPx: 300 } as const;

/** Document 003, dashboard panels. */
export const systemOverviewBoard: Board = {
  id: 'system-overview',
  title: 'Accelerapp system overview',
  description: 'Whether the application answers, how fast, and whether the code that it generates is any good.',
  page: 'boards',
  implements: ['ACC-DASH-01'],
  rows: [
    {
      panels: [
        {
          id: 'service-status',
          title: 'Service status',
          kind: 'stat',
          queries: [{ signal: 'accelerapp.up', by: ['instance'], legend: '{{instance}}' }],
          columns: 8,
          heightPx: 200,
          links: [{ title: 'Services', page: 'services' }],
          implements: ['ACC-PANEL-01'],
        },
        {
          id: 'uptime',
          title: 'Uptime',
          description: 'Since the start of the process. The document lists the metric and has no panel for it.',
          kind: 'stat',
          queries: [{ signal: 'accelerapp.uptime', by: ['instance'], legend: '{{instance}}' }],
          columns: 8,
          heightPx: 200,
        },
        {
          id: 'generation-success',
          title: 'Code generation success rate',
          kind: 'gauge',
          queries: [{ signal: 'accelerapp.generation-success-ratio', legend: 'success' }],
          decimals: 1,
          columns: 8,
          heightPx: 200,
          implements: ['ACC-PANEL-08'],
        },
      ],
    },
    {
      panels: [
        {
          id: 'request-rate',
          title: 'Requests',
          kind: 'timeseries',
          queries: [{ signal: 'accelerapp.traffic', legend: 'requests' }],
          ...half,
          implements: ['ACC-PANEL-02'],
        },
        {
          id: 'response-time',
          title: 'Response time p95',
          kind: 'timeseries',
          queries: [{ signal: 'accelerapp.latency-p95', legend: 'p95' }],
          softMax: 1.1,
          ...half,
          links: [{ title: 'Slow traces', page: 'traces' }],
          implements: ['ACC-PANEL-04'],
        },
      ],
    },
    {
      panels: [
        {
          id: 'errors',
          title: 'Errors per second',
          kind: 'timeseries',
          queries: [{ signal: 'accelerapp.errors', by: ['error_type'], legend: '{{error_type}}' }],
          softMax: 0.1,
          ...half,
          links: [{ title: 'Logs', page: 'logs' }],
          implements: ['ACC-PANEL-03'],
        },
        {
          id: 'error-rate',
          title: 'Error rate',
          description: 'The document shows errors per second and alerts on their share: this is the share.',
          kind: 'timeseries',
          queries: [{ signal: 'accelerapp.error-ratio', legend: 'error rate' }],
          softMax: 0.05,
          ...half,
          links: [{ title: 'Alerts', page: 'alerts' }],
        },
      ],
    },
    {
      panels: [
        {
          id: 'cpu',
          title: 'CPU by instance',
          kind: 'timeseries',
          queries: [{ signal: 'node-exporter.cpu', by: ['instance'], legend: '{{instance}}' }],
          softMax: 1,
          columns: 8,
          heightPx: 300,
          implements: ['ACC-PANEL-05'],
        },
        {
          id: 'memory',
          title: 'Memory in use',
          kind: 'timeseries',
          queries: [{ signal: 'node-exporter.memory-used', by: ['instance'], legend: '{{instance}}' }],
          columns: 8,
          heightPx: 300,
          implements: ['ACC-PANEL-06'],
        },
        {
          id: 'generation-rate',
          title: 'Code generations',
          kind: 'timeseries',
          queries: [{ signal: 'accelerapp.generations', legend: 'generations' }],
          columns: 8,
          heightPx: 300,
          implements: ['ACC-PANEL-07'],
        },
      ],
    },
  ],
};
