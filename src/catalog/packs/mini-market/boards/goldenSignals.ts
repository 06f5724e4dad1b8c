import { type Board, type Panel } from '../../../types';

const third = { columns: 8, heightPx: 280 } as const;
const half = { columns: 12, heightPx: 240 } as const;

const series = (id: string, title: string, queries: Panel['queries'], more: Partial<Panel> = {}): Panel => ({
  id,
  title,
  kind: 'timeseries',
  queries,
  ...half,
  ...more,
});

/** Latency, traffic, errors and saturation of every part, and what watches them. */
export const goldenSignalsBoard: Board = {
  id: 'golden-signals',
  title: 'Mini Market golden signals',
  page: 'platform',
  rows: [
    {
      title: 'Mini Market · agents',
      panels: [
        series('agent-latency', 'Latency p95', [{ signal: 'system.latency-p95', by: ['job'], legend: '{{job}}' }]),
        series('agent-traffic', 'Requests', [{ signal: 'system.requests', by: ['job'], legend: '{{job}}' }]),
      ],
    },
    {
      panels: [
        series('agent-errors', 'Error rate', [{ signal: 'system.error-ratio', by: ['job'], legend: '{{job}}' }], {
          softMax: 0.05,
        }),
        series(
          'agent-saturation',
          'Memory, share of the limit',
          [
            {
              signal: 'cadvisor.memory-share',
              by: ['name'],
              legend: '{{name}}',
              where: { name: { anyOf: ['agente_deposito', 'agente_negocio', 'ml_service', 'dashboard'] } },
            },
          ],
          { softMax: 1 }
        ),
      ],
    },
    {
      panels: [
        {
          id: 'latency-distribution',
          title: 'Latency of all requests',
          kind: 'heatmap',
          queries: [{ signal: 'system.latency-buckets', by: ['le'], legend: '{{le}}' }],
          columns: 24,
          heightPx: 260,
          links: [{ title: 'Slow traces', page: 'traces' }],
        },
      ],
    },
    {
      title: 'Mini Market · PostgreSQL, Redis and nginx',
      panels: [
        series('store-latency', 'Latency p95 as the agents see it', [
          { signal: 'postgres.latency-p95', legend: 'postgres' },
          { signal: 'redis.latency-p95', legend: 'redis' },
        ]),
        series(
          'store-traffic',
          'Calls and requests',
          [
            { signal: 'postgres.traffic', legend: 'postgres' },
            { signal: 'redis.traffic', legend: 'redis' },
            { signal: 'nginx.traffic', legend: 'nginx' },
          ],
          { unit: 'ops' }
        ),
      ],
    },
    {
      panels: [
        series(
          'store-errors',
          'Error rate as the agents see it',
          [
            { signal: 'postgres.error-ratio', legend: 'postgres' },
            { signal: 'redis.error-ratio', legend: 'redis' },
          ],
          { softMax: 0.05 }
        ),
        series(
          'store-saturation',
          'Memory, share of the limit',
          [
            { signal: 'postgres.memory', legend: 'postgres' },
            { signal: 'redis.memory', legend: 'redis' },
            { signal: 'nginx.memory', legend: 'nginx' },
          ],
          { softMax: 1 }
        ),
      ],
    },
    {
      title: 'Mini Market · Docker host',
      panels: [
        series('host-cpu', 'CPU', [{ signal: 'node.cpu', by: ['instance'], legend: '{{instance}}' }], {
          ...third,
          softMax: 1,
        }),
        series('host-memory', 'Memory', [{ signal: 'node.memory', by: ['instance'], legend: '{{instance}}' }], {
          ...third,
          softMax: 1,
        }),
        series(
          'host-disk',
          'Disk',
          [{ signal: 'node.disk-used', by: ['instance', 'mountpoint'], legend: '{{instance}} {{mountpoint}}' }],
          { ...third, softMax: 1 }
        ),
      ],
    },
    {
      title: 'Mini Market · monitoring',
      panels: [
        {
          id: 'agents-scraped',
          title: 'Scraped, of 4',
          kind: 'stat',
          queries: [{ signal: 'system.agents-scraped', legend: 'Agents scraped' }],
          columns: 4,
          heightPx: 280,
        },
        {
          id: 'targets',
          title: 'Scrape targets',
          kind: 'state-timeline',
          queries: [{ signal: 'system.target-up', by: ['job'], legend: '{{job}}' }],
          columns: 12,
          heightPx: 280,
        },
        series('log-lines', 'Log lines', [{ signal: 'system.log-lines', by: ['service'], legend: '{{service}}' }], {
          ...third,
          links: [{ title: 'Logs', page: 'logs' }],
        }),
      ],
    },
  ],
};
