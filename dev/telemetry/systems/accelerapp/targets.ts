import type { ServiceModel, TargetModel } from '../../model';
import { ollamaDown, podDown } from './incidents';

/** Both pods of the application. */
export const pods = ['accelerapp-0:8080', 'accelerapp-1:8080'] as const;
export type Pod = (typeof pods)[number];
export const fallingPod: Pod = 'accelerapp-1:8080';
/** The worker and its artefacts live on the second node. */
export const nodes = ['node-1:9100', 'node-2:9100'] as const;

/** The application, its model server, the nodes, and the monitoring stack, which is watched as well. */
export const targets: TargetModel[] = [
  { job: 'accelerapp', instance: pods[0] },
  { job: 'accelerapp', instance: pods[1], up: (tMs, world) => world.incident(podDown, tMs) < 0.5 },
  { job: 'ollama', instance: 'ollama:11434', up: (tMs, world) => world.incident(ollamaDown, tMs) < 0.5 },
  ...nodes.map((instance) => ({ job: 'node-exporter', instance })),
  { job: 'prometheus', instance: 'prometheus:9090' },
  { job: 'alertmanager', instance: 'alertmanager:9093' },
  { job: 'grafana', instance: 'grafana:3000' },
  { job: 'elasticsearch', instance: 'elasticsearch:9200' },
  { job: 'logstash', instance: 'logstash:9600' },
  { job: 'kibana', instance: 'kibana:5601' },
  { job: 'jaeger', instance: 'jaeger:14269' },
  { job: 'otel-collector', instance: 'otel-collector:8888' },
];

/** Services that send spans. Ollama sits behind a proxy that does. */
export const services: ServiceModel[] = ['accelerapp', 'accelerapp-worker', 'ollama'].map((name) => ({
  name,
  resource: { 'deployment.environment': 'production', 'k8s.namespace.name': 'accelerapp' },
  scope: 'accelerapp.observability.tracing',
}));
