import type { DeployModel, IncidentModel, JsonObject, LogSpec } from '../../model';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/time';

/** Ids that rates, latencies and targets of this system refer to. */
export const INCIDENT = {
  providerDown: 'enis-inference-provider-down',
  deployErrors: 'enis-nops-deploy-errors',
  slowDatabase: 'enis-postgres-slow',
  queueGrowth: 'enis-lite-queue-growth',
  kernelDown: 'enis-nops-instance-down',
  airgappedSilent: 'enis-airgapped-silent',
  burnFast: 'enis-enterprise-burn-fast',
  burnMedium: 'enis-lite-burn-medium',
  burnSlow: 'enis-zero-burn-slow',
} as const;

export const DOWN_PROVIDER = 'mistral';
export const KERNEL_VERSIONS = { before: '2.3.1', faulty: '2.4.0', old: '2.3.0' } as const;
const FAULTY_DEPLOY_BEFORE_END_MS = 3 * HOUR_MS;
const FAULTY_DEPLOY_LASTED_MS = 40 * MINUTE_MS;

export const incidents: IncidentModel[] = [
  {
    id: INCIDENT.providerDown,
    kind: 'provider-down',
    service: 'inference-service',
    title: 'Inference provider mistral rejects every request; executions fall back or fail',
    windows: [{ startBeforeEndMs: 35 * MINUTE_MS }, { startBeforeEndMs: 17 * DAY_MS, durationMs: 80 * MINUTE_MS }],
    rampMs: 20_000,
    alert: 'InferenceServiceProviderDown',
  },
  {
    id: INCIDENT.deployErrors,
    kind: 'error-burst-after-deploy',
    service: 'nops-kernel',
    title: 'NOPS Kernel 2.4.0 fails one in twelve executions after its deploy; rolled back after 40 minutes',
    windows: [{ startBeforeEndMs: FAULTY_DEPLOY_BEFORE_END_MS, durationMs: FAULTY_DEPLOY_LASTED_MS }],
    rampMs: 90_000,
    alert: 'NopsKernelHighErrorRate',
    deploys: { service: 'nops-kernel', version: KERNEL_VERSIONS.faulty },
  },
  {
    id: INCIDENT.slowDatabase,
    kind: 'slow-dependency',
    service: 'postgresql',
    title: 'PostgreSQL answers six times slower and drags NOPS Kernel latency above its objective',
    windows: [
      { startBeforeEndMs: 290 * MINUTE_MS, durationMs: 25 * MINUTE_MS },
      { startBeforeEndMs: 9 * DAY_MS, durationMs: 2 * HOUR_MS },
    ],
    rampMs: 2 * MINUTE_MS,
    alert: 'NopsKernelHighLatency',
  },
  {
    id: INCIDENT.queueGrowth,
    kind: 'queue-growth',
    service: 'edge-agents',
    title: 'Queue of document-analysis agents in the lite tier grows past 100',
    windows: [{ startBeforeEndMs: 130 * MINUTE_MS, durationMs: 30 * MINUTE_MS }],
    rampMs: 15 * MINUTE_MS,
  },
  {
    id: INCIDENT.kernelDown,
    kind: 'target-down',
    service: 'nops-kernel',
    title: 'NOPS Kernel instance nops-kernel-2 stops answering scrapes',
    windows: [{ startBeforeEndMs: 330 * MINUTE_MS, durationMs: 7 * MINUTE_MS }],
    rampMs: 1,
    alert: 'NopsKernelDown',
  },
  {
    id: INCIDENT.airgappedSilent,
    kind: 'silent',
    service: 'edge-agents',
    title: 'Air-gapped edge agents stopped reporting; the offline import is overdue',
    windows: [{ startBeforeEndMs: 50 * MINUTE_MS }],
    rampMs: 1,
  },
  {
    id: INCIDENT.burnFast,
    kind: 'budget-burn-fast',
    service: 'edge-agents',
    title: 'Enterprise tier burns its monthly error budget more than 30 times too fast',
    windows: [{ startBeforeEndMs: 95 * MINUTE_MS, durationMs: 25 * MINUTE_MS }],
  },
  {
    id: INCIDENT.burnMedium,
    kind: 'budget-burn-medium',
    service: 'edge-agents',
    title: 'Lite tier burns its monthly error budget about seven times too fast for hours',
    windows: [
      { startBeforeEndMs: 330 * MINUTE_MS, durationMs: 280 * MINUTE_MS },
      { startBeforeEndMs: 20 * DAY_MS, durationMs: 24 * HOUR_MS },
    ],
    rampMs: 5 * MINUTE_MS,
  },
  {
    id: INCIDENT.burnSlow,
    kind: 'budget-burn-slow',
    service: 'edge-agents',
    title: 'Zero tier loses more executions than its objective allows, day after day',
    windows: [{ startBeforeEndMs: 26 * DAY_MS }],
    rampMs: HOUR_MS,
  },
];

const kernelDeployLog = (version: string, message: string) => ({
  schema: 'enis',
  service: 'nops-kernel',
  level: 'info' as const,
  message,
  fields: { logger: 'deploy', version_to: version },
});

const START_UP_FIELDS: JsonObject = {
  service_name: 'nops-kernel',
  environment: 'production',
  otlp_endpoint: 'http://jaeger-collector:4317',
};

/** Start-up lines that the documented tracing set-up writes. */
const startUpLogs: LogSpec[] = [
  'tracing_initialized',
  'fastapi_instrumented',
  'httpx_instrumented',
  'redis_instrumented',
  'sqlalchemy_instrumented',
].map((message, index) => ({
  schema: 'enis',
  service: 'nops-kernel',
  level: 'info',
  message,
  offsetMs: 4_000 + index * 35,
  fields: { logger: 'tracing.instrumentor', ...(index === 0 ? START_UP_FIELDS : {}) },
}));

export const deploys: DeployModel[] = [
  { service: 'nops-kernel', version: KERNEL_VERSIONS.old, beforeEndMs: 40 * DAY_MS },
  { service: 'nops-kernel', version: KERNEL_VERSIONS.before, beforeEndMs: 6 * DAY_MS },
  {
    service: 'nops-kernel',
    version: KERNEL_VERSIONS.faulty,
    beforeEndMs: FAULTY_DEPLOY_BEFORE_END_MS,
    logs: [kernelDeployLog(KERNEL_VERSIONS.faulty, 'deployment_rolled_out'), ...startUpLogs],
  },
  {
    service: 'nops-kernel',
    version: KERNEL_VERSIONS.before,
    beforeEndMs: FAULTY_DEPLOY_BEFORE_END_MS - FAULTY_DEPLOY_LASTED_MS,
    logs: [kernelDeployLog(KERNEL_VERSIONS.before, 'deployment_rolled_back'), ...startUpLogs],
  },
  { service: 'inference-service', version: '1.9.2', beforeEndMs: 11 * DAY_MS },
];
