import { pythonException } from '../../kit/attributes';
import { spanCalling } from '../../kit/compose';
import type { Draw, ObservationSpec, SpanSpec } from '../../model';
import { failingModel, providerDown } from './incidents';
import { line, place } from './logs';
import { models } from './operations-worker';
import { turnFields, type Turn } from './spans';

const breakerOpen = pythonException(
  'CircuitBreakerOpen',
  'circuit breaker of provider mistral is open',
  '/app/services/conversation_worker/breaker.py',
  58,
  'before_call'
);
const providerTimeout = pythonException(
  'ProviderTimeout',
  'no answer from the model within the deadline',
  '/app/services/conversation_worker/slm.py',
  131,
  'complete'
);

/** Client span of one call of a small language model, with the token usage of the semantic conventions. */
export function modelCalled(draw: Draw, turn: Turn): SpanSpec {
  const { model, provider, operation } = draw.weighted(models.map((choice) => [choice, choice.share] as const));
  const isOpen = model === failingModel && draw.world.incident(providerDown, draw.tMs) >= 0.5;
  const exception = isOpen ? breakerOpen : providerTimeout;
  const inputTokens = draw.int(500, 1_800);
  const outputTokens = draw.int(80, 560);
  return spanCalling(draw, operation, [], ({ failed, durationMs }) => ({
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': provider,
      'gen_ai.request.model': model,
      'server.address': `${provider}.models`,
      'gen_ai.usage.input_tokens': inputTokens,
      ...(failed ? {} : { 'gen_ai.usage.output_tokens': outputTokens }),
    },
    events: failed ? [] : [{ name: 'gen_ai.first_token', offsetMs: durationMs * draw.between(0.15, 0.35) }],
    ...(failed ? { exception } : {}),
    logs: [
      failed
        ? line(
            'conversation-worker',
            'error',
            'Model call failed',
            place('services.conversation_worker.slm', 'complete', 131),
            { ...turnFields(turn), model, provider, error_type: exception.type, exception: exception.stacktrace },
            durationMs
          )
        : line(
            'conversation-worker',
            'info',
            'Model call finished',
            place('services.conversation_worker.slm', 'complete', 144),
            {
              ...turnFields(turn),
              model,
              provider,
              tokens: inputTokens + outputTokens,
              duration_ms: Math.round(durationMs),
            },
            durationMs
          ),
    ],
  }));
}

export function modelObservation(span: SpanSpec): ObservationSpec {
  return {
    metric: 'slm_latency_seconds',
    labels: { model: String(span.attributes?.['gen_ai.request.model']) },
    value: span.durationMs / 1_000,
  };
}
