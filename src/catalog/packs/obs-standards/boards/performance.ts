import { type Board } from '../../../types';
import { graph, stat } from '../../panels';

const byOperation = { by: ['service_name', 'span_name'], legend: '{{service_name}} {{span_name}}' };
const third = { columns: 8, heightPx: 300 } as const;
const quarter = { columns: 6, heightPx: 150 } as const;
const toTraces = [{ title: 'Traces', page: 'traces' as const }];

/** Document 004, performance monitoring: the last hour of each operation against the day before it, and capacity. */
export const performanceBoard: Board = {
  id: 'performance-baselines',
  title: 'Performance baselines of the standard',
  description:
    'An operation is anomalous when it is twice as slow as, or fails five times as often as, in the day before its last hour.',
  page: 'boards',
  implements: ['OBS-DASH-05'],
  rows: [
    {
      panels: [
        stat('slow-operations', 'Slow now', 'system.slow-operations', { ...quarter, links: toTraces }),
        stat('failing-operations', 'Failing now', 'system.failing-operations', { ...quarter, links: toTraces }),
        stat('without-baseline', 'No baseline', 'system.operations-without-baseline', quarter),
        stat('compared-operations', 'Compared', 'system.compared-operations', quarter),
      ],
    },
    {
      title: 'Operations',
      panels: [
        {
          id: 'operations',
          title: 'Last hour against the day before',
          description:
            'Slowest against its day on top. What to do: open a slow trace of the operation, look where its time goes, and at what was deployed before it began.',
          kind: 'table',
          queries: [
            'operation-slowdown',
            'operation-error-growth',
            'operation-p95-1h',
            'operation-p95-24h',
            'operation-error-ratio-1h',
            'operation-error-ratio-24h',
          ].map((name) => ({ signal: `system.${name}`, by: byOperation.by })),
          columns: 24,
          heightPx: 480,
          links: toTraces,
        },
        graph('slowdown', 'p95 against its day', [{ signal: 'system.operation-slowdown', ...byOperation }], {
          ...third,
          softMax: 2.5,
          links: toTraces,
        }),
        graph(
          'error-growth',
          'Errors against their day',
          [{ signal: 'system.operation-error-growth', ...byOperation }],
          {
            ...third,
            softMax: 6,
            links: toTraces,
          }
        ),
        graph(
          'versions',
          'Running versions',
          [{ signal: 'system.running-version', by: ['service', 'version'], legend: '{{service}} {{version}}' }],
          { ...third, decimals: 0, stacked: true }
        ),
      ],
    },
    {
      title: 'Capacity',
      panels: [
        graph(
          'disk-forecast',
          'Disk, expected in 24 h',
          [{ signal: 'nodes.disk-in-24h', by: ['instance', 'mountpoint'], legend: '{{instance}} {{mountpoint}}' }],
          { ...third, softMax: 1 }
        ),
        graph('memory', 'Memory of nodes', [{ signal: 'nodes.memory', by: ['instance'], legend: '{{instance}}' }], {
          ...third,
          softMax: 1,
        }),
        graph('cpu', 'CPU of nodes', [{ signal: 'nodes.cpu', by: ['instance'], legend: '{{instance}}' }], {
          ...third,
          softMax: 1,
        }),
      ],
    },
  ],
};
