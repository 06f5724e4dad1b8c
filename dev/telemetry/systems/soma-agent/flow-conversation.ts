import { sufferedFrom, untilFailure } from '../../kit/compose';
import type { Draw, FlowModel, ObservationSpec, SpanSpec } from '../../model';
import { modelObservation } from './flow-models';
import { toolObservation } from './flow-tools';
import { budgetAttribute, messageProcessed, newTurn } from './flow-worker';
import * as incident from './incidents';
import * as gateway from './operations-gateway';
import * as worker from './operations-worker';
import { messages, tracedPerMinute } from './rates';
import { policyAsked, published, served, sessionLookedUp, turnAttributes } from './spans';

function find(span: SpanSpec, matches: (span: SpanSpec) => boolean): SpanSpec[] {
  return [...(matches(span) ? [span] : []), ...(span.children ?? []).flatMap((child) => find(child, matches))];
}

function observationsOf(root: SpanSpec): ObservationSpec[] {
  return [
    {
      metric: 'http_request_duration_seconds',
      labels: { method: 'POST', endpoint: '/v1/sessions/{session_id}/messages' },
      value: root.durationMs / 1_000,
    },
    ...find(root, ({ name }) => name === worker.processInbound.name).map(({ durationMs }) => ({
      metric: 'conversation_processing_duration_seconds',
      labels: {},
      value: durationMs / 1_000,
    })),
    ...find(root, ({ name }) => name.startsWith('chat ')).map(modelObservation),
    ...find(root, ({ name }) => name.startsWith('execute_tool ')).map(toolObservation),
  ];
}

/** A turn suffers wherever in its trace something fails, is slow or waits. */
function causesOf(draw: Draw, root: SpanSpec): string[] {
  const failed = find(root, ({ status }) => status === 'error').length > 0;
  const [processed] = find(root, ({ name }) => name === worker.processInbound.name);
  const causes = [
    ...sufferedFrom(draw, failed ? { ...root, status: 'error' } : root, {
      failing: [
        incident.dlqGrowth,
        incident.providerDown,
        incident.gatewayErrors,
        incident.sandboxFailures,
        incident.redisDown,
        incident.postgresDown,
        incident.kafkaDown,
      ],
      slowing: [incident.policySlow],
      slowAboveMs: 1_000,
    }),
    ...(processed ? sufferedFrom(draw, processed, { slowing: [incident.providerSlow], slowAboveMs: 4_000 }) : []),
    // The wait in the topic is the consumer's distance from its producer.
    ...(processed && processed.offsetMs > 5_000
      ? sufferedFrom(draw, processed, { slowing: [incident.consumerLag], slowAboveMs: 0 })
      : []),
  ];
  const isRefused = processed?.attributes?.[budgetAttribute] === true;
  return [...new Set([...causes, ...(isRefused ? [incident.budgetExhausted] : [])])];
}

/** One turn: gateway, worker, tools, and the answer back over the WebSocket, in one trace across four topics. */
export const conversationFlow: FlowModel = {
  id: 'soma-agent-conversation',
  samplesPerMinute: tracedPerMinute(messages),
  operations: [
    gateway.postMessage,
    gateway.sessionCache,
    gateway.policyCheck,
    gateway.publishInbound,
    gateway.deliverOutbound,
    worker.processInbound,
    worker.selectConversation,
    worker.requestRoute,
    worker.chooseRoute,
    worker.consumeBudget,
    ...worker.models.map(({ operation }) => operation),
    worker.publishToolRequest,
    worker.processToolRequest,
    ...worker.tools.map(({ operation }) => operation),
    worker.publishToolResult,
    worker.processToolResult,
    worker.publishOutbound,
    worker.publishDeadLetter,
  ],
  build: (draw) => {
    const turn = newTurn(draw);
    const calls = untilFailure([
      () => sessionLookedUp(draw, turn),
      () => policyAsked(draw, turn),
      () => published(draw, gateway.publishInbound, turnAttributes(turn), () => messageProcessed(draw, turn)),
    ]);
    const root = served(draw, gateway.postMessage, calls, turn, `/v1/sessions/${turn.sessionId}/messages`);
    return { root, observations: observationsOf(root), incidents: causesOf(draw, root) };
  },
};
