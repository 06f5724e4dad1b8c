import type { Attributes, ServiceModel, TargetModel } from '../../model';
import { INCIDENT } from './incidents';

export const TIERS = ['zero', 'shared', 'lite', 'enterprise', 'airgapped'] as const;
export type Tier = (typeof TIERS)[number];

export const AGENT_TYPES = ['data-sync', 'document-analysis', 'forecasting', 'compliance-audit'] as const;
export type AgentType = (typeof AGENT_TYPES)[number];

/** Weight of each tenant in the traffic. */
export const TENANTS: ReadonlyArray<readonly [id: string, weight: number]> = [
  ['tenant-acme', 18],
  ['tenant-xyz', 14],
  ['tenant-nordwind', 12],
  ['tenant-iberia', 11],
  ['tenant-helvetia', 9],
  ['tenant-kappa', 8],
  ['tenant-lumen', 7],
  ['tenant-orbis', 6],
  ['tenant-pampas', 5],
  ['tenant-quanta', 4],
  ['tenant-rio', 3],
  ['tenant-debug', 3],
];

export const MODELS = [
  { model: 'gpt-4o', provider: 'openai', limitTokensPerSecond: 9_000 },
  { model: 'gpt-4o-mini', provider: 'openai', limitTokensPerSecond: 14_000 },
  { model: 'claude-sonnet', provider: 'anthropic', limitTokensPerSecond: 8_000 },
  { model: 'mistral-large', provider: 'mistral', limitTokensPerSecond: 5_000 },
  { model: 'llama-3-70b', provider: 'self-hosted', limitTokensPerSecond: 3_500 },
] as const;
export type InferenceModel = (typeof MODELS)[number];

export const KERNEL_INSTANCES = ['nops-kernel-0:8000', 'nops-kernel-1:8000', 'nops-kernel-2:8000'] as const;
export const INFERENCE_INSTANCES = ['inference-service-0:8000', 'inference-service-1:8000'] as const;
export const NODES = ['node-1:9100', 'node-2:9100', 'node-3:9100'] as const;
/** Cloud services that only have the shared `enis_*` instrumentation. */
export const CLOUD_SERVICES = [
  'edge-gateway',
  'auth-service',
  'tenant-service',
  'billing-service',
  'observability-service',
] as const;
/** The documented stack itself, each scraped under its own name. */
export const STACK_JOBS = [
  'prometheus',
  'alertmanager',
  'grafana',
  'jaeger',
  'otel-collector',
  'elasticsearch',
  'vector',
] as const;

export function edgeJob(tier: Tier): string {
  return `edge-${tier}`;
}
export function edgeInstance(tier: Tier): string {
  return `edge-${tier}-0:9464`;
}

export const targets: TargetModel[] = [
  ...(KERNEL_INSTANCES.map((instance, index) => ({
    job: 'nops-kernel',
    instance,
    ...(index === 2 ? { up: (tMs, world) => world.incident(INCIDENT.kernelDown, tMs) < 0.5 } : {}),
  })) as TargetModel[]),
  ...INFERENCE_INSTANCES.map((instance) => ({ job: 'inference-service', instance })),
  ...TIERS.map((tier): TargetModel => ({
    job: edgeJob(tier),
    instance: edgeInstance(tier),
    labels: { tier },
    ...(tier === 'airgapped' ? { up: (tMs, world) => world.incident(INCIDENT.airgappedSilent, tMs) < 0.5 } : {}),
  })),
  ...CLOUD_SERVICES.map((job) => ({ job, instance: `${job}-0:8000` })),
  { job: 'redis', instance: 'redis-0:9121' },
  { job: 'postgres', instance: 'postgres-0:9187' },
  { job: 'kube-state-metrics', instance: 'kube-state-metrics:8080' },
  ...NODES.map((instance) => ({ job: 'node-exporter', instance })),
  ...STACK_JOBS.map((job) => ({ job, instance: `${job}:9090` })),
];

function resource(language: 'python' | 'go' | 'nodejs'): Attributes {
  return {
    'service.namespace': 'enis',
    'deployment.environment': 'production',
    'telemetry.sdk.name': 'opentelemetry',
    'telemetry.sdk.language': language,
    'telemetry.sdk.version': '1.20.0',
  };
}

export const services: ServiceModel[] = [
  { name: 'nops-kernel', resource: resource('python'), scope: 'opentelemetry.instrumentation.fastapi' },
  { name: 'inference-service', resource: resource('python'), scope: 'opentelemetry.instrumentation.fastapi' },
  { name: 'edge-agents', resource: resource('go') },
  { name: 'edge-gateway', resource: resource('go') },
  { name: 'auth-service', resource: resource('go') },
  { name: 'tenant-service', resource: resource('nodejs') },
  { name: 'billing-service', resource: resource('nodejs') },
  { name: 'observability-service', resource: resource('python') },
];
