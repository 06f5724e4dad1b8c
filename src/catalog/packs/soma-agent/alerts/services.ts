import { type Alert } from '../../../types';

export const SLO_GROUP = 'somaagent_slos';

const critical = { group: SLO_GROUP, severity: 'critical', page: true } as const;
const warning = { group: SLO_GROUP, severity: 'warning', page: false } as const;

/** Gateway, conversations, budgets, tools and policy. */
export const serviceAlerts: readonly Alert[] = [
  {
    ...warning,
    id: 'high-gateway-latency',
    name: 'HighGatewayLatency',
    service: 'gateway',
    // One quantile an instance: the document's has one for each endpoint, so a rare slow one is enough to fire.
    condition: { signal: 'gateway.latency-p95', by: ['instance'], op: '>', value: 2.5 },
    for: '5m',
    summary: 'p95 latency of the gateway is above 2.5 s',
    description: 'p95 of {{ $labels.instance }} is {{ $value | humanizeDuration }} (bound: 2.5 s).',
    runbook: 'gateway-latency',
    implements: ['SOMA-ALERT-01'],
  },
  {
    ...critical,
    id: 'high-gateway-error-rate',
    name: 'HighGatewayErrorRate',
    service: 'gateway',
    // Both sides are sums: the document divides each series of 5xx by itself, so one failure is always 100 %.
    condition: { signal: 'gateway.error-ratio', by: ['instance'], op: '>', value: 0.01 },
    for: '2m',
    summary: 'The gateway fails in more than 1 % of its requests',
    description: 'The share of {{ $labels.instance }} is {{ $value | humanizePercentage }} (bound: 1 %).',
    runbook: 'gateway-errors',
    implements: ['SOMA-ALERT-02'],
  },
  {
    ...warning,
    id: 'slow-conversation-processing',
    name: 'SlowConversationProcessing',
    service: 'conversation-worker',
    condition: { signal: 'conversation-worker.latency-p95', op: '>', value: 5 },
    for: '5m',
    summary: 'Conversations are processed slowly',
    description: 'p95 of all workers is {{ $value | humanizeDuration }} (bound: 5 s).',
    runbook: 'slow-conversations',
    implements: ['SOMA-ALERT-03'],
  },
  {
    ...critical,
    id: 'high-conversation-failure-rate',
    name: 'HighConversationFailureRate',
    service: 'conversation-worker',
    // Only the failures have a type, so undivided series never match and the document's rule cannot fire.
    condition: { signal: 'conversation-worker.error-ratio', op: '>', value: 0.05 },
    for: '2m',
    summary: 'More than 5 % of the conversations fail',
    description: 'The share of failed conversations is {{ $value | humanizePercentage }} (bound: 5 %).',
    runbook: 'conversation-failures',
    implements: ['SOMA-ALERT-04'],
  },
  {
    ...warning,
    id: 'tenant-budget-exhausted',
    name: 'TenantBudgetExhausted',
    service: 'budget-manager',
    // By tenant, as the text says: a tenant with many personas would stay under the bound with each of them.
    condition: { signal: 'budget-manager.limit-hits-5m', by: ['tenant'], op: '>', value: 10 },
    for: '1m',
    summary: 'Tenant {{ $labels.tenant }} has used up its token budget',
    description: 'It ran into its limit {{ $value | humanize }} times in 5 minutes (bound: 10).',
    runbook: 'tenant-budget',
    implements: ['SOMA-ALERT-05'],
  },
  {
    ...warning,
    id: 'high-tool-execution-failures',
    name: 'HighToolExecutionFailures',
    service: 'tool-executor',
    // By tool: the type of a failure and the status of an execution never match, so the document's rule cannot fire.
    condition: { signal: 'tool-executor.error-ratio', by: ['tool_name'], op: '>', value: 0.1 },
    for: '3m',
    summary: 'Tool {{ $labels.tool_name }} fails in more than 10 % of its executions',
    description: 'The share of failed executions is {{ $value | humanizePercentage }} (bound: 10 %).',
    runbook: 'tool-failures',
    implements: ['SOMA-ALERT-06'],
  },
  {
    ...warning,
    id: 'high-policy-block-rate',
    name: 'HighPolicyBlockRate',
    service: 'policy',
    // By instance, as the text says: the document's rule looks at each tool of each tenant alone.
    condition: { signal: 'policy.blocks', by: ['instance'], op: '>', value: 10 },
    for: '2m',
    summary: 'Policies block many tool executions',
    description: '{{ $labels.instance }} has {{ $value | humanize }} blocks a second (bound: 10).',
    runbook: 'policy-blocks',
    implements: ['SOMA-ALERT-07'],
  },
];
