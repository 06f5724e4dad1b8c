import { networkMetrics, nodeMetrics } from '../../kit/node';
import { around, steady, wholeAround } from '../../kit/rates';
import type { CounterSeries, MetricModel, Of } from '../../model';
import { INCIDENT } from './incidents';
import { NODES, PODS } from './topology';

const MIB = 1024 ** 2;

/** Container series come from the machine that runs the pod. */
const containers = PODS.map(([pod, container], index) => ({
  job: 'cadvisor',
  instance: NODES[index % NODES.length]!,
  labels: { namespace: 'production', pod, container },
}));

function perContainer(rate: (pod: string) => Of<number>): CounterSeries[] {
  return containers.map((where) => ({ ...where, ratePerSecond: rate(where.labels.pod) }));
}

export const infrastructureMetrics: MetricModel[] = [
  ...networkMetrics({ key: 'obs-standards', job: 'node-exporter', instances: NODES }),
  ...nodeMetrics({
    key: 'obs-standards',
    job: 'node-exporter',
    instances: NODES,
    cpuShare: (node) => around(`obs/cpu/${node}`, 0.48, 0.12, node === 'node-1' ? [[INCIDENT.nodeCpu, 0.5]] : []),
    memoryShare: (node) =>
      around(`obs/memory/${node}`, 0.62, 0.05, node === 'node-2' ? [[INCIDENT.nodeMemory, 0.32]] : []),
    diskShare: (node) => around(`obs/disk/${node}`, 0.58, 0.01, node === 'node-3' ? [[INCIDENT.nodeDisk, 0.3]] : []),
  }),
  {
    kind: 'counter',
    name: 'kube_pod_container_status_restarts_total',
    help: 'Container restarts',
    series: PODS.map(([pod, container]) => ({
      job: 'kube-state-metrics',
      labels: { namespace: 'production', pod, container },
      ratePerSecond: (tMs, world) => (pod === 'user-service-1' ? world.incident(INCIDENT.userDown, tMs) / 180 : 0),
    })),
  },
  {
    kind: 'counter',
    name: 'container_cpu_usage_seconds_total',
    help: 'CPU time by container',
    series: perContainer((pod) => steady(`obs/container-cpu/${pod}`, 0.6, 0.3)),
  },
  {
    kind: 'gauge',
    name: 'container_memory_working_set_bytes',
    help: 'Memory that cannot be reclaimed, by container',
    series: containers.map((where) => ({
      ...where,
      value: wholeAround(`obs/container-memory/${where.labels.pod}`, 480 * MIB, 50 * MIB),
    })),
  },
  {
    kind: 'counter',
    name: 'container_network_receive_bytes_total',
    help: 'Bytes received by container',
    series: perContainer((pod) => steady(`obs/receive/${pod}`, 420_000, 0.3)),
  },
  {
    kind: 'counter',
    name: 'container_network_transmit_bytes_total',
    help: 'Bytes sent by container',
    series: perContainer((pod) => steady(`obs/transmit/${pod}`, 610_000, 0.3)),
  },
  {
    kind: 'gauge',
    name: 'prometheus_tsdb_head_series',
    help: 'Series in the head block',
    series: [{ job: 'prometheus', value: wholeAround('obs/head-series', 268_000, 6_000) }],
  },
];
