import type { Of, OperationModel } from '../../model';
import { errorRatio, latency, times, traffic } from '../../kit/rates';
import { DOWN_PROVIDER, INCIDENT } from './incidents';
import { AGENT_TYPES, MODELS, TIERS, type AgentType, type InferenceModel, type Tier } from './topology';

/** An HTTP endpoint with the parts that its metric labels need. */
export interface Endpoint {
  service: string;
  method: string;
  endpoint: string;
  operation: OperationModel;
}

function endpoint(
  service: string,
  method: string,
  path: string,
  parts: Pick<OperationModel, 'ratePerSecond' | 'errorRatio' | 'latencyMs'>
): Endpoint {
  return {
    service,
    method,
    endpoint: path,
    operation: { service, name: `${method} ${path}`, kind: 'server', ...parts },
  };
}

const slowDatabase = [[INCIDENT.slowDatabase, 6]] as const;

/** The kernel's own API. Its base error ratio leaves half of the 0.1 % budget to incidents. */
export const kernelEndpoints: Endpoint[] = [
  endpoint('nops-kernel', 'POST', '/api/v1/execute', {
    ratePerSecond: traffic('enis/execute', 24),
    errorRatio: errorRatio(0.0005, [
      [INCIDENT.deployErrors, 0.085],
      [INCIDENT.providerDown, 0.004],
    ]),
    latencyMs: latency(34, 0.5, slowDatabase),
  }),
  endpoint('nops-kernel', 'GET', '/api/v1/agents', {
    ratePerSecond: traffic('enis/agents', 9),
    errorRatio: errorRatio(0.0003, [[INCIDENT.deployErrors, 0.01]]),
    latencyMs: latency(14, 0.45, slowDatabase),
  }),
  endpoint('nops-kernel', 'GET', '/api/v1/executions/{execution_id}', {
    ratePerSecond: traffic('enis/executions', 14),
    errorRatio: errorRatio(0.0002),
    latencyMs: latency(11, 0.45, slowDatabase),
  }),
  endpoint('nops-kernel', 'POST', '/api/v1/agents/{agent_id}/commands', {
    ratePerSecond: traffic('enis/commands', 3),
    errorRatio: errorRatio(0.0004, [[INCIDENT.deployErrors, 0.03]]),
    latencyMs: latency(26, 0.5, slowDatabase),
  }),
];
export const executeEndpoint = kernelEndpoints[0]!;
export const agentsEndpoint = kernelEndpoints[1]!;

export const inferenceEndpoint = endpoint('inference-service', 'POST', '/api/v1/infer', {
  ratePerSecond: traffic('enis/infer', 12),
  errorRatio: errorRatio(0.0012, [[INCIDENT.providerDown, 0.012]]),
  latencyMs: latency(430, 0.65),
});

export const cloudEndpoints: Endpoint[] = [
  endpoint('edge-gateway', 'POST', '/v1/agents/report', {
    ratePerSecond: traffic('enis/gateway', 30),
    errorRatio: errorRatio(0.0004),
    latencyMs: latency(8, 0.5),
  }),
  endpoint('auth-service', 'POST', '/v1/token', {
    ratePerSecond: traffic('enis/token', 6),
    errorRatio: errorRatio(0.0002),
    latencyMs: latency(6, 0.4),
  }),
  endpoint('tenant-service', 'GET', '/v1/tenants/{tenant_id}', {
    ratePerSecond: traffic('enis/tenants', 8),
    errorRatio: errorRatio(0.0003),
    latencyMs: latency(7, 0.45, slowDatabase),
  }),
  endpoint('billing-service', 'POST', '/v1/usage', {
    ratePerSecond: traffic('enis/usage', 5),
    errorRatio: errorRatio(0.0016),
    latencyMs: latency(45, 0.7),
  }),
  endpoint('observability-service', 'GET', '/api/v1/query', {
    ratePerSecond: traffic('enis/query', 4),
    errorRatio: errorRatio(0.0005),
    latencyMs: latency(90, 0.8),
  }),
  endpoint('observability-service', 'POST', '/api/v1/metrics', {
    ratePerSecond: traffic('enis/ingest', 20),
    errorRatio: errorRatio(0.0001),
    latencyMs: latency(5, 0.4),
  }),
];

export const allEndpoints: Endpoint[] = [...kernelEndpoints, inferenceEndpoint, ...cloudEndpoints];

