import { type Signal } from '../../../../domain/signals/types';
import { calledSignals, REDIS_CALLS, SQL_CALLS } from '../../calledSignals';
import { containerSignals } from './container';

/** PostgreSQL, through its exporter and the spans of its callers. */
export const postgresSignals: Readonly<Record<string, Signal>> = {
  up: {
    kind: 'expression',
    title: 'Accepts connections',
    description: 'The document calls the metric postgres_up, the exporter itself pg_up: whichever is there counts.',
    expr: 'min by ($by) ({__name__=~"postgres_up|pg_up", $where})',
    metrics: ['postgres_up'],
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
    implements: ['MM-METRIC-17'],
  },
  ...calledSignals(SQL_CALLS),
  'connections-active': {
    kind: 'gauge',
    title: 'Active connections',
    description: 'Connections that run a statement. The exporter of PostgreSQL calls this pg_stat_activity_count.',
    metric: 'postgres_connections_active',
    aggregation: 'sum',
    unit: 'short',
    direction: 'neutral',
    implements: ['MM-METRIC-11'],
  },
  'connections-idle': {
    kind: 'gauge',
    title: 'Idle connections',
    description: 'Open connections without a statement. The document has no metric for them; the name is ours.',
    metric: 'postgres_connections_idle',
    aggregation: 'sum',
    unit: 'short',
    direction: 'neutral',
  },
  ...containerSignals('postgres'),
};

/** Redis, through its exporter and the spans of its callers. */
export const redisSignals: Readonly<Record<string, Signal>> = {
  up: upSignal('redis_up'),
  ...calledSignals(REDIS_CALLS),
  'hit-rate': {
    kind: 'gauge',
    title: 'Cache hit rate',
    description: 'Percent of the look-ups that found their key. The document leaves the scale open; 0 to 100 is read.',
    metric: 'redis_cache_hit_rate',
    aggregation: 'min',
    unit: 'percent',
    direction: 'higher-is-better',
    thresholds: { warning: 70 },
    implements: ['MM-METRIC-12'],
  },
  misses: {
    kind: 'rate',
    title: 'Cache misses',
    metric: 'redis_keyspace_misses_total',
    unit: 'ops',
    direction: 'lower-is-better',
  },
  ...containerSignals('redis'),
};

/** nginx, through its exporter. */
export const nginxSignals: Readonly<Record<string, Signal>> = {
  up: upSignal('nginx_up'),
  traffic: {
    kind: 'rate',
    title: 'Requests',
    metric: 'nginx_http_requests_total',
    unit: 'reqps',
    direction: 'neutral',
  },
  ...containerSignals('nginx'),
};

function upSignal(metric: string): Signal {
  return {
    kind: 'gauge',
    title: 'Reachable',
    metric,
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  };
}
