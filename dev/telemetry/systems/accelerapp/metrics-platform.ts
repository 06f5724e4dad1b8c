import { nodeMetrics } from '../../kit/node';
import { around, steady, wholeAround } from '../../kit/rates';
import type { CounterSeries, MetricModel, Of } from '../../model';
import { diskFilling, memoryGrowth, requestFlood } from './incidents';
import { generations } from './operations';
import { nodes } from './targets';

const job = 'node-exporter';
const workerNode = nodes[1];

const cpuShare =
  (instance: string): Of<number> =>
  (tMs, world) =>
    (0.14 + 0.3 * world.daily(tMs)) * (1 + 0.1 * world.noise(`accelerapp.cpu.${instance}`, tMs)) +
    0.62 * world.incident(requestFlood, tMs);
const memoryShare = (instance: string) =>
  around(`accelerapp.memory.${instance}`, 0.57, 0.04, instance === workerNode ? [[memoryGrowth, 0.36]] : []);
const diskShare = (instance: string) =>
  around(`accelerapp.disk.${instance}`, 0.55, 0.01, instance === workerNode ? [[diskFilling, 0.4]] : []);

const interfaces = ['eth0', 'cni0'];
function bytesPerSecond(instance: string, device: string, base: number): Of<number> {
  const usual = steady(`accelerapp.net.${instance}.${device}`, base, 0.3);
  return (tMs, world) => usual(tMs, world) * world.daily(tMs) + 9e6 * world.incident(requestFlood, tMs);
}
const perInterface = (base: number): CounterSeries[] =>
  nodes.flatMap((instance) =>
    interfaces.map((device) => ({
      job,
      instance,
      labels: { device },
      ratePerSecond: bytesPerSecond(instance, device, base),
    }))
  );

/** Nodes of the cluster, the model server and the monitoring stack. */
export const platformMetrics: MetricModel[] = [
  ...nodeMetrics({ key: 'accelerapp', job, instances: nodes, cpuShare, memoryShare, diskShare }),
  {
    kind: 'counter',
    name: 'node_network_receive_bytes_total',
    help: 'Bytes received',
    series: perInterface(1.8e6),
  },
  {
    kind: 'counter',
    name: 'node_network_transmit_bytes_total',
    help: 'Bytes sent',
    series: perInterface(2.6e6),
  },
  {
    kind: 'gauge',
    name: 'node_procs_running',
    help: 'Processes that can run',
    series: nodes.map((instance) => ({
      job,
      instance,
      value: wholeAround(`accelerapp.running.${instance}`, 3, 2, [[requestFlood, 14]]),
    })),
  },
  {
    kind: 'gauge',
    name: 'node_procs_blocked',
    help: 'Processes that wait for the disk',
    series: nodes.map((instance) => ({
      job,
      instance,
      value: wholeAround(`accelerapp.blocked.${instance}`, 0.3, 0.4),
    })),
  },
  {
    kind: 'gauge',
    name: 'ollama_models_loaded',
    help: 'Models that the server holds in memory',
    series: [{ job: 'ollama', value: () => 2 }],
  },
  {
    kind: 'gauge',
    name: 'ollama_requests_active',
    help: 'Requests that the server works on',
    series: [{ job: 'ollama', value: (tMs, world) => Math.round(2.9 * generations(tMs, world)) }],
  },
  {
    kind: 'gauge',
    name: 'prometheus_tsdb_head_series',
    help: 'Series in the head block',
    series: [{ job: 'prometheus', value: wholeAround('accelerapp.head-series', 86_000, 1_500) }],
  },
  {
    kind: 'counter',
    name: 'otelcol_receiver_accepted_spans',
    help: 'Spans that the collector accepted',
    series: [{ job: 'otel-collector', ratePerSecond: (tMs, world) => 4.2 * generations(tMs, world) }],
  },
  {
    kind: 'counter',
    name: 'otelcol_exporter_send_failed_spans',
    help: 'Spans that the collector could not pass on',
    series: [{ job: 'otel-collector', ratePerSecond: () => 0 }],
  },
];
