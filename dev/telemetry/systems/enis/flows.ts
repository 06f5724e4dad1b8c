import type { Draw, FlowModel, LogSpec, SpanSpec, TraceSpec } from '../../model';
import { always } from '../../kit/rates';
import { covering, inSequence, spanOf } from '../../kit/spans';
import { DOWN_PROVIDER, INCIDENT } from './incidents';
import {
  agentOperations,
  agentTypeOperations,
  agentsEndpoint,
  allEndpoints,
  dependencies,
  executeEndpoint,
  inferenceEndpoint,
  kernelEndpoints,
  providerOperations,
  type AgentOperation,
  type Endpoint,
  type ProviderOperation,
} from './operations';
import { TIERS, type Tier } from './topology';
import { serverSpan, failure, kernelQueries, log, newContext, type RequestContext } from './spans';

/** Models that edge agents use; the larger ones serve interactive requests. */
const EDGE_MODELS = providerOperations.filter(({ model }) => ['gpt-4o-mini', 'mistral-large'].includes(model));
const AGENTS_WITH_INFERENCE = new Set(['document-analysis', 'forecasting', 'compliance-audit']);

const SAMPLES: Record<Tier, number> = { zero: 1, shared: 2, lite: 2, enterprise: 2, airgapped: 0.5 };

function agentFlow(tier: Tier): FlowModel {
  const mine = agentOperations.filter((entry) => entry.tier === tier);
  const weight = SAMPLES[tier];
  return {
    id: `agent-${tier}`,
    samplesPerMinute: (tMs, world) =>
      tier === 'airgapped' && world.incident(INCIDENT.airgappedSilent, tMs) > 0 ? 0 : weight,
    // The airgapped tier exports its traces by hand, and only a sample.
    errorCandidatesPerMinute: always(tier === 'airgapped' ? 0 : tier === 'enterprise' ? 10 : 5),
    operations: tier === TIERS[0] ? agentTypeOperations : [],
    build: (draw) => agentTrace(draw, draw.pick(mine)),
  };
}

function agentTrace(draw: Draw, entry: AgentOperation): TraceSpec {
  const context = newContext(draw);
  const outcome = draw.operation(entry.operation);
  const kernel = kernelCall(draw, context, outcome.failed && draw.chance(0.4));
  const inference = AGENTS_WITH_INFERENCE.has(entry.agentType)
    ? providerCall(draw, context, draw.pick(EDGE_MODELS))
    : undefined;
  const failed = outcome.failed || ((inference?.failed ?? false) && draw.chance(0.3));
  const errorType = inference?.failed ? 'dependency_error' : draw.pick(['timeout', 'dependency_error'] as const);
  const fields = {
    agent_id: context.agentId,
    tenant_id: context.tenantId,
    execution_id: context.executionId,
    agent_type: entry.agentType,
    tier: entry.tier,
  };
  const logs: LogSpec[] = [{ ...log('edge-agents', 'info', 'agent_execution_started', fields), offsetMs: 0.3 }];
  const root = covering(
    spanOf(
      entry.operation,
      { ...outcome, failed },
      {
        attributes: { ...fields, 'agent.runtime': 'edge' },
        events: [{ name: 'execution_dequeued', offsetMs: 0.2, attributes: { 'queue.name': entry.agentType } }],
        children: inSequence([kernel, ...(inference ? [inference.span] : [])], 2, 3),
        ...(failed ? { exception: failure(errorType, 'agents.runtime') } : {}),
      }
    )
  );
  const end = root.durationMs;
  logs.push(
    failed
      ? {
          ...log('edge-agents', 'error', 'agent_execution_failed', {
            ...fields,
            error: failure(errorType, 'agents.runtime').message,
            error_type: errorType,
            exception: failure(errorType, 'agents.runtime').stacktrace,
            duration_ms: Math.round(end),
          }),
          offsetMs: end,
        }
      : {
          ...log('edge-agents', 'info', 'agent_execution_completed', { ...fields, duration_ms: Math.round(end) }),
          offsetMs: end,
        }
  );
  if (inference?.failed && !failed) {
    logs.push({
      ...log('edge-agents', 'warn', 'inference_fallback_used', { ...fields, provider: DOWN_PROVIDER }),
      offsetMs: end - 1,
    });
  }
  return {
    root: { ...root, logs },
    observations: [
      {
        metric: 'agent_execution_duration_seconds',
        labels: { agent_type: entry.agentType, status: failed ? 'failed' : 'success' },
        value: end / 1_000,
      },
      { metric: 'enis_agent_execution_duration_seconds', labels: { agent_type: entry.agentType }, value: end / 1_000 },
    ],
    incidents: touched(draw, [
      [INCIDENT.providerDown, inference?.failed ?? false],
      [INCIDENT.burnFast, failed && entry.tier === 'enterprise'],
      [INCIDENT.burnMedium, failed && entry.tier === 'lite'],
      [INCIDENT.burnSlow, failed && entry.tier === 'zero'],
      [INCIDENT.queueGrowth, entry.tier === 'lite' && entry.agentType === 'document-analysis'],
    ]),
  };
}

/** The agent's call to the kernel, with the kernel's own work below it. */
function kernelCall(draw: Draw, context: RequestContext, forceFailure: boolean): SpanSpec {
  const server = kernelServer(draw, context, executeEndpoint, forceFailure);
  return covering(
    spanOf(
      dependencies.execute,
      { durationMs: server.durationMs + draw.between(1, 4), failed: server.status === 'error' },
      {
        attributes: {
          'http.method': 'POST',
          'http.url': 'http://nops-kernel:8000/api/v1/execute',
          'http.status_code': server.status === 'error' ? 500 : 200,
          tenant_id: context.tenantId,
        },
        children: [{ ...server, offsetMs: draw.between(0.3, 1.2) }],
      }
    )
  );
}

