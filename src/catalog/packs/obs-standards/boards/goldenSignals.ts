import { type Board } from '../../../types';
import { graph } from '../../panels';

const quarter = { columns: 6, heightPx: 280 } as const;
const BACKING = [
  { id: 'postgresql', legend: 'PostgreSQL' },
  { id: 'rabbitmq', legend: 'RabbitMQ' },
  { id: 'external-api', legend: 'external API' },
];
const called = (signal: string) => BACKING.map(({ id, legend }) => ({ signal: `${id}.${signal}`, legend }));

/** Latency, traffic, errors and saturation of what the services depend on, and whether all of it is scraped. */
export const goldenSignalsBoard: Board = {
  id: 'golden-signals',
  title: 'Backing systems of the standard',
  page: 'platform',
  rows: [
    {
      title: 'Backing systems',
      panels: [
        graph('database-latency', 'PostgreSQL, duration p95', [{ signal: 'postgresql.latency-p95', legend: 'p95' }], {
          ...quarter,
        }),
        graph(
          'called-latency',
          'Latency p95 for callers',
          [
            { signal: 'rabbitmq.latency-p95', legend: 'RabbitMQ' },
            { signal: 'external-api.latency-p95', legend: 'external API' },
          ],
          quarter
        ),
        graph('called-traffic', 'Calls', called('traffic'), quarter),
        graph('called-errors', 'Error rate', called('error-ratio'), { ...quarter, softMax: 0.05 }),
      ],
    },
    {
      title: 'Scrape targets',
      panels: [
        {
          id: 'targets',
          title: 'Scrape targets',
          kind: 'state-timeline',
          queries: [{ signal: 'system.target-up', by: ['job', 'instance'], legend: '{{job}} {{instance}}' }],
          columns: 14,
          heightPx: 420,
          implements: ['OBS-STACK-10'],
        },
        {
          id: 'target-health',
          title: 'Targets and their last scrape',
          kind: 'table',
          queries: ['target-up', 'scrape-age'].map((name) => ({ signal: `system.${name}`, by: ['job', 'instance'] })),
          columns: 10,
          heightPx: 420,
          implements: ['OBS-STACK-10'],
        },
      ],
    },
  ],
};
