import { type Signal } from '../../../domain/signals/types';

/** Prices of one hour, shared with the cost estimate of document 000: this one plans to track cost and gives none. */
const CORE_HOUR_USD = 0.04;
const GIGABYTE_HOUR_USD = 0.005;
const HOURS_PER_MONTH = 730;

const cores = 'count by ($by) (node_cpu_seconds_total{mode="idle", $where})';
const gigabytes = 'sum by ($by) (node_memory_MemTotal_bytes{$where}) / 1e9';

const cost = (title: string, hours: number): Signal => ({
  kind: 'expression',
  title,
  description: `Cores and memory of the nodes at ${CORE_HOUR_USD} USD per core-hour and ${GIGABYTE_HOUR_USD} USD per GB-hour.`,
  expr: `(${cores} * ${CORE_HOUR_USD} + ${gigabytes} * ${GIGABYTE_HOUR_USD}) * ${hours}`,
  metrics: ['node_cpu_seconds_total', 'node_memory_MemTotal_bytes'],
  unit: 'currencyUSD',
  direction: 'lower-is-better',
});

/** Measurements of the whole system. */
export const systemSignals: Readonly<Record<string, Signal>> = {
  'reachable-targets': {
    kind: 'gauge',
    title: 'Reachable targets',
    description:
      'Share of the pods of the application and of the model server that answer. Reachable is not the same as working: see the health checks.',
    metric: 'up',
    where: { job: { re: 'accelerapp|ollama' } },
    aggregation: 'avg',
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
  'target-up': {
    kind: 'gauge',
    title: 'Scrape target up',
    description: 'Every target: the application, its model server, the nodes and the monitoring stack.',
    metric: 'up',
    where: { job: { not: 'span-metrics' } },
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
  'monthly-cost': cost('Cost per month (estimate)', HOURS_PER_MONTH),
  'hourly-cost': cost('Cost per hour (estimate)', 1),
  'custom-metrics': {
    kind: 'expression',
    title: 'Value now',
    description:
      'Every metric whose name starts with accelerapp_, so that one that a team adds is seen without a change here.',
    expr: 'sum by (__name__) ({__name__=~"accelerapp_.+", __name__!~".+_(bucket|sum|count|created)", $where})',
    metrics: [],
    unit: 'short',
    direction: 'neutral',
    implements: ['ACC-METRIC-13'],
  },
};
