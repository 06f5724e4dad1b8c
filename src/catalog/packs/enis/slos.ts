import { type Slo } from '../../../domain/slo/types';

/** What collects, keeps and shows everything else. */
const OBSERVABILITY_JOBS = 'prometheus|alertmanager|grafana|jaeger|elasticsearch|kibana|otel-collector|vector|logstash';

const kernelRequests = { metric: 'nops_requests_total' };
const failed = (tier?: string) => ({
  metric: 'agent_executions_total',
  where: { status: 'failed', ...(tier ? { tier } : {}) },
});
const executions = (tier?: string) => ({ metric: 'agent_executions_total', ...(tier ? { where: { tier } } : {}) });

/** Availability of one tier, measured where the agent runs. */
function tierAvailability(tier: string, name: string, targetRatio: number, requirement: string): Slo {
  return {
    id: `edge-${tier}-availability`,
    title: `${name} tier availability`,
    description: `Share of executions of the ${tier} tier that did not fail.`,
    service: 'edge-agents',
    tier,
    sli: { kind: 'ratio', total: executions(tier), bad: failed(tier) },
    targetRatio,
    windowDays: 28,
    implements: [requirement],
  };
}

/** Document 000, objectives. Where it bounds a percentile, the objective is the share of requests under the bound. */
export const slos: readonly Slo[] = [
  {
    id: 'nops-kernel-availability',
    title: 'NOPS Kernel availability',
    description:
      'Share of requests without a server error. The error-rate objective of 0.1 % is the same promise, said the other way round.',
    service: 'nops-kernel',
    sli: { kind: 'ratio', total: kernelRequests, bad: { ...kernelRequests, where: { status: { re: '5..' } } } },
    targetRatio: 0.999,
    windowDays: 28,
    implements: ['ENIS-SLO-01', 'ENIS-SLO-04', 'ENIS-SLO-14', 'ENIS-SLI-01', 'ENIS-SLI-03'],
  },
  {
    id: 'nops-kernel-latency-p95',
    title: 'NOPS Kernel latency, 95 % under 100 ms',
    service: 'nops-kernel',
    sli: { kind: 'latency', histogram: 'nops_request_duration_seconds', thresholdSeconds: 0.1 },
    targetRatio: 0.95,
    windowDays: 7,
    implements: ['ENIS-SLO-02', 'ENIS-SLO-13', 'ENIS-SLI-02'],
  },
  {
    id: 'nops-kernel-latency-p99',
    title: 'NOPS Kernel latency, 99 % under 500 ms',
    service: 'nops-kernel',
    sli: { kind: 'latency', histogram: 'nops_request_duration_seconds', thresholdSeconds: 0.5 },
    targetRatio: 0.99,
    windowDays: 7,
    implements: ['ENIS-SLO-03'],
  },
  tierAvailability('zero', 'Zero', 0.99, 'ENIS-SLO-05'),
  tierAvailability('shared', 'Shared', 0.995, 'ENIS-SLO-06'),
  tierAvailability('lite', 'Lite', 0.999, 'ENIS-SLO-07'),
  tierAvailability('enterprise', 'Enterprise', 0.9995, 'ENIS-SLO-08'),
  tierAvailability('airgapped', 'Airgapped', 0.9999, 'ENIS-SLO-09'),
  {
    id: 'edge-execution-success',
    title: 'Edge agents, successful executions',
    service: 'edge-agents',
    sli: { kind: 'ratio', total: executions(), bad: failed() },
    targetRatio: 0.99,
    windowDays: 28,
    implements: ['ENIS-SLO-10', 'ENIS-SLO-17'],
  },
  {
    id: 'edge-execution-duration-p95',
    title: 'Edge agents, 95 % of executions under 2 s',
    service: 'edge-agents',
    sli: { kind: 'latency', histogram: 'agent_execution_duration_seconds', thresholdSeconds: 2 },
    targetRatio: 0.95,
    windowDays: 7,
    implements: ['ENIS-SLO-16'],
  },
  {
    id: 'inference-availability',
    title: 'Inference Service availability',
    service: 'inference-service',
    sli: {
      kind: 'ratio',
      total: { metric: 'inference_requests_total' },
      bad: { metric: 'inference_requests_total', where: { status: 'error' } },
    },
    targetRatio: 0.995,
    windowDays: 28,
    implements: ['ENIS-SLO-11', 'ENIS-SLO-20'],
  },
  {
    id: 'inference-latency-p95',
    title: 'Inference Service latency, 95 % under 5 s',
    service: 'inference-service',
    sli: { kind: 'latency', histogram: 'inference_request_duration_seconds', thresholdSeconds: 5 },
    targetRatio: 0.95,
    windowDays: 7,
    implements: ['ENIS-SLO-12', 'ENIS-SLO-19'],
  },
  {
    id: 'nops-kernel-saturation',
    title: 'NOPS Kernel, processors under 80 %',
    description:
      'A level without an error budget. "Sustained" in the document is taken for an average over five minutes.',
    service: 'nops-kernel',
    sli: {
      kind: 'level',
      signal: {
        kind: 'gauge',
        title: 'CPU',
        metric: 'nops_cpu_usage_percent',
        aggregation: 'avg',
        averagedOver: '5m',
        unit: 'percent',
      },
      op: '<',
      bound: 80,
    },
    windowDays: 28,
    implements: ['ENIS-SLO-15'],
  },
  {
    id: 'edge-queue-depth',
    title: 'Edge agents, fewer than 100 queued',
    description: 'A level without an error budget: the longest queue of one agent type in one tier.',
    service: 'edge-agents',
    sli: {
      kind: 'level',
      signal: {
        kind: 'gauge',
        title: 'Longest queue',
        metric: 'agent_queue_depth',
        aggregation: 'max',
        unit: 'short',
      },
      op: '<',
      bound: 100,
    },
    windowDays: 28,
    implements: ['ENIS-SLO-18'],
  },
  {
    id: 'inference-saturation',
    title: 'Inference Service, tokens under 90 % of the provider limit',
    description: 'A level without an error budget, over all providers.',
    service: 'inference-service',
    sli: {
      kind: 'level',
      signal: {
        kind: 'utilisation',
        title: 'Tokens against the limit',
        used: { metric: 'inference_tokens_per_second' },
        capacity: { metric: 'inference_provider_limit_tokens_per_second' },
        unit: 'percentunit',
      },
      op: '<',
      bound: 0.9,
    },
    windowDays: 28,
    implements: ['ENIS-SLO-21'],
  },
  {
    id: 'observability-availability',
    title: 'Observability Service, 99.9 % of scrapes answered',
    description: 'The document names no indicator: the share of scrapes that the stack’s own targets answered.',
    service: 'observability-service',
    sli: { kind: 'boolean', gauge: { metric: 'up', where: { job: { re: OBSERVABILITY_JOBS } } } },
    targetRatio: 0.999,
    windowDays: 28,
    implements: ['ENIS-SLO-22'],
  },
  {
    id: 'observability-query-latency-p95',
    title: 'Observability Service, 95 % of queries under 500 ms',
    description:
      'Prometheus itself has no bucket at 0.5 s; where it is missing, the objective is shown as not configured and not as breached.',
    service: 'observability-service',
    sli: {
      kind: 'latency',
      histogram: 'prometheus_http_request_duration_seconds',
      where: { handler: { re: '/api/v1/query.*' } },
      thresholdSeconds: 0.5,
    },
    targetRatio: 0.95,
    windowDays: 7,
    implements: ['ENIS-SLO-23'],
  },
  {
    id: 'observability-ingestion-rate',
    title: 'Observability Service, more than 100,000 samples a second',
    description:
      'A level, and one of capacity: under the document’s own limits it takes at least ten tenants at full load. A small installation does not reach it, and that is no fault.',
    service: 'observability-service',
    sli: {
      kind: 'level',
      signal: {
        kind: 'rate',
        title: 'Ingested samples',
        metric: 'prometheus_tsdb_head_samples_appended_total',
        unit: 'cps',
      },
      op: '>',
      bound: 100_000,
    },
    windowDays: 28,
    implements: ['ENIS-SLO-24'],
  },
];
