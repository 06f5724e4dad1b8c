import { type Slo } from '../../../domain/slo/types';

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
    implements: ['ENIS-SLO-01', 'ENIS-SLO-04', 'ENIS-SLO-14'],
  },
  {
    id: 'nops-kernel-latency-p95',
    title: 'NOPS Kernel latency, 95 % under 100 ms',
    service: 'nops-kernel',
    sli: { kind: 'latency', histogram: 'nops_request_duration_seconds', thresholdSeconds: 0.1 },
    targetRatio: 0.95,
    windowDays: 7,
    implements: ['ENIS-SLO-02', 'ENIS-SLO-13'],
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
];
