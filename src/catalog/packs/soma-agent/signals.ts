import { type Signal } from '../../../domain/signals/types';

/** The nine scrape jobs of the document; the collector of the span metrics is ours. */
const JOBS = 'gateway|conversation-worker|tool-executor|router|canvas-service|delegation-gateway|kafka|redis|postgres';
/** The six that have no alert of their own when they are gone. */
const APPLICATIONS = 'gateway|conversation-worker|tool-executor|router|canvas-service|delegation-gateway';

const latency = (percent: number, requirements?: readonly string[]): Signal => ({
  kind: 'quantile',
  title: `HTTP latency p${percent}`,
  histogram: 'http_request_duration_seconds',
  quantile: percent / 100,
  unit: 's',
  direction: 'lower-is-better',
  implements: requirements,
});

/** Measurements of the whole system. The HTTP metrics are the gateway’s and those of three more services, by `job`. */
export const systemSignals: Readonly<Record<string, Signal>> = {
  'reachable-targets': {
    kind: 'gauge',
    title: 'Reachable targets',
    description: 'Share of the nine scrape jobs that answer. Reachable is not the same as working: see the error rate.',
    metric: 'up',
    where: { job: { re: JOBS } },
    aggregation: 'avg',
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
  'target-up': {
    kind: 'gauge',
    title: 'Scrape target up',
    description:
      'The document scrapes Kafka at its broker port, which speaks no HTTP: its exporter is scraped instead.',
    metric: 'up',
    where: { job: { re: JOBS } },
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
    implements: ['SOMA-METRIC-24'],
  },
  'application-up': {
    kind: 'gauge',
    title: 'Application up',
    metric: 'up',
    where: { job: { re: APPLICATIONS } },
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
  'http-requests': {
    kind: 'rate',
    title: 'HTTP requests',
    metric: 'http_requests_total',
    unit: 'reqps',
    direction: 'neutral',
    implements: ['SOMA-METRIC-01'],
  },
  'http-error-ratio': {
    kind: 'ratio',
    title: 'HTTP error rate',
    description: 'Share of the requests that were answered with a server error. The bound is the gateway’s.',
    part: { metric: 'http_requests_total', where: { status: { re: '5..' } } },
    total: { metric: 'http_requests_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { critical: 0.01 },
  },
  'http-latency-p95': latency(95, ['SOMA-METRIC-02']),
  'http-latency-p99': latency(99),
};
