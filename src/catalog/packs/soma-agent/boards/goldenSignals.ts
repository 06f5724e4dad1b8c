import { type Board } from '../../../types';
import { graph } from '../../panels';

const quarter = { columns: 6, heightPx: 280 } as const;
/** Everything that works through what comes in, and the names of its signals. */
const WORKERS = [
  { id: 'gateway', legend: 'gateway' },
  { id: 'conversation-worker', legend: 'conversation worker' },
  { id: 'tool-executor', legend: 'tool executor' },
  { id: 'router', legend: 'router' },
  { id: 'canvas-service', legend: 'canvas service' },
  { id: 'delegation-gateway', legend: 'delegation gateway' },
];
const STORES = [
  { id: 'kafka', legend: 'Kafka' },
  { id: 'redis', legend: 'Redis' },
  { id: 'postgres', legend: 'PostgreSQL' },
];
const each = (parts: typeof WORKERS, signal: string) =>
  parts.map(({ id, legend }) => ({ signal: `${id}.${signal}`, legend }));

/** Latency, traffic, errors and saturation of every part, and what watches them. */
export const goldenSignalsBoard: Board = {
  id: 'golden-signals',
  title: 'SomaAgent golden signals',
  page: 'platform',
  rows: [
    {
      title: 'Gateways and workers',
      panels: [
        graph('worker-latency', 'Latency p95', each(WORKERS, 'latency-p95'), { ...quarter, thresholds: {} }),
        graph('worker-traffic', 'Work taken in', each(WORKERS, 'traffic'), {
          ...quarter,
          unit: 'ops',
        }),
        graph('worker-errors', 'Error rate', each(WORKERS, 'error-ratio'), {
          ...quarter,
          thresholds: {},
          softMax: 0.05,
        }),
        graph(
          'worker-saturation',
          'Work that waits or runs',
          [
            { signal: 'kafka.lag', by: ['group'], legend: 'lag of {{group}}' },
            { signal: 'tool-executor.sandbox-active', legend: 'in the sandbox' },
          ],
          { ...quarter, thresholds: {} }
        ),
      ],
    },
    {
      title: 'Kafka, Redis and PostgreSQL',
      panels: [
        graph('store-latency', 'Latency p95 for callers', each(STORES, 'latency-p95'), quarter),
        graph('store-traffic', 'Calls', each(STORES, 'traffic'), quarter),
        graph('store-errors', 'Error rate for callers', each(STORES, 'error-ratio'), {
          ...quarter,
          softMax: 0.05,
        }),
        graph(
          'store-saturation',
          'Connections and clients',
          [
            { signal: 'postgres.connections', by: ['state'], legend: 'PostgreSQL {{state}}' },
            { signal: 'redis.clients', legend: 'Redis clients' },
          ],
          quarter
        ),
      ],
    },
    {
      title: 'Models and policy',
      panels: [
        graph(
          'model-latency',
          'Model latency p95',
          [{ signal: 'conversation-worker.model-latency-p95', by: ['model'], legend: '{{model}}' }],
          quarter
        ),
        graph(
          'model-traffic',
          'Model invocations',
          [{ signal: 'conversation-worker.model-invocations', by: ['model'], legend: '{{model}}' }],
          quarter
        ),
        graph('policy-latency', 'Policy latency p95', [{ signal: 'policy.latency-p95', legend: 'p95' }], quarter),
        graph(
          'policy-blocks',
          'Blocked by policy',
          [{ signal: 'policy.blocks', by: ['instance'], legend: '{{instance}}' }],
          quarter
        ),
      ],
    },
    {
      title: 'Monitoring',
      panels: [
        {
          id: 'targets',
          title: 'Scrape targets',
          kind: 'state-timeline',
          queries: [{ signal: 'system.target-up', by: ['job'], legend: '{{job}}' }],
          columns: 24,
          heightPx: 320,
        },
      ],
    },
  ],
};
