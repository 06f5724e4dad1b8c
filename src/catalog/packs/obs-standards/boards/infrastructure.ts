import { type Board } from '../../../types';
import { graph } from '../../panels';

const quarter = { columns: 6, heightPx: 280 } as const;
const byPod = { by: ['pod'], legend: '{{pod}}' };

/** Document 004, infrastructure. It gives a checklist, three alerts and no numbers for the rest. */
export const infrastructureBoard: Board = {
  id: 'infrastructure',
  title: 'Infrastructure of the standard',
  page: 'platform',
  implements: ['OBS-DASH-03'],
  rows: [
    {
      title: 'Nodes',
      panels: [
        graph('node-cpu', 'CPU', [{ signal: 'nodes.cpu', by: ['instance'], legend: '{{instance}}' }], {
          ...quarter,
          softMax: 1,
          implements: ['OBS-PANEL-10'],
        }),
        graph('node-memory', 'Memory', [{ signal: 'nodes.memory', by: ['instance'], legend: '{{instance}}' }], {
          ...quarter,
          softMax: 1,
          implements: ['OBS-PANEL-11'],
        }),
        graph(
          'node-disk',
          'Disk',
          [{ signal: 'nodes.disk', by: ['instance', 'mountpoint'], legend: '{{instance}} {{mountpoint}}' }],
          { ...quarter, softMax: 1, implements: ['OBS-PANEL-12', 'OBS-QUAL-40'] }
        ),
        graph(
          'node-network',
          'Network',
          [
            { signal: 'nodes.network-received', by: ['instance'], legend: '{{instance}} received' },
            { signal: 'nodes.network-sent', by: ['instance'], legend: '{{instance}} sent' },
          ],
          { ...quarter, implements: ['OBS-QUAL-39'] }
        ),
      ],
    },
    {
      title: 'Containers and Kubernetes',
      panels: [
        graph('container-cpu', 'CPU', [{ signal: 'containers.cpu', ...byPod }], {
          ...quarter,
          implements: ['OBS-PANEL-24', 'OBS-QUAL-38'],
        }),
        graph('container-memory', 'Memory', [{ signal: 'containers.memory', ...byPod }], {
          ...quarter,
          implements: ['OBS-PANEL-24', 'OBS-QUAL-38'],
        }),
        graph(
          'container-network',
          'Network',
          [
            { signal: 'containers.network-received', by: ['pod'], legend: '{{pod}} received' },
            { signal: 'containers.network-sent', by: ['pod'], legend: '{{pod}} sent' },
          ],
          { ...quarter, implements: ['OBS-PANEL-24'] }
        ),
        {
          id: 'pod-restarts',
          title: 'Container restarts',
          kind: 'table',
          queries: ['restarts-1h', 'restarts'].map((name) => ({
            signal: `kubernetes.${name}`,
            by: ['namespace', 'pod', 'container'],
          })),
          ...quarter,
          implements: ['OBS-PANEL-24', 'OBS-QUAL-37'],
        },
      ],
    },
  ],
};
