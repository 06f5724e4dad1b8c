import type { ServiceModel, TargetModel } from '../../model';
import { INCIDENT } from './incidents';

export const SERVICES = ['user-service', 'order-service', 'payment-service', 'web-frontend'] as const;
export type ServiceName = (typeof SERVICES)[number];

export const NODES = ['node-1', 'node-2', 'node-3'] as const;
export const APPLICATION_JOB = 'application-metrics';

/** Pods by service; the first one of a service exposes its series. */
export const PODS: ReadonlyArray<readonly [pod: string, service: ServiceName]> = [
  ['user-service-0', 'user-service'],
  ['user-service-1', 'user-service'],
  ['order-service-0', 'order-service'],
  ['payment-service-0', 'payment-service'],
  ['web-frontend-0', 'web-frontend'],
];

export function instanceOf(service: ServiceName): string {
  return `${service}-0:8000`;
}

export const targets: TargetModel[] = [
  { job: 'prometheus', instance: 'localhost:9090' },
  ...PODS.map(([pod, service]): TargetModel => ({
    job: APPLICATION_JOB,
    instance: `${pod}:8000`,
    // From a pod label, so that `up` tells the services apart: all of them are one job.
    labels: { kubernetes_namespace: 'production', kubernetes_pod_name: pod, service },
    ...(pod === 'user-service-1' ? { up: (tMs, world) => world.incident(INCIDENT.userDown, tMs) < 0.5 } : {}),
  })),
  ...NODES.map((node) => ({ job: 'node-exporter', instance: node })),
  { job: 'kube-state-metrics', instance: 'kube-state-metrics:8080' },
  ...NODES.map((node) => ({ job: 'cadvisor', instance: node })),
];

export const services: ServiceModel[] = SERVICES.map((name) => ({
  name,
  resource: {
    'deployment.environment': 'production',
    'telemetry.sdk.language': 'python',
    'telemetry.sdk.name': 'opentelemetry',
  },
  scope: 'observability.telemetry',
}));
