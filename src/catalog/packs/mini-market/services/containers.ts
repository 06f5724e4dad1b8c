import { type Signal } from '../../../../domain/signals/types';

/** A container that is not named is a control group of the host, and would be counted twice. */
const where = { name: { not: '' } };

const bytesPerSecond = (title: string, metric: string): Signal => ({
  kind: 'rate',
  title,
  metric,
  where,
  unit: 'Bps',
  direction: 'neutral',
});

/** All containers, by `name`. The document plans no cAdvisor; its metrics have no other source. */
export const containersSignals: Readonly<Record<string, Signal>> = {
  cpu: {
    kind: 'expression',
    title: 'CPU',
    description:
      'Share of one core, of the busiest container where they are not told apart: 100 % is one core busy. The document leaves open of what its 80 % are.',
    expr: 'max by ($by) (sum by (name) (rate(container_cpu_usage_seconds_total{name!="", $where}[$window])))',
    metrics: ['container_cpu_usage_seconds_total'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.8 },
    implements: ['MM-METRIC-09'],
  },
  memory: {
    kind: 'gauge',
    title: 'Memory',
    metric: 'container_memory_usage_bytes',
    where,
    aggregation: 'sum',
    unit: 'decbytes',
    direction: 'neutral',
    implements: ['MM-METRIC-10'],
  },
  'memory-share': {
    kind: 'expression',
    title: 'Memory, share of the limit',
    description:
      'Of the fullest container where they are not told apart. The document puts a percentage on a gauge in bytes, so the limit is read too. No limit, no share.',
    expr: 'max by ($by) (sum by (name) (container_memory_usage_bytes{name!="", $where}) / (sum by (name) (container_spec_memory_limit_bytes{name!="", $where}) > 0))',
    metrics: ['container_memory_usage_bytes', 'container_spec_memory_limit_bytes'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.85 },
  },
  'disk-read': bytesPerSecond('Disk read', 'container_fs_reads_bytes_total'),
  'disk-written': bytesPerSecond('Disk written', 'container_fs_writes_bytes_total'),
  'network-sent': bytesPerSecond('Network sent', 'container_network_transmit_bytes_total'),
  'network-received': bytesPerSecond('Network received', 'container_network_receive_bytes_total'),
  'restarts-10m': {
    kind: 'expression',
    title: 'Restarts in 10 minutes',
    description:
      'How often the start time of a container changed. The document counts restarts of pods, and the system runs in Docker Compose, which has none.',
    expr: 'max by ($by) (changes(container_start_time_seconds{name!="", $where}[10m]))',
    metrics: ['container_start_time_seconds'],
    unit: 'short',
    direction: 'lower-is-better',
    thresholds: { warning: 5 },
  },
};
