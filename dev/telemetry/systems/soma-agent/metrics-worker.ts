import { portion, scaled, times } from '../../kit/rates';
import type { CounterSeries, MetricModel, Of } from '../../model';
import { budgetExhausted, exhaustedTenant, providerDown } from './incidents';
import { anyModel, deadLetters, models, processInbound, schemaErrors } from './operations-worker';
import { conversations } from './rates';

const job = 'conversation-worker';
/** Of every duration that the worker measures. */
const durationBuckets = [0.1, 0.5, 1, 2, 5, 10, 30];
const tokensPerCall = { input: 1_150, output: 320 };

/** Shares of the traffic. */
export const tenants = [
  { tenant: 'acme', share: 0.42 },
  { tenant: 'globex', share: 0.27 },
  { tenant: exhaustedTenant, share: 0.2 },
  { tenant: 'umbrella', share: 0.11 },
];
export const personas = [
  { personaId: 'support', share: 0.5 },
  { personaId: 'analyst', share: 0.3 },
  { personaId: 'coder', share: 0.2 },
];
export const intents = [
  { intent: 'question', share: 0.46 },
  { intent: 'task', share: 0.27 },
  { intent: 'code', share: 0.15 },
  { intent: 'smalltalk', share: 0.08 },
  { intent: 'delegate', share: 0.04 },
];

/** Whether the model call failed by a timeout or because the open circuit breaker refused it. */
const breakerShare: Of<number> = (tMs, world) => 0.9 * world.incident(providerDown, tMs);
const modelFailures = portion(conversations, anyModel.errorRatio);
const storeFailures: Of<number> = (tMs, world) =>
  Math.max(
    0,
    deadLetters(tMs, world) - modelFailures(tMs, world) - conversations(tMs, world) * schemaErrors(tMs, world)
  );
/** What makes a conversation fail, per second; together all failed conversations. */
export const failuresByType: ReadonlyArray<readonly [errorType: string, ratePerSecond: Of<number>]> = [
  ['SchemaValidationError', portion(conversations, schemaErrors)],
  ['ProviderTimeout', (tMs, world) => modelFailures(tMs, world) * (1 - breakerShare(tMs, world))],
  ['CircuitBreakerOpen', (tMs, world) => modelFailures(tMs, world) * breakerShare(tMs, world)],
  ['StoreUnavailable', storeFailures],
];

const perTenantAndPersona = (
  rate: (tenantShare: number, personaShare: number, tenant: string) => Of<number>
): CounterSeries[] =>
  tenants.flatMap(({ tenant, share }) =>
    personas.map(({ personaId, share: personaShare }) => ({
      job,
      labels: { tenant, persona_id: personaId },
      ratePerSecond: rate(share, personaShare, tenant),
    }))
  );
const callsOf = (operation: (typeof models)[number]['operation']) => operation.ratePerSecond;

export const workerMetrics: MetricModel[] = [
  {
    kind: 'counter',
    name: 'conversation_requests_total',
    help: 'Total conversation requests processed',
    series: [{ job, ratePerSecond: conversations }],
  },
  {
    kind: 'histogram',
    name: 'conversation_processing_duration_seconds',
    help: 'Conversation processing duration',
    bucketsLe: durationBuckets,
    series: [{ job, ratePerSecond: conversations, latency: scaled(processInbound.latencyMs, 0.001) }],
  },
  {
    kind: 'counter',
    name: 'conversation_errors_total',
    help: 'Conversation processing errors',
    series: failuresByType.map(([error_type, ratePerSecond]) => ({ job, labels: { error_type }, ratePerSecond })),
  },
  {
    kind: 'counter',
    name: 'dlq_events_total',
    help: 'Events sent to a dead letter queue (the document names no metric for it)',
    series: failuresByType.map(([error_type, ratePerSecond]) => ({
      job,
      labels: { source_topic: 'conversation.inbound', error_type },
      ratePerSecond,
    })),
  },
  {
    kind: 'counter',
    name: 'slm_requests_total',
    help: 'Requests to small language models',
    series: models.map(({ model, operation }) => ({ job, labels: { model }, ratePerSecond: callsOf(operation) })),
  },
  {
    kind: 'histogram',
    name: 'slm_latency_seconds',
    help: 'Latency of small language models',
    bucketsLe: durationBuckets,
    series: models.map(({ model, operation }) => ({
      job,
      labels: { model },
      ratePerSecond: callsOf(operation),
      latency: scaled(operation.latencyMs, 0.001),
    })),
  },
  {
    kind: 'counter',
    name: 'slm_tokens_total',
    help: 'Total tokens processed',
    series: models.flatMap(({ model, operation }) =>
      (['input', 'output'] as const).map((type) => ({
        job,
        labels: { model, type },
        ratePerSecond: times(callsOf(operation), tokensPerCall[type]),
      }))
    ),
  },
  {
    kind: 'counter',
    name: 'budget_tokens_consumed_total',
    help: 'Total tokens consumed',
    series: perTenantAndPersona((tenantShare, personaShare) =>
      times(conversations, tenantShare * personaShare * (tokensPerCall.input + tokensPerCall.output))
    ),
  },
  {
    kind: 'counter',
    name: 'budget_limit_reached_total',
    help: 'Budget limit violations',
    series: perTenantAndPersona(
      (_tenantShare, personaShare, tenant) => (tMs, world) =>
        tenant === exhaustedTenant ? 0.3 * personaShare * world.incident(budgetExhausted, tMs) : 0
    ),
  },
  {
    kind: 'counter',
    name: 'intent_classification_total',
    help: 'Intent classifications',
    series: intents.map(({ intent, share }) => ({
      job,
      labels: { intent },
      ratePerSecond: times(conversations, share),
    })),
  },
];
