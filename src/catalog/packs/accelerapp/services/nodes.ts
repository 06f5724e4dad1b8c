import { type Signal } from '../../../../domain/signals/types';

// Pseudo file systems are never or always full.
const disks = 'fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660"';
const available = 'sum by ($by) (node_memory_MemAvailable_bytes{$where})';
const total = 'sum by ($by) (node_memory_MemTotal_bytes{$where})';

const bytesPerSecond = (title: string, metric: string, requirements: readonly string[]): Signal => ({
  kind: 'rate',
  title,
  metric,
  // What a machine says to itself is no traffic.
  where: { device: { not: 'lo' } },
  unit: 'Bps',
  direction: 'neutral',
  implements: requirements,
});

const processes = (title: string, metric: string, requirements: readonly string[]): Signal => ({
  kind: 'gauge',
  title,
  metric,
  aggregation: 'sum',
  unit: 'short',
  direction: 'lower-is-better',
  implements: requirements,
});

/** The machines, through the node exporter, by `instance`. */
export const nodeSignals: Readonly<Record<string, Signal>> = {
  cpu: {
    kind: 'ratio',
    title: 'CPU',
    description: 'Share of the time of all cores that is not idle.',
    part: { metric: 'node_cpu_seconds_total', where: { mode: { not: 'idle' } } },
    total: { metric: 'node_cpu_seconds_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.8 },
    implements: ['ACC-METRIC-08'],
  },
  memory: {
    kind: 'expression',
    title: 'Memory',
    description: 'Share that is not available for new work.',
    expr: `1 - ${available} / (${total} > 0)`,
    metrics: ['node_memory_MemAvailable_bytes', 'node_memory_MemTotal_bytes'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.85 },
  },
  'memory-used': {
    kind: 'expression',
    title: 'Memory in use',
    description: 'What is not available for new work.',
    expr: `${total} - ${available}`,
    metrics: ['node_memory_MemAvailable_bytes', 'node_memory_MemTotal_bytes'],
    unit: 'bytes',
    direction: 'neutral',
    implements: ['ACC-METRIC-09'],
  },
  'disk-available': {
    kind: 'expression',
    title: 'Disk available',
    description: 'Free share of the fullest file system.',
    expr: `min by ($by) (node_filesystem_avail_bytes{${disks}, $where} / (node_filesystem_size_bytes{${disks}, $where} > 0))`,
    metrics: ['node_filesystem_avail_bytes', 'node_filesystem_size_bytes'],
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { warning: 0.1 },
    implements: ['ACC-METRIC-10'],
  },
  'network-received': bytesPerSecond('Network received', 'node_network_receive_bytes_total', ['ACC-METRIC-11']),
  'network-sent': bytesPerSecond('Network sent', 'node_network_transmit_bytes_total', ['ACC-METRIC-11']),
  'processes-running': processes('Runnable processes', 'node_procs_running', ['ACC-METRIC-12']),
  'processes-blocked': processes('Processes waiting for the disk', 'node_procs_blocked', ['ACC-METRIC-12']),
};
