import { type Signal } from '../../../../domain/signals/types';

/** The agents, by the scrape jobs that the document names. */
const AGENT_JOBS = 'agente_deposito|agente_negocio|ml_service|dashboard';
const SERVICE_JOBS = `${AGENT_JOBS}|postgres|redis|nginx`;
// The document calls it postgres_up, the exporter itself pg_up: whichever is there counts.
const HEALTH_METRICS = 'up|postgres_up|pg_up|redis_up|nginx_up';
const HEALTH = `min by (job) ({__name__=~"${HEALTH_METRICS}", job=~"${SERVICE_JOBS}", $where})`;

/** What answers and what does not. */
export const reachabilitySignals: Readonly<Record<string, Signal>> = {
  'service-health': {
    kind: 'expression',
    title: 'Service health',
    description:
      'Up or down of the seven services. The document scrapes four agents and wants seven on the board: PostgreSQL, Redis and nginx are the others. A store is up when its exporter answers and says that the store does.',
    expr: `min by ($by) (${HEALTH})`,
    metrics: ['up', 'postgres_up', 'redis_up', 'nginx_up'],
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
  'healthy-services': {
    kind: 'expression',
    title: 'Healthy services',
    description: 'Share of the seven services that are up. Up is not the same as working: see the error rate.',
    expr: `avg(${HEALTH})`,
    metrics: ['up', 'postgres_up', 'redis_up', 'nginx_up'],
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
  'target-up': {
    kind: 'gauge',
    title: 'Scrape target up',
    description: 'Every target of this system, exporters too, but not the collector of the span metrics.',
    metric: 'up',
    where: { job: { not: 'span-metrics' } },
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
    implements: ['MM-METRIC-01'],
  },
  'agents-scraped': {
    kind: 'gauge',
    title: 'Agents scraped',
    description: 'How many of the four agents answer a scrape.',
    metric: 'up',
    where: { job: { re: AGENT_JOBS } },
    aggregation: 'sum',
    unit: 'short',
    direction: 'higher-is-better',
    thresholds: { critical: 4 },
    implements: ['MM-QUAL-06'],
  },
  'uptime-7d': {
    kind: 'expression',
    title: 'Uptime, 7 days',
    description:
      'Share of the minutes of the last seven days, or of those that are stored, in which the service was up. The bound is that of the proposed objective.',
    expr: `avg by ($by) (avg_over_time((${HEALTH})[7d:1m]))`,
    metrics: ['up', 'postgres_up', 'redis_up', 'nginx_up'],
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { warning: 0.99 },
  },
};
