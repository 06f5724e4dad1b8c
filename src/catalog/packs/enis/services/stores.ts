import { type Signal } from '../../../../domain/signals/types';
import { calledSignals, REDIS_CALLS, SQL_CALLS } from '../../calledSignals';
import { gauge, share } from '../../monitoringSignals';

/** The document names its stores and none of their metrics: these are the exporters' own, and the spans of the kernel. */
export const redisSignals: Readonly<Record<string, Signal>> = {
  ...calledSignals(REDIS_CALLS),
  memory: share('Memory, share of the limit', 'redis_memory_used_bytes', 'redis_memory_max_bytes'),
};

export const postgresqlSignals: Readonly<Record<string, Signal>> = {
  ...calledSignals(SQL_CALLS),
  'connections-used': share('Connections, share of the limit', 'pg_stat_activity_count', 'pg_settings_max_connections'),
  connections: gauge('Connections', 'pg_stat_activity_count', 'short', { description: 'By state.' }),
};
