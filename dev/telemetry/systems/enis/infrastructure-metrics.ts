import type { MetricModel } from '../../model';
import { around, latency, steady, wholeAround } from '../../kit/rates';
import { networkMetrics, nodeMetrics } from '../../kit/node';
import { NODES, STACK_JOBS } from './topology';

const GB = 1e9;
const MIB = 1024 ** 2;

interface Container {
  namespace: string;
  pod: string;
  container: string;
  cores: number;
  memoryBytes: number;
}

function containers(namespace: string, name: string, replicas: number, cores: number, memoryGb: number): Container[] {
  return Array.from({ length: replicas }, (_, index) => ({
    namespace,
    pod: `${name}-${index}`,
    container: name,
    cores,
    memoryBytes: memoryGb * GB,
  }));
}

const CONTAINERS: Container[] = [
  ...containers('enis-platform', 'nops-kernel', 3, 2, 2),
  ...containers('enis-platform', 'inference-service', 2, 4, 8),
  ...containers('enis-platform', 'edge-gateway', 2, 1, 1),
  ...containers('enis-platform', 'redis', 1, 0.5, 2),
  ...containers('enis-platform', 'postgres', 1, 4, 16),
  ...containers('enis-observability', 'prometheus', 1, 2, 8),
  ...containers('enis-observability', 'elasticsearch', 3, 2, 8),
  ...containers('enis-observability', 'jaeger', 1, 1, 2),
  ...containers('enis-observability', 'grafana', 1, 0.5, 1),
];

function containerGauge(name: string, help: string, factor: number): MetricModel {
  return {
    kind: 'gauge',
    name,
    help,
    series: CONTAINERS.flatMap(({ namespace, pod, container, cores, memoryBytes }) => [
      {
        job: 'kube-state-metrics',
        labels: { namespace, pod, container, resource: 'cpu', unit: 'core' },
        value: () => cores * factor,
      },
      {
        job: 'kube-state-metrics',
        labels: { namespace, pod, container, resource: 'memory', unit: 'byte' },
        value: () => memoryBytes * factor,
      },
    ]),
  };
}

/** What the documented stack says about itself, as far as its objectives and checks need it. */
const stackMetrics: MetricModel[] = [
  {
    kind: 'histogram',
    name: 'prometheus_http_request_duration_seconds',
    help: 'Duration of HTTP requests to Prometheus',
    bucketsLe: [0.1, 0.2, 0.4, 0.5, 1, 3, 8, 20, 60],
    series: ['/api/v1/query', '/api/v1/query_range'].map((handler) => ({
      job: 'prometheus',
      labels: { handler },
      ratePerSecond: steady(`enis/prometheus${handler}`, 6),
      latency: latency(handler.endsWith('range') ? 0.09 : 0.03, 0.8),
    })),
  },
  {
    kind: 'gauge',
    name: 'prometheus_tsdb_head_series',
    help: 'Series in the head block',
    series: [{ job: 'prometheus', value: wholeAround('enis/head-series', 412_000, 9_000) }],
  },
  {
    kind: 'counter',
    name: 'prometheus_tsdb_head_samples_appended_total',
    help: 'Samples appended',
    series: [{ job: 'prometheus', labels: { type: 'float' }, ratePerSecond: steady('enis/samples', 27_000) }],
  },
  {
    kind: 'counter',
    name: 'alertmanager_notifications_total',
    help: 'Notifications by integration',
    series: ['pagerduty', 'slack', 'email'].map((integration) => ({
      job: 'alertmanager',
      labels: { integration },
      ratePerSecond: steady(`enis/notifications/${integration}`, 0.004),
    })),
  },
  {
    kind: 'counter',
    name: 'alertmanager_notifications_failed_total',
    help: 'Failed notifications by integration',
    series: ['pagerduty', 'slack', 'email'].map((integration) => ({
      job: 'alertmanager',
      labels: { integration },
      ratePerSecond: () => 0,
    })),
  },
  {
    kind: 'counter',
    name: 'vector_component_sent_events_total',
    help: 'Events sent by Vector component',
    series: ['elasticsearch', 's3_archive'].map((component) => ({
      job: 'vector',
      labels: { component_id: component, component_kind: 'sink' },
      ratePerSecond: steady(`enis/vector/${component}`, 340),
    })),
  },
  {
    kind: 'gauge',
    name: 'process_resident_memory_bytes',
    help: 'Resident memory in bytes',
    series: STACK_JOBS.map((job) => ({
      job,
      value: wholeAround(`enis/rss/${job}`, (job === 'vector' ? 38 : 900) * MIB, (job === 'vector' ? 3 : 60) * MIB),
    })),
  },
  {
    kind: 'gauge',
    name: 'elasticsearch_cluster_health_status',
    help: '1 for the colour that the cluster reports',
    series: ['green', 'yellow', 'red'].map((color) => ({
      job: 'elasticsearch',
      labels: { color },
      value: () => (color === 'green' ? 1 : 0),
    })),
  },
];

export const infrastructureMetrics: MetricModel[] = [
  containerGauge('kube_pod_container_resource_requests', 'Requested resources by container', 1),
  containerGauge('kube_pod_container_resource_limits', 'Resource limits by container', 2),
  ...networkMetrics({ key: 'enis', job: 'node-exporter', instances: NODES }),
  ...nodeMetrics({
    key: 'enis',
    job: 'node-exporter',
    instances: NODES,
    cpuShare: (instance) => around(`enis/node-cpu/${instance}`, 0.42, 0.1),
    memoryShare: (instance) => around(`enis/node-memory/${instance}`, 0.58, 0.05),
    diskShare: (instance) => around(`enis/node-disk/${instance}`, 0.61, 0.02),
  }),
  ...stackMetrics,
];
