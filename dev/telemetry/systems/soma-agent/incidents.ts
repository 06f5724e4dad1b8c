import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/time';
import type { DeployModel, IncidentModel } from '../../model';

/** Ids of the incidents, as the rate and latency functions name them. */
export const dlqGrowth = 'soma-agent-dlq-growth';
export const providerSlow = 'soma-agent-provider-slow';
export const providerDown = 'soma-agent-provider-down';
export const budgetExhausted = 'soma-agent-budget-exhausted';
export const gatewayErrors = 'soma-agent-gateway-errors';
export const sandboxFailures = 'soma-agent-sandbox-failures';
export const consumerLag = 'soma-agent-consumer-lag';
export const policySlow = 'soma-agent-policy-slow';
export const policyStorm = 'soma-agent-policy-storm';
export const redisDown = 'soma-agent-redis-down';
export const postgresDown = 'soma-agent-postgres-down';
export const kafkaDown = 'soma-agent-kafka-down';

/** Who runs into the budget, whose provider fails, which tool the sandbox kills. */
export const exhaustedTenant = 'initech';
export const failingModel = 'mistral-small';
export const failingTool = 'python_exec';

const brokenWorker = { service: 'conversation-worker', version: '0.9.0' };
const brokenGateway = { service: 'gateway', version: '1.8.0' };
const dlqStartMs = 45 * MINUTE_MS;
const gatewayErrorsWindow = { startBeforeEndMs: 5 * HOUR_MS, durationMs: 18 * MINUTE_MS };

export const incidents: IncidentModel[] = [
  {
    id: dlqGrowth,
    kind: 'dlq-growth',
    service: 'conversation-worker',
    title: 'conversation-worker 0.9.0 rejects events of the old schema; they pile up in conversation.inbound.dlq.',
    windows: [{ startBeforeEndMs: dlqStartMs }, { startBeforeEndMs: 21 * DAY_MS, durationMs: 90 * MINUTE_MS }],
    alert: 'HighConversationFailureRate',
    deploys: brokenWorker,
  },
  {
    id: providerSlow,
    kind: 'slow-dependency',
    service: 'conversation-worker',
    title: 'The model provider answers seven times slower than usual; conversations take half a minute.',
    windows: [
      { startBeforeEndMs: 3.2 * HOUR_MS, durationMs: 40 * MINUTE_MS },
      { startBeforeEndMs: 9 * DAY_MS, durationMs: 3 * HOUR_MS },
    ],
    rampMs: 3 * MINUTE_MS,
    alert: 'SlowConversationProcessing',
  },
  {
    id: providerDown,
    kind: 'provider-down',
    service: 'conversation-worker',
    title: `Every request to ${failingModel} times out; the circuit breaker opens and its conversations fail at once.`,
    windows: [{ startBeforeEndMs: 14 * DAY_MS, durationMs: 55 * MINUTE_MS }],
    alert: 'HighConversationFailureRate',
  },
  {
    id: budgetExhausted,
    kind: 'business-anomaly',
    service: 'budget-manager',
    title: `Tenant ${exhaustedTenant} has used up its token budget; its agents keep asking.`,
    windows: [{ startBeforeEndMs: 2 * HOUR_MS, durationMs: 35 * MINUTE_MS }],
    alert: 'TenantBudgetExhausted',
  },
  {
    id: gatewayErrors,
    kind: 'error-burst-after-deploy',
    service: 'gateway',
    title: 'gateway 1.8.0 answers a part of the requests with 500: the session codec cannot read old cookies.',
    windows: [gatewayErrorsWindow, { startBeforeEndMs: 26 * DAY_MS, durationMs: 40 * MINUTE_MS }],
    alert: 'HighGatewayErrorRate',
    deploys: brokenGateway,
  },
  {
    id: sandboxFailures,
    kind: 'error-burst-after-deploy',
    service: 'tool-executor',
    title: `The sandbox kills ${failingTool} for its memory: the new base image needs more than the limit.`,
    windows: [{ startBeforeEndMs: 6 * DAY_MS, durationMs: 2 * HOUR_MS }],
    alert: 'HighToolExecutionFailures',
    deploys: { service: 'tool-executor', version: '0.6.3' },
  },
  {
    id: consumerLag,
    kind: 'queue-growth',
    service: 'kafka',
    title: 'A rebalance leaves partitions of conversation.inbound without a consumer; the lag grows.',
    windows: [{ startBeforeEndMs: 17 * DAY_MS, durationMs: 50 * MINUTE_MS }],
    rampMs: 6 * MINUTE_MS,
    alert: 'HighKafkaConsumerLag',
  },
  {
    id: policySlow,
    kind: 'slow-dependency',
    service: 'policy',
    title: 'The policy engine recompiles its bundle for each request; every gateway request waits for it.',
    windows: [{ startBeforeEndMs: 24 * DAY_MS, durationMs: 30 * MINUTE_MS }],
    alert: 'HighGatewayLatency',
  },
  {
    id: policyStorm,
    kind: 'business-anomaly',
    service: 'policy',
    title: 'An agent in a loop asks again and again for a tool that its policy forbids.',
    windows: [],
    alert: 'HighPolicyBlockRate',
  },
  {
    id: redisDown,
    kind: 'target-down',
    service: 'redis',
    title: 'Redis is gone; its exporter still answers and says so.',
    windows: [],
    rampMs: 1_000,
    alert: 'RedisDown',
    alsoAlerts: ['HighGatewayErrorRate'],
  },
  {
    id: postgresDown,
    kind: 'target-down',
    service: 'postgres',
    title: 'The database host is gone, and the exporter on it.',
    windows: [],
    rampMs: 1_000,
    alert: 'PostgresDown',
    alsoAlerts: ['HighGatewayErrorRate', 'HighConversationFailureRate'],
  },
  {
    id: kafkaDown,
    kind: 'target-down',
    service: 'kafka',
    title: 'The Kafka brokers are gone, and the exporter with them; nothing can be published.',
    windows: [],
    rampMs: 1_000,
    alert: 'KafkaDown',
    alsoAlerts: ['HighGatewayErrorRate'],
  },
];

const rolledOut = (service: string, version: string): NonNullable<DeployModel['logs']> => [
  {
    schema: 'soma-agent',
    service,
    level: 'info',
    message: `Started version ${version}`,
    offsetMs: 2_500,
    fields: { logger: `services.${service.replaceAll('-', '_')}.main`, module: 'main', function: 'startup', line: 41 },
  },
];
export const deploys: DeployModel[] = [
  { service: 'gateway', version: '1.7.4', beforeEndMs: 40 * DAY_MS },
  { service: 'conversation-worker', version: '0.8.7', beforeEndMs: 40 * DAY_MS },
  { service: 'tool-executor', version: '0.6.2', beforeEndMs: 40 * DAY_MS },
  { service: 'router', version: '0.4.0', beforeEndMs: 40 * DAY_MS },
  {
    ...brokenGateway,
    beforeEndMs: gatewayErrorsWindow.startBeforeEndMs + MINUTE_MS,
    logs: rolledOut('gateway', brokenGateway.version),
  },
  {
    service: 'gateway',
    version: '1.7.4',
    beforeEndMs: gatewayErrorsWindow.startBeforeEndMs - gatewayErrorsWindow.durationMs,
    logs: rolledOut('gateway', '1.7.4'),
  },
  {
    ...brokenWorker,
    beforeEndMs: dlqStartMs + MINUTE_MS,
    logs: rolledOut('conversation-worker', brokenWorker.version),
  },
];
