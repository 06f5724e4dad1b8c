import { type Runbook } from '../../../../domain/runbook/types';
import { command, investigate, kubernetes, metric, mitigate, on, promql, symptom, verify } from '../../runbookKit';
import { common, written } from './parts';

const node = { ...common, service: 'nodes' } as const;
const drain = command('kubectl cordon $instance', 'No new pods there.');

export const infrastructureRunbooks: readonly Runbook[] = [
  {
    ...node,
    id: 'high-cpu-usage',
    title: 'High CPU usage',
    alerts: ['high-cpu-usage'],
    severity: 'warning',
    summary: 'The CPU of a node is used for more than 80 %.',
    steps: [
      symptom(),
      investigate('modes', 'Work, waiting or stolen?', {
        checks: [
          promql(
            'CPU by mode',
            'avg by (mode) (rate(node_cpu_seconds_total{mode=~"user|system|iowait|steal",$where}[$window]))',
            '>',
            0.6,
            { unit: 'percentunit' }
          ),
          metric('nodes.cpu', '>', 0.8, { by: ['instance'], title: 'CPU of nodes' }),
        ],
      }),
      investigate('who', 'Who uses it?', {
        checks: [
          metric('containers.cpu', '>', 2, { by: ['pod'], title: 'CPU of pods' }),
          metric('system.requests', '>', 500, { by: ['service'], title: 'Requests' }),
          command('kubectl top pods --all-namespaces --sort-by=cpu'),
        ],
      }),
      mitigate('move', 'Spread the load', { checks: [kubernetes.scale(4), drain] }),
      verify([metric('system.latency-p95', '>', 0.5, { by: ['service'] })]),
      written,
    ],
    implements: ['OBS-RUN-05'],
  },
  {
    ...node,
    id: 'high-memory-usage',
    title: 'High memory usage',
    alerts: ['high-memory-usage'],
    severity: 'critical',
    responseMinutes: 5,
    summary: 'More than 90 % of a node’s memory are used. Next the kernel kills processes.',
    steps: [
      symptom(),
      investigate('node', 'Which node, how long does it last?', {
        checks: [
          metric('nodes.memory', '>', 0.9, { by: ['instance'], title: 'Memory of nodes' }),
          promql(
            'Memory used in an hour, at this pace',
            '1 - predict_linear(node_memory_MemAvailable_bytes{$where}[20m], 3600) / node_memory_MemTotal_bytes{$where}',
            '>',
            0.98,
            { unit: 'percentunit' }
          ),
        ],
      }),
      investigate('who', 'Who uses it?', {
        checks: [
          metric('containers.memory', '>', 4e9, { by: ['pod'], title: 'Memory of pods' }),
          metric('system.memory', '>', 2e9, { by: ['service'], title: 'Memory of services' }),
          metric('kubernetes.restarts-1h', '>', 3, { by: ['pod'], title: 'Restarts within an hour' }),
          command('kubectl top pods --all-namespaces --sort-by=memory'),
        ],
      }),
      mitigate('restart', 'Restart what uses most', {
        text: 'The pods of this node that stand out above; one after the other.',
        checks: [kubernetes.restart, drain],
        implements: ['OBS-RUN-10'],
      }),
      verify(),
      written,
    ],
    implements: ['OBS-RUN-06'],
  },
  {
    ...node,
    id: 'disk-space-low',
    title: 'Disk space low',
    alerts: ['disk-space-low'],
    severity: 'warning',
    summary: 'A disk is more than 85 % full.',
    steps: [
      symptom(),
      investigate('mounts', 'Which disk?', {
        checks: [metric('nodes.disk', '>', 0.85, { by: ['instance', 'mountpoint'], title: 'Disk usage' })],
      }),
      investigate('growth', 'How long does it last?', {
        checks: [
          metric('nodes.disk-in-24h', '>', 1, {
            by: ['instance', 'mountpoint'],
            title: 'Usage in a day, at this pace',
          }),
        ],
        branches: [on('abnormal', 'free', 'It is full within a day.')],
      }),
      investigate('who', 'What fills it?', {
        checks: [
          metric('prometheus.storage-size', '>', 50e9, { title: 'Size of Prometheus' }),
          command('du -xh $mountpoint --max-depth=2 | sort -h | tail -20'),
        ],
      }),
      mitigate('free', 'Free space', {
        text: 'Old logs and images first. Then enlarge the disk.',
        checks: [
          command('journalctl --vacuum-size=500M', 'Old logs are gone for good.'),
          command('crictl rmi --prune', 'Images have to be fetched again.'),
        ],
      }),
      verify(),
      written,
    ],
    implements: ['OBS-RUN-07'],
  },
];
