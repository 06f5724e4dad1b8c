import { type Board } from '../../../types';
import { graph, stat } from '../../panels';

const quarter = { columns: 6, heightPx: 280 } as const;
const BACKING = [
  { id: 'postgresql', legend: 'PostgreSQL' },
  { id: 'rabbitmq', legend: 'RabbitMQ' },
  { id: 'external-api', legend: 'external API' },
];
const called = (signal: string) => BACKING.map(({ id, legend }) => ({ signal: `${id}.${signal}`, legend }));

/** Latency, traffic, errors and saturation of what the services depend on, and what watches all of them. */
export const goldenSignalsBoard: Board = {
  id: 'golden-signals',
  title: 'Backing systems and monitoring of the standard',
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
          'Latency p95 as the callers see it',
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
    {
      title: 'Monitoring of the monitoring',
      panels: [
        stat('cardinality', 'Series, of 1,000,000', 'prometheus.cardinality-used', { ...quarter }),
        {
          id: 'series-by-metric',
          title: 'Metrics with most series',
          kind: 'table',
          queries: [{ signal: 'prometheus.series-by-metric', by: ['__name__'] }],
          ...quarter,
        },
        graph('samples', 'Samples ingested', [{ signal: 'prometheus.samples-ingested', legend: 'samples' }], quarter),
        graph(
          'monitoring-failures',
          'Failures and drops',
          [
            { signal: 'prometheus.rule-failures', legend: 'rule evaluations' },
            { signal: 'prometheus.notifications-dropped', legend: 'alerts dropped' },
            { signal: 'alertmanager.notifications-failed', legend: 'notifications' },
            { signal: 'jaeger.spans-dropped', legend: 'spans dropped' },
          ],
          quarter
        ),
        graph('head-series', 'Series in memory', [{ signal: 'prometheus.head-series', legend: 'series' }], quarter),
        graph('storage', 'Stored blocks', [{ signal: 'prometheus.storage-size', legend: 'blocks' }], quarter),
        graph('spans', 'Spans received', [{ signal: 'jaeger.spans-received', legend: 'received' }], {
          ...quarter,
          links: [{ title: 'Traces', page: 'traces' }],
        }),
        graph('alerts', 'Alerts held', [{ signal: 'alertmanager.alerts', by: ['state'], legend: '{{state}}' }], {
          ...quarter,
          links: [{ title: 'Alerts', page: 'alerts' }],
        }),
      ],
    },
  ],
};
