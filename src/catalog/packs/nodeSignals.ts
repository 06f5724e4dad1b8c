import { type Signal, type Thresholds } from '../../domain/signals/types';

// Pseudo file systems are always full or always empty, and would fire for ever.
const REAL_DISKS = 'fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660"';
export const DISK_AVAILABLE = `node_filesystem_avail_bytes{${REAL_DISKS}, $where}`;
export const DISK_SIZE = `node_filesystem_size_bytes{${REAL_DISKS}, $where}`;

const cpuBusy = (by: string) => `1 - avg by (${by}) (rate(node_cpu_seconds_total{mode="idle", $where}[$window]))`;
const memoryUsed = (by: string) =>
  `1 - sum by (${by}) (node_memory_MemAvailable_bytes{$where}) / (sum by (${by}) (node_memory_MemTotal_bytes{$where}) > 0)`;
const diskUsed = (by: string) => `max by (${by}) (1 - ${DISK_AVAILABLE} / (${DISK_SIZE} > 0))`;

interface NodeBounds {
  cpu: Thresholds;
  memory: Thresholds;
  disk: Thresholds;
  /** Of whichever is fullest. */
  fullest: Thresholds;
}

/** Machines through the node exporter, as shares of 1. */
export function nodeSignals(bounds: NodeBounds): Readonly<Record<NodeSignal, Signal>> {
  const share = (title: string, description: string, expr: string, metrics: string[], thresholds: Thresholds) =>
    ({
      kind: 'expression',
      title,
      description,
      expr,
      metrics,
      unit: 'percentunit',
      direction: 'lower-is-better',
      thresholds,
    }) as const;
  const traffic = (title: string, metric: string) =>
    ({ kind: 'rate', title, metric, unit: 'Bps', direction: 'neutral' }) as const;
  return {
    cpu: share('CPU', 'Share of all cores that is not idle.', cpuBusy('$by'), ['node_cpu_seconds_total'], bounds.cpu),
    memory: share(
      'Memory',
      'Share that is not available for new work.',
      memoryUsed('$by'),
      ['node_memory_MemAvailable_bytes', 'node_memory_MemTotal_bytes'],
      bounds.memory
    ),
    disk: share(
      'Disk',
      'Used share of the fullest file system; pseudo file systems are left out.',
      diskUsed('$by'),
      ['node_filesystem_avail_bytes', 'node_filesystem_size_bytes'],
      bounds.disk
    ),
    fullest: share(
      'Fullest resource',
      'The largest of CPU, memory and disk.',
      `max by ($by) (${cpuBusy('instance')} or label_replace(${memoryUsed('instance')}, "of", "memory", "", "") or label_replace(${diskUsed('instance')}, "of", "disk", "", ""))`,
      ['node_cpu_seconds_total', 'node_memory_MemAvailable_bytes', 'node_filesystem_avail_bytes'],
      bounds.fullest
    ),
    'network-received': traffic('Network received', 'node_network_receive_bytes_total'),
    'network-sent': traffic('Network sent', 'node_network_transmit_bytes_total'),
    network: {
      kind: 'expression',
      title: 'Network',
      description: 'Received and sent.',
      expr: 'sum by ($by) (rate(node_network_receive_bytes_total{$where}[$window])) + sum by ($by) (rate(node_network_transmit_bytes_total{$where}[$window]))',
      metrics: ['node_network_receive_bytes_total', 'node_network_transmit_bytes_total'],
      unit: 'Bps',
      direction: 'neutral',
    },
  };
}

type NodeSignal = 'cpu' | 'memory' | 'disk' | 'fullest' | 'network-received' | 'network-sent' | 'network';
