import { type Board } from '../../../types';

/** Document 003 plans to track the cost of resources; the prices are those of document 000. */
export const costBoard: Board = {
  id: 'cost',
  title: 'Accelerapp cost',
  description: 'What the nodes cost, estimated from their size, beside how much of them is used.',
  page: 'boards',
  implements: ['ACC-DASH-03'],
  rows: [
    {
      panels: [
        {
          id: 'cost',
          title: 'Cost (estimate)',
          kind: 'stat',
          queries: [
            { signal: 'system.monthly-cost', legend: 'per month' },
            { signal: 'system.hourly-cost', legend: 'per hour' },
          ],
          columns: 8,
          heightPx: 220,
        },
        {
          id: 'cost-by-node',
          title: 'Cost per month by node',
          kind: 'bar-gauge',
          queries: [{ signal: 'system.monthly-cost', by: ['instance'], legend: '{{instance}}' }],
          columns: 8,
          heightPx: 220,
        },
        {
          id: 'tokens',
          title: 'Tokens of the code models',
          description: 'The models run on the nodes: tokens cost no money of their own, and say what the nodes do.',
          kind: 'timeseries',
          queries: [{ signal: 'accelerapp.llm-tokens', by: ['type'], legend: '{{type}}' }],
          columns: 8,
          heightPx: 220,
        },
      ],
    },
    {
      title: 'What is used of it',
      panels: [
        {
          id: 'cpu',
          title: 'CPU',
          kind: 'timeseries',
          queries: [{ signal: 'node-exporter.cpu', by: ['instance'], legend: '{{instance}}' }],
          softMax: 1,
          columns: 12,
          heightPx: 280,
        },
        {
          id: 'memory',
          title: 'Memory',
          kind: 'timeseries',
          queries: [{ signal: 'node-exporter.memory', by: ['instance'], legend: '{{instance}}' }],
          softMax: 1,
          columns: 12,
          heightPx: 280,
        },
      ],
    },
  ],
};
