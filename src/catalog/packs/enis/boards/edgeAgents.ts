import { type Board } from '../../../types';

/** Document 000: edge agents, tier beside tier. */
export const edgeAgentsBoard: Board = {
  id: 'edge-agents',
  title: 'Edge agents',
  page: 'edge-tiers',
  implements: ['ENIS-DASH-04'],
  rows: [
    {
      title: 'Tiers',
      panels: [
        {
          id: 'edge-traffic',
          title: 'Executions by tier',
          kind: 'timeseries',
          queries: [{ signal: 'edge-agents.executions', by: ['tier'], legend: '{{tier}}' }],
          columns: 12,
          implements: ['ENIS-PANEL-12'],
        },
        {
          id: 'edge-errors',
          title: 'Failed executions by tier',
          description: 'Lines at the objective of 1 % and at the alert of 5 %.',
          kind: 'timeseries',
          queries: [{ signal: 'edge-agents.failure-ratio', by: ['tier'], legend: '{{tier}}' }],
          columns: 12,
          implements: ['ENIS-PANEL-13'],
        },
        {
          id: 'edge-latency',
          title: 'Duration p95 by tier',
          description: 'Objective: under 2 s.',
          kind: 'timeseries',
          queries: [{ signal: 'edge-agents.latency-p95', by: ['tier'], legend: '{{tier}}' }],
          columns: 12,
          implements: ['ENIS-PANEL-11'],
        },
        {
          id: 'edge-queue',
          title: 'Longest queue by tier',
          description: 'The fullest of the queues of a tier: each agent type has one, and at most 100 may wait in it.',
          kind: 'timeseries',
          queries: [{ signal: 'edge-agents.queue-depth', by: ['tier'], legend: '{{tier}}' }],
          columns: 12,
        },
      ],
    },
    {
      title: 'Agent types',
      panels: [
        {
          id: 'edge-types',
          title: 'Agent types by tier, now',
          kind: 'table',
          queries: [
            { signal: 'edge-agents.executions', by: ['tier', 'agent_type'] },
            { signal: 'edge-agents.failure-ratio', by: ['tier', 'agent_type'] },
            { signal: 'edge-agents.latency-p95', by: ['tier', 'agent_type'] },
          ],
          columns: 12,
          heightPx: 420,
        },
        {
          id: 'edge-queue-by-type',
          title: 'Queue depth by agent type',
          kind: 'timeseries',
          description: 'One queue for each agent type of a tier. Objective: fewer than 100 in each.',
          queries: [
            { signal: 'edge-agents.queue-depth', by: ['agent_type', 'tier'], legend: '{{agent_type}} · {{tier}}' },
          ],
          columns: 12,
          heightPx: 420,
          implements: ['ENIS-PANEL-14'],
        },
      ],
    },
  ],
};
