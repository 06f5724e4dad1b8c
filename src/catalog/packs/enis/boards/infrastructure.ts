import { type Board } from '../../../types';
import { graph } from '../../panels';

const quarter = { columns: 6, heightPx: 280 } as const;
const byInstance = { by: ['instance'], legend: '{{instance}}' };
const STORES = [
  { id: 'redis', legend: 'Redis' },
  { id: 'postgresql', legend: 'PostgreSQL' },
];
const each = (signal: string) => STORES.map(({ id, legend }) => ({ signal: `${id}.${signal}`, legend }));

/** Document 000 lists stores, hosts, containers and its own stack, and gives none of them a dashboard. */
export const infrastructureBoard: Board = {
  id: 'infrastructure',
  title: 'ENIS infrastructure',
  description: 'Redis, PostgreSQL, hosts, containers, and what watches them.',
  page: 'platform',
  rows: [
    {
      title: 'ENIS · Redis and PostgreSQL',
      panels: [
        graph('store-latency', 'Latency p95 for the kernel', each('latency-p95'), quarter),
        graph('store-traffic', 'Calls', each('traffic'), quarter),
        graph('store-errors', 'Error rate for the kernel', each('error-ratio'), { ...quarter, softMax: 0.01 }),
        graph(
          'store-saturation',
          'Memory and connections',
          [
            { signal: 'redis.memory', legend: 'Redis memory' },
            { signal: 'postgresql.connections-used', legend: 'PostgreSQL connections' },
          ],
          { ...quarter, softMax: 1 }
        ),
      ],
    },
    {
      title: 'ENIS · hosts',
      panels: [
        graph('host-cpu', 'CPU', [{ signal: 'infrastructure.cpu', ...byInstance }], { ...quarter, softMax: 1 }),
        graph('host-memory', 'Memory', [{ signal: 'infrastructure.memory', ...byInstance }], {
          ...quarter,
          softMax: 1,
        }),
        graph(
          'host-disk',
          'Disk',
          [{ signal: 'infrastructure.disk', by: ['instance', 'mountpoint'], legend: '{{instance}} {{mountpoint}}' }],
          { ...quarter, softMax: 1 }
        ),
        graph(
          'host-network',
          'Network',
          [
            { signal: 'infrastructure.network-received', by: ['instance'], legend: '{{instance}} received' },
            { signal: 'infrastructure.network-sent', by: ['instance'], legend: '{{instance}} sent' },
          ],
          quarter
        ),
      ],
    },
    {
      title: 'ENIS · containers and monitoring',
      panels: [
        {
          id: 'container-requests',
          title: 'Containers: requested and limit, cores',
          kind: 'table',
          queries: ['requested', 'limits'].map((name) => ({
            signal: `infrastructure.${name}`,
            by: ['container'],
            where: { resource: 'cpu' },
          })),
          columns: 8,
          heightPx: 320,
        },
        {
          id: 'targets',
          title: 'Scrape targets',
          kind: 'state-timeline',
          queries: [{ signal: 'system.target-up', by: ['job'], legend: '{{job}}' }],
          columns: 8,
          heightPx: 320,
        },
        graph(
          'monitoring-traffic',
          'Notifications and failures',
          [
            { signal: 'alertmanager.notifications', legend: 'notifications' },
            { signal: 'alertmanager.failed', legend: 'failed' },
          ],
          { columns: 8, heightPx: 320 }
        ),
      ],
    },
  ],
};
