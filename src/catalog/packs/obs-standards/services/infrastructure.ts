import { type Signal } from '../../../../domain/signals/types';

// Pseudo file systems are always full or always empty, and would fire for ever.
const disks = 'fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660"';
const available = `node_filesystem_avail_bytes{${disks}, $where}`;
const size = `node_filesystem_size_bytes{${disks}, $where}`;

const perSecond = (title: string, metric: string, unit: string): Signal => ({
  kind: 'rate',
  title,
  metric,
  unit,
  direction: 'neutral',
});

/** Nodes, through the node exporter. All are shares of 1: the document's percents are multiplied once more in its texts. */
export const nodeSignals: Readonly<Record<string, Signal>> = {
  cpu: {
    kind: 'expression',
    title: 'CPU',
    description: 'Share of all cores that is not idle.',
    expr: '1 - avg by ($by) (rate(node_cpu_seconds_total{mode="idle", $where}[$window]))',
    metrics: ['node_cpu_seconds_total'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.8 },
    implements: ['OBS-MET-19'],
  },
  memory: {
    kind: 'expression',
    title: 'Memory',
    description: 'Share that is not available for new work.',
    expr: '1 - sum by ($by) (node_memory_MemAvailable_bytes{$where}) / (sum by ($by) (node_memory_MemTotal_bytes{$where}) > 0)',
    metrics: ['node_memory_MemAvailable_bytes', 'node_memory_MemTotal_bytes'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { critical: 0.9 },
    implements: ['OBS-MET-20'],
  },
  disk: {
    kind: 'expression',
    title: 'Disk',
    description: 'Used share of the fullest file system; pseudo file systems are left out.',
    expr: `max by ($by) (1 - ${available} / (${size} > 0))`,
    metrics: ['node_filesystem_avail_bytes', 'node_filesystem_size_bytes'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.85 },
    implements: ['OBS-MET-21'],
  },
  fullest: {
    kind: 'expression',
    title: 'Fullest resource',
    description: 'The largest of CPU, memory and disk. Bounds of each differ; this one warns at the lowest.',
    expr: `max by ($by) (1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle", $where}[$window])) or label_replace(1 - sum by (instance) (node_memory_MemAvailable_bytes{$where}) / (sum by (instance) (node_memory_MemTotal_bytes{$where}) > 0), "of", "memory", "", "") or label_replace(max by (instance) (1 - ${available} / (${size} > 0)), "of", "disk", "", ""))`,
    metrics: ['node_cpu_seconds_total', 'node_memory_MemAvailable_bytes', 'node_filesystem_avail_bytes'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.8, critical: 0.9 },
  },
  'network-received': perSecond('Network received', 'node_network_receive_bytes_total', 'Bps'),
  'network-sent': perSecond('Network sent', 'node_network_transmit_bytes_total', 'Bps'),
  network: {
    kind: 'expression',
    title: 'Network',
    description: 'Received and sent.',
    expr: 'sum by ($by) (rate(node_network_receive_bytes_total{$where}[$window])) + sum by ($by) (rate(node_network_transmit_bytes_total{$where}[$window]))',
    metrics: ['node_network_receive_bytes_total', 'node_network_transmit_bytes_total'],
    unit: 'Bps',
    direction: 'neutral',
  },
  'disk-in-24h': {
    kind: 'expression',
    title: 'Disk, expected in 24 h',
    description:
      'Used share of the fullest file system in a day, if the last six hours go on. Method and horizon are ours.',
    expr: `max by ($by) (clamp(1 - predict_linear(${available}[6h], 86400) / (${size} > 0), 0, 1))`,
    metrics: ['node_filesystem_avail_bytes', 'node_filesystem_size_bytes'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.85, critical: 1 },
    implements: ['OBS-QUAL-33'],
  },
};

/** Containers, through cAdvisor. The document names the exporter and none of its metrics. */
export const containerSignals: Readonly<Record<string, Signal>> = {
  cpu: perSecond('CPU', 'container_cpu_usage_seconds_total', 'suffix: cores'),
  memory: {
    kind: 'gauge',
    title: 'Memory',
    description: 'Working set: what cannot be given back.',
    metric: 'container_memory_working_set_bytes',
    aggregation: 'sum',
    unit: 'bytes',
    direction: 'neutral',
  },
  'network-received': perSecond('Network received', 'container_network_receive_bytes_total', 'Bps'),
  'network-sent': perSecond('Network sent', 'container_network_transmit_bytes_total', 'Bps'),
};

/** Kubernetes objects, through kube-state-metrics. */
export const kubernetesSignals: Readonly<Record<string, Signal>> = {
  'restarts-1h': {
    kind: 'increase',
    title: 'Container restarts in 1 h',
    metric: 'kube_pod_container_status_restarts_total',
    window: '1h',
    unit: 'short',
    direction: 'lower-is-better',
  },
  restarts: {
    kind: 'gauge',
    title: 'Container restarts',
    description: 'Since the pod was made.',
    metric: 'kube_pod_container_status_restarts_total',
    aggregation: 'sum',
    unit: 'short',
    direction: 'lower-is-better',
  },
};
