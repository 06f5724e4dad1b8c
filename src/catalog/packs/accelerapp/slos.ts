import { type Slo } from '../../../domain/slo/types';

const WINDOW_DAYS = 28;

/** Document 003 plans to track objectives and has none; these start from its alerts. */
export const slos: readonly Slo[] = [
  {
    id: 'request-success',
    title: 'Accelerapp, answered requests',
    description: 'Proposed from the alert of the document, which allows 5 % of errors.',
    service: 'accelerapp',
    sli: {
      kind: 'ratio',
      total: { metric: 'accelerapp_requests_total' },
      bad: { metric: 'accelerapp_errors_total' },
    },
    targetRatio: 0.95,
    windowDays: WINDOW_DAYS,
    implements: ['ACC-SLO-01', 'ACC-SLI-01'],
  },
  {
    id: 'request-latency-p95',
    title: 'Accelerapp, 95 % under 1 s',
    description: 'Proposed from the alert on slow responses.',
    service: 'accelerapp',
    sli: { kind: 'latency', histogram: 'accelerapp_request_duration_seconds', thresholdSeconds: 1 },
    targetRatio: 0.95,
    windowDays: WINDOW_DAYS,
    implements: ['ACC-SLO-01', 'ACC-SLI-01'],
  },
  {
    id: 'code-generation-success',
    title: 'Code generation, success',
    description: 'Proposed from the alert of the document, which allows 10 % of failures.',
    service: 'accelerapp',
    sli: {
      kind: 'ratio',
      total: { metric: 'accelerapp_code_generation_total' },
      bad: { metric: 'accelerapp_code_generation_failures_total' },
    },
    targetRatio: 0.9,
    windowDays: WINDOW_DAYS,
    implements: ['ACC-SLO-01', 'ACC-SLI-01'],
  },
  {
    id: 'health-checks',
    title: 'Accelerapp, passed health checks',
    description: 'Proposed: the document alerts on a failing check and gives no target; 99 % is ours.',
    service: 'accelerapp',
    sli: { kind: 'boolean', gauge: { metric: 'accelerapp_health_check_status' } },
    targetRatio: 0.99,
    windowDays: WINDOW_DAYS,
    implements: ['ACC-SLO-01'],
  },
];
