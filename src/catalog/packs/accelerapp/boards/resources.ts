import { type Board } from '../../../types';

const third = { columns: 8, heightPx: 300 } as const;

/** Document 003 plans a dashboard of resource utilisation; its metrics are those of the node exporter. */
export const resourcesBoard: Board = {
  id: 'resources',
  title: 'Accelerapp resource utilisation',
  description: 'What the nodes carry, and how much is left.',
  page: 'boards',
  implements: ['ACC-DASH-02'],
  rows: [
    {
      panels: [
        {
          id: 'cpu',
          title: 'CPU',
          kind: 'timeseries',
          queries: [{ signal: 'node-exporter.cpu', by: ['instance'], legend: '{{instance}}' }],
          softMax: 1,
          ...third,
        },
        {
          id: 'memory',
          title: 'Memory',
          kind: 'timeseries',
          queries: [{ signal: 'node-exporter.memory', by: ['instance'], legend: '{{instance}}' }],
          softMax: 1,
          ...third,
        },
        {
          id: 'disk',
          title: 'Disk available',
          kind: 'bar-gauge',
          queries: [
            {
              signal: 'node-exporter.disk-available',
              by: ['instance', 'mountpoint'],
              legend: '{{instance}} {{mountpoint}}',
            },
          ],
          max: 1,
          ...third,
        },
      ],
    },
    {
      panels: [
        {
          id: 'network',
          title: 'Network I/O',
          kind: 'timeseries',
          queries: [
            { signal: 'node-exporter.network-received', by: ['instance'], legend: '{{instance}} RX' },
            { signal: 'node-exporter.network-sent', by: ['instance'], legend: '{{instance}} TX' },
          ],
          columns: 12,
          heightPx: 300,
        },
        {
          id: 'processes',
          title: 'Processes',
          kind: 'timeseries',
          queries: [
            { signal: 'node-exporter.processes-running', by: ['instance'], legend: '{{instance}} runnable' },
            {
              signal: 'node-exporter.processes-blocked',
              by: ['instance'],
              legend: '{{instance}} waiting for the disk',
            },
          ],
          columns: 12,
          heightPx: 300,
        },
      ],
    },
  ],
};
