import { kafka, pythonException } from '../../kit/attributes';
import { spanCalling, untilFailure } from '../../kit/compose';
import type { Draw, JsonObject, SpanSpec } from '../../model';
import { modelCalled } from './flow-models';
import { toolRequested } from './flow-tools';
import { budgetExhausted, exhaustedTenant } from './incidents';
import { deadLetter, line, place } from './logs';
import { intents, personas, tenants } from './metrics-worker';
import * as gateway from './operations-gateway';
import * as worker from './operations-worker';
import { toolCallsPerConversation } from './rates';
import { consumed, published, queried, served, turnAttributes, turnFields, type Turn } from './spans';

const schemaError = pythonException(
  'SchemaValidationError',
  "'attachments' is a required property",
  '/app/services/conversation_worker/events.py',
  47,
  'parse'
);
const source = 'conversation.inbound';
export const budgetAttribute = 'soma.budget.limit_reached';
const dlqPlace = place('services.common.dlq', 'send_to_dlq', 36);

export function newTurn(draw: Draw): Turn {
  return {
    sessionId: `sess-${draw.hex(12)}`,
    tenant: draw.weighted(tenants.map(({ tenant, share }) => [tenant, share] as const)),
    personaId: draw.weighted(personas.map(({ personaId, share }) => [personaId, share] as const)),
    requestId: draw.uuid(),
  };
}

/** Producer span to the dead letter queue, with the stored event and the line that says so. */
function sentToDeadLetters(draw: Draw, turn: Turn, errorType: string, errorMessage: string): SpanSpec {
  const retries = draw.int(1, 3);
  const event: JsonObject = {
    original_event: { type: 'message.created', ...turnFields(turn) },
    source_topic: source,
    error_message: errorMessage,
    error_type: errorType,
    retry_count: retries,
  };
  return spanCalling(draw, worker.publishDeadLetter, [], ({ failed, durationMs }) => ({
    attributes: kafka('publish', `${source}.dlq`, {
      'soma.dlq.retry_count': retries,
      'soma.dlq.error_type': errorType,
    }),
    logs: failed
      ? [
          line(
            'conversation-worker',
            'error',
            'Failed to send to DLQ',
            { ...dlqPlace, line: 48 },
            { ...turnFields(turn), error: 'No connection to any of the brokers' },
            durationMs
          ),
        ]
      : [
          deadLetter('conversation-worker', event, durationMs),
          line(
            'conversation-worker',
            'warn',
            'Sent event to DLQ',
            dlqPlace,
            { ...turnFields(turn), source_topic: source, dlq_topic: `${source}.dlq`, error: errorMessage },
            durationMs
          ),
        ],
  }));
}

function outboundDelivered(draw: Draw, turn: Turn): SpanSpec {
  return spanCalling(draw, gateway.deliverOutbound, [], ({ durationMs }) => ({
    attributes: { ...consumed(draw, gateway.deliverOutbound, 'gateway'), ...turnAttributes(turn) },
    events: [{ name: 'websocket.message.sent', offsetMs: durationMs * 0.8 }],
  }));
}

const answerPublished = (draw: Draw, turn: Turn) =>
  published(draw, worker.publishOutbound, turnAttributes(turn), () => outboundDelivered(draw, turn));

/** Second half of a turn with a tool: its result goes into another model call. */
function toolResultProcessed(draw: Draw, turn: Turn): SpanSpec {
  const calls = untilFailure([() => modelCalled(draw, turn), () => answerPublished(draw, turn)]);
  return spanCalling(draw, worker.processToolResult, calls, () => ({
    attributes: { ...consumed(draw, worker.processToolResult, 'conversation-worker'), ...turnAttributes(turn) },
  }));
}

function hasUsedUpBudget(draw: Draw, turn: Turn): boolean {
  return turn.tenant === exhaustedTenant && draw.world.incident(budgetExhausted, draw.tMs) >= 0.5;
}

/** Without a budget the worker answers with a refusal instead of asking a model. */
function messageRefused(draw: Draw, turn: Turn): SpanSpec {
  const own = { ...worker.processInbound, ownErrorRatio: () => 0 };
  const calls = untilFailure([
    () => queried(draw, worker.consumeBudget, 'UPDATE budgets SET tokens = tokens - $1 WHERE tenant = $2'),
    () => answerPublished(draw, turn),
  ]);
  return spanCalling(draw, own, calls, ({ durationMs }) => ({
    attributes: {
      ...consumed(draw, worker.processInbound, 'conversation-worker'),
      ...turnAttributes(turn),
      [budgetAttribute]: true,
    },
    logs: [
      line(
        'conversation-worker',
        'warn',
        'Budget limit reached',
        place('services.conversation_worker.budget', 'consume', 77),
        turnFields(turn),
        durationMs
      ),
    ],
  }));
}

/** Consumer span of the worker for one message: what it asks, what it sets off, and where it goes when it fails. */
export function messageProcessed(draw: Draw, turn: Turn): SpanSpec {
  if (hasUsedUpBudget(draw, turn)) {
    return messageRefused(draw, turn);
  }
  const intent = draw.weighted(intents.map((one) => [one.intent, one.share] as const));
  const isUnreadable = draw.chance(worker.schemaErrors(draw.tMs, draw.world));
  const usesTool = draw.chance(toolCallsPerConversation);
  const route = () =>
    spanCalling(draw, worker.requestRoute, [served(draw, worker.chooseRoute, [], turn, '/v1/route')], () => ({
      attributes: {
        'http.request.method': 'POST',
        'url.full': 'http://router:8013/v1/route',
        'server.address': 'router',
      },
    }));
  const answer = () =>
    usesTool
      ? published(draw, worker.publishToolRequest, turnAttributes(turn), () =>
          toolRequested(draw, turn, () => toolResultProcessed(draw, turn))
        )
      : answerPublished(draw, turn);
  const work = isUnreadable
    ? []
    : untilFailure([
        () => queried(draw, worker.selectConversation, 'SELECT turns FROM conversations WHERE session_id = $1'),
        route,
        () => modelCalled(draw, turn),
        () => queried(draw, worker.consumeBudget, 'UPDATE budgets SET tokens = tokens - $1 WHERE tenant = $2'),
        answer,
      ]);
  const broken = work.find(({ status }) => status === 'error');
  const cause = isUnreadable ? schemaError : broken?.exception;
  const calls = cause ? [...work, sentToDeadLetters(draw, turn, cause.type, cause.message)] : work;
  const own = { ...worker.processInbound, ownErrorRatio: () => (isUnreadable ? 1 : 0) };
  return spanCalling(draw, own, calls, ({ failed, durationMs }) => ({
    attributes: {
      ...consumed(draw, worker.processInbound, 'conversation-worker'),
      ...turnAttributes(turn),
      'soma.intent': intent,
    },
    ...(isUnreadable ? { exception: schemaError } : {}),
    logs: [
      failed
        ? line(
            'conversation-worker',
            'error',
            'Conversation processing failed',
            place('services.conversation_worker.main', 'handle', 210),
            {
              ...turnFields(turn),
              error_type: cause?.type ?? 'InternalError',
              ...(cause ? { exception: cause.stacktrace } : {}),
            },
            durationMs
          )
        : line(
            'conversation-worker',
            'info',
            'Conversation processed',
            place('services.conversation_worker.main', 'handle', 226),
            { ...turnFields(turn), intent, duration_ms: Math.round(durationMs) },
            durationMs
          ),
    ],
  }));
}