const TIER_TRAFFIC: Record<Tier, number> = { zero: 2, shared: 6, lite: 4, enterprise: 5, airgapped: 0.5 };
/** Base failure shares keep every tier but zero inside its objective. */
const TIER_FAILURES: Record<Tier, number> = {
  zero: 0.004,
  shared: 0.0022,
  lite: 0.00062,
  enterprise: 0.00025,
  airgapped: 0.00004,
};
const TIER_BURNS: Record<Tier, ReadonlyArray<readonly [string, number]>> = {
  zero: [[INCIDENT.burnSlow, 0.007]],
  shared: [[INCIDENT.providerDown, 0.006]],
  lite: [[INCIDENT.burnMedium, 0.0065]],
  enterprise: [[INCIDENT.burnFast, 0.018]],
  airgapped: [],
};
const TYPE_SHARE: Record<AgentType, number> = {
  'data-sync': 0.5,
  'document-analysis': 0.25,
  forecasting: 0.15,
  'compliance-audit': 0.1,
};
const TYPE_LATENCY_MS: Record<AgentType, number> = {
  'data-sync': 240,
  'document-analysis': 900,
  forecasting: 820,
  'compliance-audit': 860,
};

export interface AgentOperation {
  tier: Tier;
  agentType: AgentType;
  operation: OperationModel;
}

export const agentOperations: AgentOperation[] = TIERS.flatMap((tier) =>
  AGENT_TYPES.map((agentType) => ({
    tier,
    agentType,
    operation: {
      service: 'edge-agents',
      name: `agent.execute ${agentType}`,
      kind: 'internal' as const,
      ratePerSecond: times(traffic(`enis/agent/${tier}/${agentType}`, TIER_TRAFFIC[tier]), TYPE_SHARE[agentType]),
      errorRatio: errorRatio(TIER_FAILURES[tier], TIER_BURNS[tier]),
      latencyMs: latency(TYPE_LATENCY_MS[agentType], 0.38, [
        [INCIDENT.slowDatabase, 1.3],
        ...(tier === 'lite' && agentType === 'document-analysis' ? ([[INCIDENT.queueGrowth, 3.2]] as const) : []),
      ]),
    },
  }))
);

/** The same over all tiers: what the span metrics see, which know no tier. */
export const agentTypeOperations: OperationModel[] = AGENT_TYPES.map((agentType) => {
  const parts = agentOperations.filter((entry) => entry.agentType === agentType).map(({ operation }) => operation);
  const first = parts[0]!;
  const ratePerSecond: Of<number> = (tMs, world) =>
    parts.reduce((sum, part) => sum + part.ratePerSecond(tMs, world), 0);
  return {
    ...first,
    ratePerSecond,
    errorRatio: (tMs, world) =>
      parts.reduce((sum, part) => sum + part.ratePerSecond(tMs, world) * part.errorRatio(tMs, world), 0) /
      ratePerSecond(tMs, world),
  };
});

export type ProviderOperation = InferenceModel & { operation: OperationModel };

const MODEL_TRAFFIC = [2.6, 4.4, 2.2, 1.6, 1.2];
const MODEL_LATENCY_MS = [640, 210, 590, 330, 820];

export const providerOperations: ProviderOperation[] = MODELS.map((entry, index) => ({
  ...entry,
  operation: {
    service: 'inference-service',
    name: `POST ${entry.provider} ${entry.model}`,
    kind: 'client' as const,
    ratePerSecond: traffic(`enis/model/${entry.model}`, MODEL_TRAFFIC[index]!),
    errorRatio: errorRatio(0.0015, entry.provider === DOWN_PROVIDER ? [[INCIDENT.providerDown, 1]] : []),
    latencyMs: latency(MODEL_LATENCY_MS[index]!, 0.5),
  },
}));

/** Calls that the kernel makes while it serves a request. */
export const dependencies = {
  redis: {
    service: 'nops-kernel',
    name: 'GET',
    kind: 'client',
    ratePerSecond: traffic('enis/redis', 48),
    errorRatio: errorRatio(0.0001),
    latencyMs: latency(0.8, 0.5),
  },
  postgres: {
    service: 'nops-kernel',
    name: 'SELECT enis.executions',
    kind: 'client',
    ratePerSecond: traffic('enis/postgres', 40),
    errorRatio: errorRatio(0.0001, [[INCIDENT.slowDatabase, 0.004]]),
    latencyMs: latency(5, 0.5, [[INCIDENT.slowDatabase, 22]]),
  },
  insert: {
    service: 'nops-kernel',
    name: 'INSERT enis.executions',
    kind: 'client',
    ratePerSecond: traffic('enis/postgres-insert', 24),
    errorRatio: errorRatio(0.0001, [[INCIDENT.slowDatabase, 0.004]]),
    latencyMs: latency(7, 0.5, [[INCIDENT.slowDatabase, 14]]),
  },
  infer: {
    service: 'edge-agents',
    name: 'POST inference-service',
    kind: 'client',
    ratePerSecond: times(inferenceEndpoint.operation.ratePerSecond, 1),
    errorRatio: inferenceEndpoint.operation.errorRatio,
    latencyMs: latency(435, 0.65),
  },
  execute: {
    service: 'edge-agents',
    name: 'POST nops-kernel',
    kind: 'client',
    ratePerSecond: times(executeEndpoint.operation.ratePerSecond, 0.7),
    errorRatio: executeEndpoint.operation.errorRatio,
    latencyMs: latency(38, 0.5, slowDatabase),
  },
} as const satisfies Record<string, OperationModel>;
