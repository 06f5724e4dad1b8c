import { type Signal } from '../../../../domain/signals/types';
import { calledSignals, REDIS_CALLS, SQL_CALLS } from '../../calledSignals';
import { upSignal } from './http';

/** A store is up when its exporter answers and says that the store does. */
function storeUp(job: string, healthMetric: string): Signal {
  return {
    kind: 'expression',
    title: 'Answers',
    description: `The exporter answers (up) and says that the store behind it does (${healthMetric}). The document looks at the exporter alone, which goes on answering when the store is gone.`,
    expr: `min by ($by) ({__name__=~"up|${healthMetric}", job="${job}", $where})`,
    metrics: ['up', healthMetric],
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  };
}

const gauge = (title: string, metric: string, unit = 'short', more: Partial<Signal> = {}): Signal => ({
  kind: 'gauge',
  title,
  metric,
  aggregation: 'sum',
  unit,
  direction: 'neutral',
  description: more.description,
});

/** Kafka through its exporter and the spans of those who publish. */
export const kafkaSignals: Readonly<Record<string, Signal>> = {
  ...calledSignals({ span_kind: 'SPAN_KIND_PRODUCER' }),
  lag: {
    kind: 'gauge',
    title: 'Consumer lag',
    description:
      'Events that a consumer group has not read yet. The exporter that most people run calls this kafka_consumergroup_lag; relabel it.',
    metric: 'kafka_consumer_lag',
    aggregation: 'max',
    unit: 'short',
    direction: 'lower-is-better',
    thresholds: { critical: 1000 },
    implements: ['SOMA-METRIC-23'],
  },
  brokers: gauge('Brokers', 'kafka_brokers'),
  'dead-letters': {
    kind: 'increase',
    title: 'Dead letters',
    description:
      'Events that could not be processed, by source topic and type of error. The document counts them nowhere; the name dlq_events_total is ours.',
    metric: 'dlq_events_total',
    unit: 'short',
    direction: 'lower-is-better',
    implements: ['SOMA-METRIC-25'],
  },
  'dead-letter-rate': {
    kind: 'rate',
    title: 'Dead letters per second',
    metric: 'dlq_events_total',
    unit: 'cps',
    direction: 'lower-is-better',
  },
  up: upSignal('kafka'),
};

/** Redis through its exporter and the spans of its callers. */
export const redisSignals: Readonly<Record<string, Signal>> = {
  up: storeUp('redis', 'redis_up'),
  ...calledSignals(REDIS_CALLS),
  memory: gauge('Memory', 'redis_memory_used_bytes', 'bytes'),
  clients: gauge('Clients', 'redis_connected_clients'),
};

/** PostgreSQL through its exporter and the spans of its callers. */
export const postgresSignals: Readonly<Record<string, Signal>> = {
  up: storeUp('postgres', 'pg_up'),
  ...calledSignals(SQL_CALLS),
  connections: gauge('Connections', 'pg_stat_activity_count', 'short', { description: 'By state.' }),
  commits: {
    kind: 'rate',
    title: 'Transactions committed',
    metric: 'pg_stat_database_xact_commit',
    unit: 'ops',
    direction: 'neutral',
  },
};
