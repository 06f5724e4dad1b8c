import { calling, oneOf, type CallingOperation } from '../../kit/compose';
import { errorRatio, latency, times } from '../../kit/rates';
import type { Latency, Of } from '../../model';
import { dlqGrowth, failingModel, failingTool, providerDown, providerSlow, sandboxFailures } from './incidents';
import { publication, statement } from './operations-gateway';
import { conversations, stormBlocks, toolCalls } from './rates';

/** Every conversation asks a model once, and once more for each tool result. */
const modelCalls: Of<number> = (tMs, world) => conversations(tMs, world) + toolCalls(tMs, world);

export interface ModelOperation {
  model: string;
  provider: string;
  share: number;
  operation: CallingOperation;
}
function model(name: string, provider: string, share: number, medianMs: number): ModelOperation {
  const fails = name === failingModel;
  return {
    model: name,
    provider,
    share,
    operation: calling({
      service: 'conversation-worker',
      name: `chat ${name}`,
      kind: 'client',
      ratePerSecond: times(modelCalls, share),
      // With the provider down the open circuit breaker answers, and it answers fast.
      ownMs: latency(medianMs, 0.42, [[providerSlow, 7], ...(fails ? [[providerDown, 0.04] as const] : [])]),
      ownErrorRatio: errorRatio(0.003, fails ? [[providerDown, 0.95]] : []),
    }),
  };
}
export const models: ModelOperation[] = [
  model('llama-3.1-8b', 'local-vllm', 0.5, 780),
  model(failingModel, 'mistral', 0.3, 1_050),
  model('phi-3.5-mini', 'local-vllm', 0.2, 430),
];
export const anyModel = oneOf(models.map(({ operation, share }) => [operation, share]));

export const selectConversation = statement('conversation-worker', 'SELECT conversations', conversations);
export const consumeBudget = statement('conversation-worker', 'UPDATE budgets', conversations);
export const chooseRoute = calling({
  service: 'router',
  name: 'POST /v1/route',
  kind: 'server',
  ratePerSecond: conversations,
  ownMs: latency(6, 0.4),
  ownErrorRatio: errorRatio(0.0003),
});
export const requestRoute = calling(
  {
    service: 'conversation-worker',
    name: 'POST /v1/route',
    kind: 'client',
    ratePerSecond: conversations,
    ownMs: latency(1.5, 0.4),
    ownErrorRatio: errorRatio(0.0001),
  },
  [chooseRoute]
);
/** Share of the events that the worker cannot read. */
export const schemaErrors = errorRatio(0.0005, [[dlqGrowth, 0.24]]);
export const processInbound = calling(
  {
    service: 'conversation-worker',
    name: 'conversation.inbound process',
    kind: 'consumer',
    ratePerSecond: conversations,
    ownMs: latency(24, 0.5),
    ownErrorRatio: schemaErrors,
  },
  [selectConversation, requestRoute, anyModel, consumeBudget]
);
export const processToolResult = calling(
  {
    service: 'conversation-worker',
    name: 'tool.results process',
    kind: 'consumer',
    ratePerSecond: toolCalls,
    ownMs: latency(11, 0.5),
    ownErrorRatio: errorRatio(0.0004),
  },
  [anyModel]
);
export const publishToolRequest = publication('conversation-worker', 'tool.requests', toolCalls);
export const publishOutbound = publication('conversation-worker', 'conversation.outbound', conversations);
/** Events that failed for good go to the dead letter queue of their topic. */
export const deadLetters: Of<number> = (tMs, world) =>
  conversations(tMs, world) * processInbound.errorRatio(tMs, world);
export const publishDeadLetter: CallingOperation = calling({
  ...publication('conversation-worker', 'conversation.inbound.dlq', deadLetters),
  // The dead letters are large; some exceed what the broker takes.
  ownErrorRatio: errorRatio(0.02),
});

export interface ToolOperation {
  tool: string;
  share: number;
  /** CPU seconds and bytes of one execution. */
  cpuSeconds: number;
  memoryBytes: Latency;
  operation: CallingOperation;
}
function tool(
  name: string,
  share: number,
  durationMs: Latency,
  cpuSeconds: number,
  memoryBytes: Latency
): ToolOperation {
  return {
    tool: name,
    share,
    cpuSeconds,
    memoryBytes,
    operation: calling({
      service: 'tool-executor',
      name: `execute_tool ${name}`,
      kind: 'internal',
      ratePerSecond: times(toolCalls, share),
      ownMs: latency(durationMs.median, durationMs.sigma),
      ownErrorRatio: errorRatio(0.006, name === failingTool ? [[sandboxFailures, 0.46]] : []),
    }),
  };
}
export const tools: ToolOperation[] = [
  tool(failingTool, 0.3, { median: 850, sigma: 0.6 }, 0.7, { median: 120e6, sigma: 0.6 }),
  tool('web_search', 0.3, { median: 620, sigma: 0.45 }, 0.05, { median: 32e6, sigma: 0.4 }),
  tool('http_fetch', 0.22, { median: 240, sigma: 0.5 }, 0.03, { median: 24e6, sigma: 0.5 }),
  tool('file_read', 0.18, { median: 22, sigma: 0.5 }, 0.01, { median: 6e6, sigma: 0.7 }),
];
export const processToolRequest = calling(
  {
    service: 'tool-executor',
    name: 'tool.requests process',
    kind: 'consumer',
    ratePerSecond: (tMs, world) => toolCalls(tMs, world) + stormBlocks(tMs, world),
    ownMs: latency(7, 0.45),
    ownErrorRatio: errorRatio(0.0003),
  },
  [oneOf(tools.map(({ operation, share }) => [operation, share]))]
);
export const publishToolResult = publication('tool-executor', 'tool.results', toolCalls);
