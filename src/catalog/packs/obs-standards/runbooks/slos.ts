import { type Runbook } from '../../../../domain/runbook/types';
import {
  errorLines,
  failingTraces,
  investigate,
  kubernetes,
  link,
  metric,
  mitigate,
  on,
  promql,
  slowestTrace,
  symptom,
  verify,
} from '../../runbookKit';
import { backing, common, deployed, undo, written } from './parts';

const burn = (window: string) =>
  promql(
    `Errors in ${window}, against what the objective allows`,
    `sum by (slo) (sum_over_time(slo:events_bad:increase5m{service="$service",$where}[${window}])) / (sum by (slo) (sum_over_time(slo:events_total:increase5m{service="$service",$where}[${window}])) > 0) / 0.001`,
    '>',
    window === '1h' ? 14.4 : 6,
    { unit: 'suffix: x' }
  );

export const sloRunbooks: readonly Runbook[] = [
  {
    ...common,
    id: 'high-error-rate',
    title: 'High error rate',
    service: 'user-service',
    alerts: ['high-error-rate'],
    severity: 'critical',
    responseMinutes: 5,
    summary: 'A service fails in more than 1 % of its requests.',
    steps: [
      symptom(),
      investigate('endpoints', 'Which endpoint?', {
        checks: [
          metric('system.error-ratio', '>', 0.01, {
            by: ['service', 'endpoint'],
            narrowBy: ['service'],
            title: 'Error rate by endpoint',
          }),
          metric('system.error-ratio', '>', 0.01, { by: ['service'], title: 'Error rate by service' }),
        ],
      }),
      deployed,
      investigate('evidence', 'What do the logs and traces say?', { checks: [errorLines(10), failingTraces()] }),
      investigate('dependencies', 'Are the dependencies well?', {
        checks: backing,
        branches: [on('abnormal', 'breaker', 'A dependency fails.')],
      }),
      mitigate('breaker', 'Open the circuit breaker', {
        text: 'Only towards a dependency that fails: a breaker on the failing service itself keeps all its users out. Set it in the mesh or the load balancer; there is no command that fits all.',
        implements: ['OBS-RUN-12'],
      }),
      undo,
      verify(),
      written,
    ],
    implements: ['OBS-RUN-01'],
  },
  {
    ...common,
    id: 'high-latency',
    title: 'High latency',
    service: 'user-service',
    alerts: ['high-latency'],
    severity: 'warning',
    summary: 'p95 of a service is above 500 ms.',
    steps: [
      symptom(),
      investigate('operations', 'Which operation?', {
        checks: [
          metric('system.latency-p95', '>', 0.5, {
            by: ['service', 'endpoint'],
            narrowBy: ['service'],
            title: 'p95 by endpoint',
          }),
          metric('system.operation-slowdown', '>', 2, { title: 'p95 of operations against their day' }),
        ],
      }),
      investigate('path', 'Where does the time go?', {
        text: 'The critical path of a slow trace shows what everybody waits for.',
        checks: [
          slowestTrace(2500),
          {
            kind: 'log',
            title: 'Requests over 1 s',
            where: [{ field: 'durationMs', atLeast: 1000 }],
            abnormal: { op: '>', value: 10 },
          },
        ],
      }),
      investigate('dependencies', 'Is it a dependency?', {
        checks: backing,
        branches: [on('abnormal', 'relieve', 'Scaling does not help a slow dependency.')],
      }),
      deployed,
      mitigate('scale', 'Scale up', { checks: [kubernetes.scale(6)], implements: ['OBS-RUN-13'] }),
      mitigate('relieve', 'Relieve the dependency', { text: 'Stop batch jobs, shorten timeouts, serve from caches.' }),
      undo,
      verify(),
      written,
    ],
    implements: ['OBS-RUN-02'],
  },
  {
    ...common,
    id: 'error-budget',
    title: 'Error budget runs out',
    service: 'user-service',
    alerts: ['user-service-budget-half-consumed', 'payment-service-budget-half-consumed'],
    severity: 'warning',
    summary:
      'Half of an error budget is consumed. What matters now is the pace: does it last until the window has moved on?',
    steps: [
      symptom(),
      investigate('pace', 'How fast does it burn?', {
        checks: [burn('1h'), burn('6h'), link('Objectives', 'slos')],
        branches: [on('abnormal', 'freeze', 'At this pace it is gone within days.')],
      }),
      investigate('endpoints', 'What consumes it?', {
        checks: [
          metric('system.error-ratio', '>', 0.01, {
            by: ['service', 'endpoint'],
            narrowBy: ['service'],
            title: 'Error rate by endpoint',
          }),
          metric('system.operation-error-growth', '>', 5, { title: 'Errors of operations against their day' }),
          failingTraces(),
        ],
      }),
      deployed,
      mitigate('freeze', 'Hold back what is risky', {
        text: 'Releases wait, except for repairs, until the budget recovers. Say so to the product owner.',
      }),
      undo,
      verify(),
      written,
    ],
    implements: ['OBS-RUN-03'],
  },
  {
    ...common,
    id: 'service-down',
    title: 'Service down',
    service: 'prometheus',
    alerts: ['service-down', 'service-stops-reporting'],
    severity: 'critical',
    responseMinutes: 5,
    summary: 'A target does not answer scrapes, or has vanished from the list of targets.',
    steps: [
      symptom(),
      investigate('targets', 'Which targets?', {
        checks: [
          metric('system.target-up', '<', 1, { by: ['service', 'job', 'instance'], title: 'Targets that answer' }),
          metric('system.scrape-age', '>', 120, { by: ['job'], title: 'Age of the newest sample' }),
        ],
      }),
      investigate('effect', 'Do users notice?', {
        checks: [metric('system.error-ratio', '>', 0.01, { by: ['service'], title: 'Error rate by service' })],
      }),
      investigate('why', 'Why did it stop?', {
        checks: [
          metric('kubernetes.restarts-1h', '>', 3, { by: ['pod'], title: 'Restarts within an hour' }),
          metric('nodes.memory', '>', 0.9, { by: ['instance'], title: 'Memory of nodes' }),
          {
            kind: 'log',
            title: 'Last lines',
            schema: 'app-logs',
            where: [{ field: 'service', anyOf: ['$service'] }],
            within: '1h',
            abnormal: { op: '<', value: 1 },
          },
          kubernetes.describe,
        ],
      }),
      deployed,
      mitigate('restart', 'Restart it', {
        text: 'Put the deployment’s name in place: the alert knows the target only.',
        checks: [kubernetes.restart],
        implements: ['OBS-RUN-11'],
      }),
      undo,
      verify(),
      written,
    ],
    implements: ['OBS-RUN-04'],
  },
];
