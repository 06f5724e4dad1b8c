import { type Signal } from '../../../../domain/signals/types';

/** Golden signals of the edge agents, by tier and agent type. */
export const edgeAgentSignals: Readonly<Record<string, Signal>> = {
  'latency-p95': {
    kind: 'quantile',
    title: 'Duration p95',
    histogram: 'agent_execution_duration_seconds',
    quantile: 0.95,
    unit: 's',
    direction: 'lower-is-better',
    thresholds: { critical: 2 },
    implements: ['ENIS-METRIC-07'],
  },
  executions: {
    kind: 'rate',
    title: 'Agent executions',
    metric: 'agent_executions_total',
    unit: 'ops',
    direction: 'neutral',
    implements: ['ENIS-METRIC-08'],
  },
  'executions-24h': {
    kind: 'increase',
    title: 'Agent executions in 24 hours',
    metric: 'agent_executions_total',
    window: '24h',
    unit: 'short',
    direction: 'neutral',
  },
  'failure-ratio': {
    kind: 'ratio',
    title: 'Failed executions',
    description: 'Objective: below 1 %. The alert of the document waits for 5 %.',
    part: { metric: 'agent_executions_total', where: { status: 'failed' } },
    total: { metric: 'agent_executions_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.01, critical: 0.05 },
    implements: ['ENIS-METRIC-09'],
  },
  'queue-depth': {
    kind: 'gauge',
    title: 'Queue depth',
    metric: 'agent_queue_depth',
    // The bound holds for a single queue.
    aggregation: 'max',
    unit: 'short',
    direction: 'lower-is-better',
    thresholds: { warning: 80, critical: 100 },
    implements: ['ENIS-METRIC-10'],
  },
};
