import { type Slo } from '../../../domain/slo/types';

/** The document names no window. */
const WINDOW_DAYS = 28;
const PROPOSED = 'The bound is the document’s; it names no window, and 28 days are ours.';

const gateway = { metric: 'http_requests_total', where: { job: 'gateway' } };

/** Document 002 has alerts for objectives that it does not write down: their bounds are taken for them. */
export const slos: readonly Slo[] = [
  {
    id: 'gateway-latency-p95',
    title: 'Gateway latency, 95 % under 2.5 s',
    description: PROPOSED,
    service: 'gateway',
    sli: {
      kind: 'latency',
      histogram: 'http_request_duration_seconds',
      where: { job: 'gateway' },
      thresholdSeconds: 2.5,
    },
    targetRatio: 0.95,
    windowDays: WINDOW_DAYS,
    implements: ['SOMA-SLO-01'],
  },
  {
    id: 'gateway-availability',
    title: 'Gateway, 99 % of requests without a server error',
    description: PROPOSED,
    service: 'gateway',
    sli: { kind: 'ratio', total: gateway, bad: { ...gateway, where: { ...gateway.where, status: { re: '5..' } } } },
    targetRatio: 0.99,
    windowDays: WINDOW_DAYS,
    implements: ['SOMA-SLO-02'],
  },
  {
    id: 'conversation-processing-p95',
    title: 'Conversations, 95 % processed within 5 s',
    description: PROPOSED,
    service: 'conversation-worker',
    sli: { kind: 'latency', histogram: 'conversation_processing_duration_seconds', thresholdSeconds: 5 },
    targetRatio: 0.95,
    windowDays: WINDOW_DAYS,
    implements: ['SOMA-SLO-03'],
  },
  {
    id: 'conversation-success',
    title: 'Conversations, 95 % without failure',
    description: PROPOSED,
    service: 'conversation-worker',
    sli: {
      kind: 'ratio',
      total: { metric: 'conversation_requests_total' },
      bad: { metric: 'conversation_errors_total' },
    },
    targetRatio: 0.95,
    windowDays: WINDOW_DAYS,
    implements: ['SOMA-SLO-04'],
  },
  {
    id: 'tool-execution-success',
    title: 'Tools, 90 % of executions without failure',
    description: PROPOSED,
    service: 'tool-executor',
    sli: {
      kind: 'ratio',
      total: { metric: 'tool_execution_total' },
      bad: { metric: 'tool_execution_failures_total' },
    },
    targetRatio: 0.9,
    windowDays: WINDOW_DAYS,
    implements: ['SOMA-SLO-05'],
  },
  {
    id: 'policy-blocks',
    title: 'Policies, at most 10 blocked executions a second',
    description: 'A level without an error budget; the bound is that of the document’s alert.',
    service: 'policy',
    sli: {
      kind: 'level',
      signal: { kind: 'rate', title: 'Blocked executions', metric: 'policy_blocked_total', unit: 'ops' },
      op: '<=',
      bound: 10,
    },
    windowDays: WINDOW_DAYS,
    implements: ['SOMA-SLO-06'],
  },
  {
    id: 'kafka-consumer-lag',
    title: 'Kafka, no group more than 1,000 messages behind',
    description: 'A level without an error budget; the bound is that of the document’s alert.',
    service: 'kafka',
    sli: {
      kind: 'level',
      signal: {
        kind: 'gauge',
        title: 'Largest consumer lag',
        metric: 'kafka_consumer_lag',
        aggregation: 'max',
        unit: 'short',
      },
      op: '<=',
      bound: 1000,
    },
    windowDays: WINDOW_DAYS,
    implements: ['SOMA-SLO-07'],
  },
];
