import { steady, wholeAround } from '../../kit/rates';
import type { MetricModel } from '../../model';
import { INCIDENT } from './incidents';

const GB = 1e9;

/** Redis and PostgreSQL through their exporters. */
export const storeMetrics: MetricModel[] = [
  { kind: 'gauge', name: 'redis_up', help: 'Whether Redis answers', series: [{ job: 'redis', value: () => 1 }] },
  {
    kind: 'gauge',
    name: 'redis_memory_used_bytes',
    help: 'Memory that Redis uses',
    series: [{ job: 'redis', value: wholeAround('enis/redis-memory', 0.9 * GB, 0.15 * GB) }],
  },
  {
    kind: 'gauge',
    name: 'redis_memory_max_bytes',
    help: 'Memory that Redis may use',
    series: [{ job: 'redis', value: () => 2 * GB }],
  },
  { kind: 'gauge', name: 'pg_up', help: 'Whether PostgreSQL answers', series: [{ job: 'postgres', value: () => 1 }] },
  {
    kind: 'gauge',
    name: 'pg_stat_activity_count',
    help: 'Connections of PostgreSQL, by state',
    series: [
      {
        job: 'postgres',
        labels: { state: 'active' },
        value: wholeAround('enis/pg-active', 14, 4, [[INCIDENT.slowDatabase, 52]]),
      },
      { job: 'postgres', labels: { state: 'idle' }, value: wholeAround('enis/pg-idle', 30, 5) },
    ],
  },
  {
    kind: 'gauge',
    name: 'pg_settings_max_connections',
    help: 'Connections that PostgreSQL allows',
    series: [{ job: 'postgres', value: () => 120 }],
  },
  {
    kind: 'counter',
    name: 'pg_stat_database_xact_commit',
    help: 'Transactions committed',
    series: [{ job: 'postgres', labels: { datname: 'enis' }, ratePerSecond: steady('enis/pg-commits', 60, 0.2) }],
  },
];
