import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/time';
import type { DeployModel, IncidentModel } from '../../model';

/** Ids of the incidents, as the rate and latency functions name them. */
export const codegenFailures = 'accelerapp-codegen-failures';
export const ollamaDown = 'accelerapp-ollama-down';
export const slowSpecStore = 'accelerapp-slow-spec-store';
export const memoryGrowth = 'accelerapp-memory-growth';
export const errorBurst = 'accelerapp-error-burst';
export const podDown = 'accelerapp-pod-down';
export const requestFlood = 'accelerapp-request-flood';
export const diskFilling = 'accelerapp-disk-filling';

const brokenWorker = { service: 'accelerapp-worker', version: '1.1.0' };
const brokenApi = { service: 'accelerapp', version: '1.0.1' };
const codegenStartMs = 50 * MINUTE_MS;

/** The last two wait for a live start. */
export const incidents: IncidentModel[] = [
  {
    id: codegenFailures,
    kind: 'error-burst-after-deploy',
    service: 'accelerapp-worker',
    title: 'accelerapp-worker 1.1.0 ships templates for Rust that do not compile; code generations fail.',
    windows: [{ startBeforeEndMs: codegenStartMs }, { startBeforeEndMs: 16 * DAY_MS, durationMs: 2 * HOUR_MS }],
    alert: 'CodeGenerationFailures',
    deploys: brokenWorker,
  },
  {
    id: ollamaDown,
    kind: 'provider-down',
    service: 'ollama',
    title: 'Ollama ran out of GPU memory and is gone; nothing can be generated.',
    windows: [
      { startBeforeEndMs: 2.5 * HOUR_MS, durationMs: 20 * MINUTE_MS },
      { startBeforeEndMs: 22 * DAY_MS, durationMs: 45 * MINUTE_MS },
    ],
    rampMs: 1_000,
    alert: 'LLMServiceUnavailable',
    alsoAlerts: ['CodeGenerationFailures', 'HealthCheckFailing'],
  },
  {
    id: slowSpecStore,
    kind: 'slow-dependency',
    service: 'accelerapp',
    title: 'A backup of the specification store holds its locks; every request that reads a project waits.',
    windows: [
      { startBeforeEndMs: 3.7 * HOUR_MS, durationMs: 20 * MINUTE_MS },
      { startBeforeEndMs: 10 * DAY_MS, durationMs: HOUR_MS },
    ],
    rampMs: 2 * MINUTE_MS,
    alert: 'SlowResponseTime',
    alsoAlerts: ['HealthCheckFailing'],
  },
  {
    id: memoryGrowth,
    kind: 'resource-exhaustion',
    service: 'accelerapp-worker',
    title: 'The worker keeps every generated project in memory; node-2 fills up until it is restarted.',
    windows: [{ startBeforeEndMs: 5.5 * HOUR_MS, durationMs: HOUR_MS }],
    rampMs: 25 * MINUTE_MS,
    alert: 'HighMemoryUsage',
  },
  {
    id: errorBurst,
    kind: 'error-burst-after-deploy',
    service: 'accelerapp',
    title: 'accelerapp 1.0.1 cannot read projects that an older version saved.',
    windows: [{ startBeforeEndMs: 18 * DAY_MS, durationMs: 35 * MINUTE_MS }],
    alert: 'HighErrorRate',
    deploys: brokenApi,
  },
  {
    id: podDown,
    kind: 'target-down',
    service: 'accelerapp',
    title: 'Pod accelerapp-1 does not come back from an eviction; the other one serves everything.',
    windows: [{ startBeforeEndMs: 25 * DAY_MS, durationMs: 9 * MINUTE_MS }],
    rampMs: 1_000,
    alert: 'ServiceDown',
  },
  {
    id: requestFlood,
    kind: 'resource-exhaustion',
    service: 'accelerapp',
    title: 'A broken client asks for the template list a thousand times a second.',
    windows: [],
    alert: 'HighRequestRate',
    alsoAlerts: ['HighCPUUsage'],
  },
  {
    id: diskFilling,
    kind: 'resource-exhaustion',
    service: 'node-2',
    title: 'Build artefacts are never removed; the disk of node-2 is almost full.',
    windows: [],
    rampMs: 5 * MINUTE_MS,
    alert: 'DiskSpaceLow',
  },
];

export const deploys: DeployModel[] = [
  { service: 'accelerapp', version: '1.0.0', beforeEndMs: 40 * DAY_MS },
  { service: 'accelerapp-worker', version: '1.0.0', beforeEndMs: 40 * DAY_MS },
  {
    ...brokenWorker,
    beforeEndMs: codegenStartMs + MINUTE_MS,
    logs: [
      {
        schema: 'accelerapp',
        service: brokenWorker.service,
        level: 'info',
        message: `Worker ${brokenWorker.version} started`,
        offsetMs: 4_000,
        fields: { logger: 'accelerapp.worker' },
      },
    ],
  },
];