function kernelServer(draw: Draw, context: RequestContext, target: Endpoint, forceFailure = false): SpanSpec {
  const drawn = draw.operation(target.operation);
  const failed = drawn.failed || forceFailure;
  return serverSpan(draw, context, target, { ...drawn, failed }, kernelQueries(draw, target));
}

function providerCall(
  draw: Draw,
  context: RequestContext,
  entry: ProviderOperation
): { span: SpanSpec; failed: boolean } {
  const outcome = draw.operation(entry.operation);
  const down = entry.provider === DOWN_PROVIDER && draw.world.incident(INCIDENT.providerDown, draw.tMs) > 0.5;
  const errorType = down ? 'provider_unavailable' : draw.pick(['timeout', 'rate_limited'] as const);
  // A refused connection answers at once.
  const durationMs = outcome.failed && down ? draw.between(4, 20) : outcome.durationMs;
  const provider = spanOf(
    entry.operation,
    { durationMs, failed: outcome.failed },
    {
      attributes: {
        'gen_ai.request.model': entry.model,
        'gen_ai.system': entry.provider,
        'http.method': 'POST',
        'http.url': `https://api.${entry.provider}.example/v1/chat`,
        'http.status_code': outcome.failed ? 503 : 200,
        ...(outcome.failed ? { error_type: errorType } : { 'gen_ai.usage.output_tokens': draw.int(60, 900) }),
      },
      ...(outcome.failed ? { exception: failure(errorType, 'inference.providers') } : {}),
    }
  );
  const server = serverSpan(
    draw,
    context,
    inferenceEndpoint,
    { durationMs: durationMs + draw.between(3, 9), failed: outcome.failed },
    [provider],
    {
      model: entry.model,
      provider: entry.provider,
      ...(outcome.failed ? { error_type: errorType } : {}),
    }
  );
  const span = covering(
    spanOf(
      dependencies.infer,
      { durationMs: server.durationMs + 2, failed: outcome.failed },
      {
        attributes: {
          'http.method': 'POST',
          'http.url': 'http://inference-service:8000/api/v1/infer',
          'http.status_code': outcome.failed ? 502 : 200,
        },
        children: [{ ...server, offsetMs: draw.between(0.3, 1) }],
      }
    )
  );
  return { span, failed: outcome.failed };
}

function touched(draw: Draw, candidates: ReadonlyArray<readonly [id: string, suffers: boolean]>): string[] {
  return candidates.filter(([id, suffers]) => suffers && draw.world.incident(id, draw.tMs) > 0.1).map(([id]) => id);
}

const kernelFlow: FlowModel = {
  id: 'kernel-api',
  samplesPerMinute: always(3),
  errorCandidatesPerMinute: always(15),
  operations: [
    ...kernelEndpoints.map(({ operation }) => operation),
    dependencies.redis,
    dependencies.postgres,
    dependencies.insert,
  ],
  build: (draw) => {
    const context = newContext(draw);
    const target = draw.weighted([
      [executeEndpoint, 6],
      [agentsEndpoint, 1],
      [kernelEndpoints[2]!, 2],
      [kernelEndpoints[3]!, 1],
    ]);
    const root = kernelServer(draw, context, target);
    const failed = root.status === 'error';
    return {
      root,
      observations: [
        {
          metric: 'nops_request_duration_seconds',
          labels: { method: target.method, endpoint: target.endpoint, status: failed ? '500' : '200' },
          value: root.durationMs / 1_000,
        },
      ],
      incidents: touched(draw, [
        [INCIDENT.deployErrors, failed],
        [INCIDENT.slowDatabase, root.durationMs > 100],
      ]),
    };
  },
};

const inferenceFlow: FlowModel = {
  id: 'inference',
  samplesPerMinute: always(2),
  operations: [
    inferenceEndpoint.operation,
    ...providerOperations.map(({ operation }) => operation),
    dependencies.infer,
    dependencies.execute,
  ],
  build: (draw) => {
    const entry = draw.weighted(
      providerOperations.map((operation, index) => [operation, [2.6, 4.4, 2.2, 1.6, 1.2][index] ?? 1] as const)
    );
    const { span, failed } = providerCall(draw, newContext(draw), entry);
    const server = span.children![0]!;
    return {
      root: { ...server, offsetMs: 0 },
      observations: [
        {
          metric: 'inference_request_duration_seconds',
          labels: { model: entry.model, provider: entry.provider },
          value: server.durationMs / 1_000,
        },
      ],
      incidents: touched(draw, [[INCIDENT.providerDown, failed && entry.provider === DOWN_PROVIDER]]),
    };
  },
};

const cloudFlow: FlowModel = {
  id: 'cloud-services',
  samplesPerMinute: always(2),
  operations: allEndpoints
    .filter(({ service }) => !['nops-kernel', 'inference-service'].includes(service))
    .map(({ operation }) => operation),
  build: (draw) => {
    const target = draw.pick(
      allEndpoints.filter(({ service }) => !['nops-kernel', 'inference-service'].includes(service))
    );
    const outcome = draw.operation(target.operation);
    return { root: serverSpan(draw, newContext(draw), target, outcome, []) };
  },
};

export const flows: FlowModel[] = [...TIERS.map(agentFlow), kernelFlow, inferenceFlow, cloudFlow];
