import { type Signal } from '../../../../domain/signals/types';

// Pseudo file systems are never or always full.
const disks = 'fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660"';

/** The Docker host, through the node exporter. */
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
  },
  memory: {
    kind: 'expression',
    title: 'Memory',
    description: 'Share that is not available for new work.',
    expr: '1 - sum by ($by) (node_memory_MemAvailable_bytes{$where}) / (sum by ($by) (node_memory_MemTotal_bytes{$where}) > 0)',
    metrics: ['node_memory_MemAvailable_bytes', 'node_memory_MemTotal_bytes'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.85 },
  },
  'disk-used': {
    kind: 'expression',
    title: 'Disk',
    description: 'Used share of the fullest file system.',
    expr: `max by ($by) (1 - node_filesystem_avail_bytes{${disks}, $where} / (node_filesystem_size_bytes{${disks}, $where} > 0))`,
    metrics: ['node_filesystem_avail_bytes', 'node_filesystem_size_bytes'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { critical: 0.9 },
  },
};
