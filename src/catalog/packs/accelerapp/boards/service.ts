import { type Board } from '../../../types';

const half = { columns: 12, heightPx: 300 } as const;

/** Document 003 plans a dashboard of the service itself and leaves its panels open. */
export const serviceBoard: Board = {
  id: 'service',
  title: 'Accelerapp in detail',
  description: 'Endpoints, kinds of errors, languages, and the way of a generation through worker and model.',
  page: 'boards',
  implements: ['ACC-DASH-02'],
  rows: [
    {
      title: 'Requests',
      panels: [
        {
          id: 'traffic-by-endpoint',
          title: 'Requests by endpoint',
          kind: 'timeseries',
          queries: [{ signal: 'accelerapp.traffic', by: ['method', 'endpoint'], legend: '{{method}} {{endpoint}}' }],
          ...half,
        },
        {
          id: 'latency-by-endpoint',
          title: 'Response time p95 by endpoint',
          kind: 'timeseries',
          queries: [
            { signal: 'accelerapp.latency-p95', by: ['method', 'endpoint'], legend: '{{method}} {{endpoint}}' },
          ],
          ...half,
          links: [{ title: 'Slow traces', page: 'traces' }],
        },
      ],
    },
    {
      panels: [
        {
          id: 'errors-by-endpoint',
          title: 'Error rate by endpoint',
          kind: 'timeseries',
          queries: [{ signal: 'accelerapp.error-ratio', by: ['endpoint'], legend: '{{endpoint}}' }],
          softMax: 0.05,
          ...half,
        },
        {
          id: 'latency-distribution',
          title: 'Response time of all requests',
          kind: 'heatmap',
          queries: [{ signal: 'accelerapp.latency-buckets', by: ['le'], legend: '{{le}}' }],
          ...half,
        },
      ],
    },
    {
      title: 'Code generation',
      panels: [
        {
          id: 'generations-by-language',
          title: 'Code generations by language',
          kind: 'timeseries',
          queries: [{ signal: 'accelerapp.generations', by: ['language'], legend: '{{language}}' }],
          stacked: true,
          columns: 8,
          heightPx: 300,
        },
        {
          id: 'failures-by-reason',
          title: 'Failed code generations by reason',
          kind: 'timeseries',
          queries: [{ signal: 'accelerapp.generation-failures', by: ['reason'], legend: '{{reason}}' }],
          columns: 8,
          heightPx: 300,
          links: [{ title: 'Logs', page: 'logs' }],
        },
        {
          id: 'generation-time',
          title: 'Duration p95 of generations and model calls',
          kind: 'timeseries',
          queries: [
            { signal: 'accelerapp-worker.latency-p95', legend: 'generation' },
            { signal: 'ollama.latency-p95', legend: 'model call' },
          ],
          columns: 8,
          heightPx: 300,
          links: [{ title: 'Traces', page: 'traces' }],
        },
      ],
    },
    {
      panels: [
        {
          id: 'health-checks',
          title: 'Health checks',
          kind: 'state-timeline',
          queries: [{ signal: 'accelerapp.health-check', by: ['check', 'instance'], legend: '{{check}} {{instance}}' }],
          ...half,
        },
        {
          id: 'custom-metrics',
          title: 'All metrics of the application',
          description:
            'Every metric whose name starts with accelerapp_, so that one that a team adds is seen without a change here. Counters show their sum since the process started.',
          kind: 'table',
          queries: [{ signal: 'system.custom-metrics', by: ['__name__'] }],
          ...half,
        },
      ],
    },
  ],
};
