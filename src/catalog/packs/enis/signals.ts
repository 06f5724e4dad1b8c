import { type Signal } from '../../../domain/signals/types';

/** Prices of one hour; the document gives them without their unit, and hourly is what they cost in practice. */
const CORE_HOUR_USD = 0.04;
const GIGABYTE_HOUR_USD = 0.005;
const HOURS_PER_MONTH = 730;

/** Measurements of the whole system. */
export const systemSignals: Readonly<Record<string, Signal>> = {
  'reachable-targets': {
    kind: 'gauge',
    title: 'Reachable targets',
    description:
      'Share of scrape targets that answer (kernel, inference service, edge agents). Reachable is not the same as working: see the error rates.',
    metric: 'up',
    where: { job: { re: 'nops-kernel|inference-service|edge-.*' } },
    aggregation: 'avg',
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { warning: 0.99, critical: 0.95 },
    implements: ['ENIS-METRIC-22'],
  },
  'target-up': {
    kind: 'gauge',
    title: 'Scrape target up',
    metric: 'up',
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
  'active-tenants': {
    kind: 'active',
    title: 'Active tenants',
    description:
      'Tenants with at least one request to the kernel in the last 24 hours. The expression in the document does not parse; this one counts what it means.',
    metric: 'nops_requests_total',
    where: { tenant_id: { not: '' } },
    label: 'tenant_id',
    window: '24h',
    unit: 'short',
    direction: 'higher-is-better',
  },
  'service-error-ratio': {
    kind: 'ratio',
    title: 'Error rate',
    description:
      'Share of requests that failed. A status is an HTTP code or the word "error": the document uses both, and both count.',
    part: { metric: 'enis_requests_total', where: { status: { re: '5..|error' } } },
    total: { metric: 'enis_requests_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.001, critical: 0.01 },
  },
  'monthly-cost': {
    kind: 'weighted-sum',
    title: 'Infrastructure cost per month',
    description:
      'Requested cores and memory at 0.04 USD per core-hour and 0.005 USD per GB-hour, for 730 hours. The document calls the hourly sum a monthly cost; this is the month.',
    terms: [
      {
        gauge: { metric: 'kube_pod_container_resource_requests', where: { resource: 'cpu' } },
        weight: CORE_HOUR_USD * HOURS_PER_MONTH,
      },
      {
        gauge: { metric: 'kube_pod_container_resource_requests', where: { resource: 'memory' } },
        weight: (GIGABYTE_HOUR_USD * HOURS_PER_MONTH) / 1e9,
      },
    ],
    unit: 'currencyUSD',
    direction: 'lower-is-better',
    implements: ['ENIS-METRIC-23'],
  },
  'hourly-cost': {
    kind: 'weighted-sum',
    title: 'Infrastructure cost per hour',
    description: 'Requested cores and memory at 0.04 USD per core-hour and 0.005 USD per GB-hour.',
    terms: [
      {
        gauge: { metric: 'kube_pod_container_resource_requests', where: { resource: 'cpu' } },
        weight: CORE_HOUR_USD,
      },
      {
        gauge: { metric: 'kube_pod_container_resource_requests', where: { resource: 'memory' } },
        weight: GIGABYTE_HOUR_USD / 1e9,
      },
    ],
    unit: 'currencyUSD',
    direction: 'lower-is-better',
  },
};
