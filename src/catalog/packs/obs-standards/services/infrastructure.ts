import { type Signal } from '../../../../domain/signals/types';
import { DISK_AVAILABLE, DISK_SIZE, nodeSignals } from '../../nodeSignals';

const perSecond = (title: string, metric: string, unit: string): Signal => ({
  kind: 'rate',
  title,
  metric,
  unit,
  direction: 'neutral',
});

const nodes = nodeSignals({
  cpu: { warning: 0.8 },
  memory: { critical: 0.9 },
  disk: { warning: 0.85 },
  // The document has no such bound: the lowest and the highest of its three.
  fullest: { warning: 0.8, critical: 0.9 },
});

/** Nodes, through the node exporter. All are shares of 1: the document's percents are multiplied once more in its texts. */
export const nodeSignalsOfStandard: Readonly<Record<string, Signal>> = {
  ...nodes,
  cpu: { ...nodes.cpu, implements: ['OBS-MET-19'] },
  memory: { ...nodes.memory, implements: ['OBS-MET-20'] },
  disk: { ...nodes.disk, implements: ['OBS-MET-21'] },
  'disk-in-24h': {
    kind: 'expression',
    title: 'Disk, expected in 24 h',
    description:
      'Used share of the fullest file system in a day, if the last six hours go on. Method and horizon are ours.',
    expr: `max by ($by) (clamp(1 - predict_linear(${DISK_AVAILABLE}[6h], 86400) / (${DISK_SIZE} > 0), 0, 1))`,
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
