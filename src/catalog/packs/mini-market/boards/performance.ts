import { type Board } from '../../../types';

const size = { columns: 12, heightPx: 320 } as const;

/** Document 001, dashboard 3. */
export const performanceBoard: Board = {
  id: 'performance',
  title: 'Mini Market performance deep dive',
  description: 'What the containers, the database and the cache have to carry.',
  page: 'boards',
  implements: ['MM-DASH-03'],
  rows: [
    {
      title: 'Containers',
      panels: [
        {
          id: 'cpu',
          title: 'CPU by container',
          kind: 'timeseries',
          queries: [{ signal: 'cadvisor.cpu', by: ['name'], legend: '{{name}}' }],
          ...size,
          implements: ['MM-PANEL-11'],
        },
        {
          id: 'memory',
          title: 'Memory by container',
          kind: 'timeseries',
          queries: [{ signal: 'cadvisor.memory', by: ['name'], legend: '{{name}}' }],
          ...size,
          implements: ['MM-PANEL-12'],
        },
      ],
    },
    {
      panels: [
        {
          id: 'disk-io',
          title: 'Disk I/O by container',
          kind: 'timeseries',
          queries: [
            { signal: 'cadvisor.disk-read', by: ['name'], legend: '{{name}} read' },
            { signal: 'cadvisor.disk-written', by: ['name'], legend: '{{name}} write' },
          ],
          ...size,
          implements: ['MM-PANEL-13'],
        },
        {
          id: 'network-io',
          title: 'Network I/O by container',
          kind: 'timeseries',
          queries: [
            { signal: 'cadvisor.network-sent', by: ['name'], legend: '{{name}} TX' },
            { signal: 'cadvisor.network-received', by: ['name'], legend: '{{name}} RX' },
          ],
          ...size,
          implements: ['MM-PANEL-14'],
        },
      ],
    },
    {
      title: 'Database and cache',
      panels: [
        {
          id: 'database-connections',
          title: 'Database connections',
          kind: 'timeseries',
          queries: [
            { signal: 'postgres.connections-active', legend: 'active' },
            { signal: 'postgres.connections-idle', legend: 'idle' },
          ],
          stacked: true,
          ...size,
          implements: ['MM-PANEL-15'],
        },
        {
          id: 'cache-hit-rate',
          title: 'Redis cache hit rate',
          kind: 'timeseries',
          queries: [{ signal: 'redis.hit-rate', legend: 'hit rate' }],
          max: 100,
          ...size,
          implements: ['MM-PANEL-16'],
        },
      ],
    },
  ],
};
