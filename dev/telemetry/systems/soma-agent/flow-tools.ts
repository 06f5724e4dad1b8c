import { pythonException } from '../../kit/attributes';
import { spanCalling } from '../../kit/compose';
import type { Draw, FlowModel, SpanSpec } from '../../model';
import { failingTool, policyStorm, sandboxFailures } from './incidents';
import { line, place } from './logs';
import { stormTenant, stormTool } from './metrics-tools';
import { processToolRequest, publishToolResult, tools, type ToolOperation } from './operations-worker';
import { consumed, published, turnAttributes, turnFields, type Turn } from './spans';

const outOfMemory = pythonException(
  'SandboxOutOfMemory',
  'sandbox was killed: memory limit of 512 MiB exceeded',
  '/app/services/tool_executor/sandbox.py',
  173,
  'wait'
);
const badInput = pythonException(
  'ToolInputError',
  'argument does not match the schema of the tool',
  '/app/services/tool_executor/registry.py',
  88,
  'validate'
);

function executed(draw: Draw, { tool, memoryBytes, cpuSeconds, operation }: ToolOperation, turn: Turn): SpanSpec {
  const killed = tool === failingTool && draw.world.incident(sandboxFailures, draw.tMs) > 0;
  const exception = killed ? outOfMemory : badInput;
  return spanCalling(draw, operation, [], ({ failed, durationMs }) => ({
    attributes: {
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': tool,
      'soma.sandbox.id': `sbx-${draw.hex(8)}`,
      'soma.sandbox.memory_bytes': Math.round(draw.latency(memoryBytes)),
      'soma.sandbox.cpu_seconds': Math.round(cpuSeconds * draw.between(0.5, 1.6) * 1_000) / 1_000,
    },
    events: [
      { name: 'sandbox.started', offsetMs: Math.min(durationMs / 4, 40) },
      ...(killed && failed ? [{ name: 'sandbox.killed', offsetMs: durationMs * 0.98 }] : []),
    ],
    ...(failed ? { exception } : {}),
    logs: [
      failed
        ? line(
            'tool-executor',
            'error',
            'Tool execution failed',
            place('services.tool_executor.sandbox', 'run', 173),
            { ...turnFields(turn), tool_name: tool, error_type: exception.type, exception: exception.stacktrace },
            durationMs
          )
        : line(
            'tool-executor',
            'info',
            'Tool execution finished',
            place('services.tool_executor.sandbox', 'run', 188),
            { ...turnFields(turn), tool_name: tool, duration_ms: Math.round(durationMs) },
            durationMs
          ),
    ],
  }));
}

/** Consumer span of tool-executor: the tool in its sandbox, then its result on the way back. */
export function toolRequested(draw: Draw, turn: Turn, resultConsumer: () => SpanSpec): SpanSpec {
  const chosen = draw.weighted(tools.map((tool) => [tool, tool.share] as const));
  const execution = executed(draw, chosen, turn);
  const result = published(draw, publishToolResult, { 'soma.tool': chosen.tool }, resultConsumer);
  return spanCalling(draw, processToolRequest, [execution, result], () => ({
    attributes: { ...consumed(draw, processToolRequest, 'tool-executor'), ...turnAttributes(turn) },
  }));
}

/** What the request contributes to the tool metrics. */
export function toolObservation(span: SpanSpec): { metric: string; labels: Record<string, string>; value: number } {
  return {
    metric: 'tool_execution_duration_seconds',
    labels: { tool_name: String(span.attributes?.['gen_ai.tool.name']) },
    value: span.durationMs / 1_000,
  };
}

/** A tool request that the policy forbids: rare, unless an agent asks in a loop. */
export const blockedToolFlow: FlowModel = {
  id: 'soma-agent-blocked-tool',
  samplesPerMinute: (tMs, world) => 0.04 + 8 * world.incident(policyStorm, tMs),
  operations: [],
  build: (draw) => {
    const blocked = { tool_name: stormTool, tenant: stormTenant, policy: 'egress.allowlist' };
    const own = { ...processToolRequest, ownErrorRatio: () => 0 };
    const root = spanCalling(draw, own, [], ({ durationMs }) => ({
      attributes: {
        ...consumed(draw, processToolRequest, 'tool-executor'),
        'gen_ai.tool.name': stormTool,
        'soma.tenant': stormTenant,
        'soma.policy.decision': 'deny',
      },
      events: [{ name: 'policy.blocked', offsetMs: durationMs * 0.6, attributes: blocked }],
      logs: [
        line(
          'tool-executor',
          'warn',
          'Tool execution blocked by policy',
          place('services.tool_executor.policy', 'enforce', 71),
          blocked,
          durationMs
        ),
      ],
    }));
    const incidents = draw.world.incident(policyStorm, draw.tMs) >= 0.5 ? [policyStorm] : [];
    return { root, incidents };
  },
};
