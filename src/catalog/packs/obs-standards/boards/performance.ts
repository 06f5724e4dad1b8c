import { type Board } from '../../../types';
import { graph } from '../../panels';

const byOperation = ['service_name', 'span_name'];

/** Document 004, performance monitoring: the last hour of each operation against its last day, and capacity. */
export const performanceBoard: Board = {
  id: 'performance-baselines',
  title: 'Performance baselines of the standard',
  description:
    'An operation is anomalous when it is twice as slow as, or fails five times as often as, in its last day.',
  page: 'boards',
  rows: [
    {
      title: 'Operations',
      panels: [
        {
          id: 'operations',
          title: 'Last hour against last day',
          kind: 'table',
          queries: ['operation-slowdown', 'operation-error-growth', 'operation-p95-1h', 'operation-p95-24h'].map(
            (name) => ({ signal: `system.${name}`, by: byOperation })
          ),
          columns: 24,
          heightPx: 480,
          links: [{ title: 'Traces', page: 'traces' }],
        },
        graph(
          'slowdown',
          'p95 against its day',
          [{ signal: 'system.operation-slowdown', by: byOperation, legend: '{{service_name}} {{span_name}}' }],
          { softMax: 2.5, heightPx: 360 }
        ),
        graph(
          'error-growth',
          'Errors against their day',
          [{ signal: 'system.operation-error-growth', by: byOperation, legend: '{{service_name}} {{span_name}}' }],
          { softMax: 6, heightPx: 360 }
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
          { softMax: 1 }
        ),
        graph('memory', 'Memory of nodes', [{ signal: 'nodes.memory', by: ['instance'], legend: '{{instance}}' }], {
          softMax: 1,
        }),
      ],
    },
  ],
};
