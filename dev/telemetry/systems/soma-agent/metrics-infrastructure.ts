import { steady, wholeAround } from '../../kit/rates';
import type { MetricModel, Of } from '../../model';
import { consumerLag, providerSlow, redisDown } from './incidents';

/** Usual lag, and what the incidents add to it, for each consumer group. */
const groups = [
  { group: 'conversation-worker', topic: 'conversation.inbound', lag: 14, inLag: 4_200, inSlowness: 420 },
  { group: 'tool-executor', topic: 'tool.requests', lag: 6, inLag: 90, inSlowness: 0 },
  { group: 'conversation-worker', topic: 'tool.results', lag: 5, inLag: 60, inSlowness: 120 },
  { group: 'gateway', topic: 'conversation.outbound', lag: 3, inLag: 0, inSlowness: 0 },
  { group: 'delegation-gateway', topic: 'delegation.requests', lag: 2, inLag: 0, inSlowness: 0 },
];
const redisUp: Of<number> = (tMs, world) => (world.incident(redisDown, tMs) >= 0.5 ? 0 : 1);
const redisValue =
  (value: Of<number>): Of<number> =>
  (tMs, world) =>
    redisUp(tMs, world) * value(tMs, world);

/** Kafka, Redis and PostgreSQL through their exporters. */
export const infrastructureMetrics: MetricModel[] = [
  {
    kind: 'gauge',
    name: 'kafka_consumer_lag',
    help: 'Events that a consumer group has not read yet',
    series: groups.map(({ group, topic, lag, inLag, inSlowness }) => ({
      job: 'kafka',
      labels: { group, topic },
      value: wholeAround(`soma-agent.lag.${topic}`, lag, lag * 0.8, [
        [consumerLag, inLag],
        [providerSlow, inSlowness],
      ]),
    })),
  },
  { kind: 'gauge', name: 'kafka_brokers', help: 'Brokers of the cluster', series: [{ job: 'kafka', value: () => 3 }] },
  { kind: 'gauge', name: 'redis_up', help: 'Whether Redis answers', series: [{ job: 'redis', value: redisUp }] },
  {
    kind: 'gauge',
    name: 'redis_memory_used_bytes',
    help: 'Memory that Redis uses',
    series: [{ job: 'redis', value: redisValue(wholeAround('soma-agent.redis-memory', 310e6, 40e6)) }],
  },
  {
    kind: 'gauge',
    name: 'redis_connected_clients',
    help: 'Clients of Redis',
    series: [{ job: 'redis', value: redisValue(wholeAround('soma-agent.redis-clients', 46, 8)) }],
  },
  { kind: 'gauge', name: 'pg_up', help: 'Whether PostgreSQL answers', series: [{ job: 'postgres', value: () => 1 }] },
  {
    kind: 'gauge',
    name: 'pg_stat_activity_count',
    help: 'Connections of PostgreSQL, by state',
    series: [
      {
        job: 'postgres',
        labels: { state: 'active', datname: 'soma' },
        value: wholeAround('soma-agent.pg-active', 7, 3),
      },
      { job: 'postgres', labels: { state: 'idle', datname: 'soma' }, value: wholeAround('soma-agent.pg-idle', 28, 4) },
    ],
  },
  {
    kind: 'counter',
    name: 'pg_stat_database_xact_commit',
    help: 'Transactions committed',
    series: [{ job: 'postgres', labels: { datname: 'soma' }, ratePerSecond: steady('soma-agent.pg-commits', 14, 0.2) }],
  },
];
