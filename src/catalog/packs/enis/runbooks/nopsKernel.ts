import { type Check, type Runbook } from '../../../../domain/runbook/types';
import {
  afterwards,
  ask,
  command,
  deployLines,
  errorLines,
  failedCalls,
  failingTraces,
  investigate,
  kubernetes,
  link,
  metric,
  mitigate,
  on,
  promql,
  rollBack,
  slowCalls,
  slowestTrace,
  symptom,
  verify,
} from '../../runbookKit';

const common = {
  service: 'nops-kernel',
  variables: { namespace: 'enis-platform', deployment: 'nops-kernel' },
  responseMinutes: 15,
  escalation: { afterMinutes: 30, to: 'Engineering Manager' },
} as const;

const deploys: Check = deployLines({ where: [{ field: 'logger', anyOf: ['deploy'] }] });
const versions: Check = promql(
  'Versions that ran within an hour',
  'count(count by (version) (last_over_time(enis_build_info{service="nops-kernel",$where}[1h])))',
  '>',
  1
);

/** What the kernel calls: the inference service, Redis and PostgreSQL. */
const dependencies: readonly Check[] = [
  metric('inference-service.error-ratio', '>', 0.05, {
    title: 'Failed inference requests',
    blames: 'inference-service',
  }),
  metric('inference-service.latency-p95', '>', 5, { title: 'Inference p95', blames: 'inference-service' }),
  promql('Redis answers', 'min(up{job="redis",$where})', '<', 1, { unit: 'bool', blames: 'redis' }),
  failedCalls('Failed calls of Redis', 'nops-kernel', 'GET', 'redis'),
  promql('PostgreSQL answers', 'min(up{job="postgres",$where})', '<', 1, { unit: 'bool', blames: 'postgresql' }),
  failedCalls('Failed calls of PostgreSQL', 'nops-kernel', '(SELECT|INSERT) .+', 'postgresql'),
  slowCalls('p95 of calls of PostgreSQL', 'nops-kernel', '(SELECT|INSERT) .+', 60, 'postgresql'),
];

const saturation: readonly Check[] = [
  metric('nops-kernel.cpu', '>', 80, { by: ['instance'] }),
  metric('nops-kernel.memory', '>', 0.8, { by: ['instance'] }),
];

const treatDependency = mitigate('dependency', 'Treat the dependency', {
  text: 'The kernel is a victim: scaling or rolling it back does not help. Call the owner of the dependency that the findings name, and take load off it.',
  checks: [
    link('Inference service', 'services', 'enis', 'inference-service'),
    link('Alerts of the dependencies', 'alerts'),
  ],
});

const closing = [
  afterwards('rca', 'Find the cause', {
    checks: [ask('Was it a change of code?'), ask('Was it the infrastructure?'), ask('Was it a dependency?')],
    implements: ['ENIS-STEP-11'],
  }),
  afterwards('document', 'Write it up', {
    text: 'Copy the review: impact and timeline are filled in from the measurements. It goes to Confluence.',
    implements: ['ENIS-STEP-12'],
  }),
  afterwards('actions', 'See that it does not come back', {
    text: '- Jira tickets for the repairs\n- This runbook, where it was wrong or slow\n- Monitoring and alerts that would have told earlier',
    implements: ['ENIS-STEP-13'],
  }),
];

/** The runbook that document 000 writes out. */
export const kernelErrors: Runbook = {
  ...common,
  id: 'nops-high-error-rate',
  title: 'NOPS Kernel High Error Rate',
  alerts: ['nops-kernel-high-error-rate'],
  severity: 'critical',
  summary:
    'More than 1 % of the requests to the kernel have failed for five minutes, and PagerDuty has called whoever is on call. Customers may see failing executions.',
  steps: [
    symptom({
      checks: [{ kind: 'alert' }, metric('nops-kernel.traffic', '<=', 0, { title: 'Requests arrive' })],
      implements: ['ENIS-STEP-02'],
    }),
    investigate('endpoints', 'Which endpoint fails?', {
      checks: [
        metric('nops-kernel.error-ratio', '>', 0.01, { by: ['endpoint'], title: 'Error rate by endpoint' }),
        link('NOPS Kernel', 'services', 'enis', 'nops-kernel'),
      ],
      implements: ['ENIS-STEP-03'],
    }),
    investigate('deployments', 'Was something deployed?', {
      text: 'A release of the last hour is the first suspect: roll it back before you understand it.',
      checks: [versions, deploys, kubernetes.history],
      branches: [on('abnormal', 'rollback', 'Something was deployed within the last hour.')],
      implements: ['ENIS-STEP-04'],
    }),
    investigate('logs', 'What do the logs and traces say?', {
      checks: [
        errorLines(10),
        failingTraces(),
        command('kubectl logs -n $namespace deployment/$deployment --tail=100 --timestamps | grep -i error'),
      ],
      implements: ['ENIS-STEP-05'],
    }),
    investigate('dependencies', 'Are the dependencies well?', {
      checks: dependencies,
      branches: [on('abnormal', 'dependency', 'A dependency is ill, and the kernel suffers from it.')],
      implements: ['ENIS-STEP-06'],
    }),
    investigate('saturation', 'Is it out of resources?', {
      checks: saturation,
      branches: [on('abnormal', 'scale', 'The kernel is out of CPU or memory.')],
      implements: ['ENIS-STEP-07'],
    }),
    treatDependency,
    mitigate('scale', 'Add replicas for now', { checks: [kubernetes.scale(6)], implements: ['ENIS-STEP-08'] }),
    rollBack('rollback', 'Roll the deployment back', { checks: [kubernetes.undo], implements: ['ENIS-STEP-09'] }),
    rollBack('restart', 'Restart the pods, as the last resort', {
      checks: [kubernetes.restart],
      implements: ['ENIS-STEP-10'],
    }),
    verify([metric('nops-kernel.latency-p95', '>', 0.1)]),
    ...closing,
  ],
  implements: ['ENIS-RUNBOOK-01', 'ENIS-STEP-01'],
};

export const kernelLatency: Runbook = {
  ...common,
  id: 'nops-high-latency',
  title: 'NOPS Kernel High Latency',
  alerts: ['nops-kernel-high-latency'],
  severity: 'warning',
  summary:
    'p95 of the kernel has been above 100 ms for five minutes. Executions are slow; agents may run into their timeouts.',
  steps: [
    symptom(),
    investigate('dependencies', 'Does it wait for a dependency?', {
      text: 'Most of the kernel’s time is waiting.',
      checks: [...dependencies, slowestTrace(4000)],
      branches: [on('abnormal', 'dependency', 'The time goes by in a dependency.')],
    }),
    investigate('saturation', 'Is it out of resources?', {
      checks: [...saturation, metric('nops-kernel.goroutines', '>', 5000, { by: ['instance'] })],
      branches: [on('abnormal', 'scale', 'The kernel is out of CPU or memory.')],
    }),
    investigate('deployments', 'Was something deployed?', {
      checks: [versions, deploys],
      branches: [on('abnormal', 'rollback', 'Something was deployed within the last hour.')],
    }),
    treatDependency,
    mitigate('scale', 'Add replicas for now', { checks: [kubernetes.scale(6)] }),
    rollBack('rollback', 'Roll the deployment back', { checks: [kubernetes.history, kubernetes.undo] }),
    verify([metric('nops-kernel.error-ratio', '>', 0.01)]),
    ...closing,
  ],
};

export const kernelDown: Runbook = {
  ...common,
  id: 'nops-kernel-down',
  title: 'NOPS Kernel down',
  alerts: ['nops-kernel-down'],
  severity: 'critical',
  summary:
    'An instance of the kernel does not answer scrapes. The others carry its load; with none left, nothing is executed.',
  steps: [
    symptom(),
    investigate('reach', 'How many are left, and do they cope?', {
      checks: [
        promql('Share of instances that answer', 'avg(up{job="nops-kernel",$where})', '<', 0.6, {
          unit: 'percentunit',
        }),
        metric('nops-kernel.error-ratio', '>', 0.01),
        ...saturation,
      ],
      branches: [on('abnormal', 'restart', 'What is left does not carry the load.')],
    }),
    investigate('pods', 'What happened to the pod?', {
      checks: [kubernetes.pods, kubernetes.describe, errorLines(10)],
    }),
    investigate('deployments', 'Was something deployed?', {
      checks: [versions, deploys],
      branches: [on('abnormal', 'rollback', 'Something was deployed within the last hour.')],
    }),
    mitigate('restart', 'Bring the pods back', { checks: [kubernetes.restart, kubernetes.scale(6)] }),
    rollBack('rollback', 'Roll the deployment back', { checks: [kubernetes.undo] }),
    verify([metric('nops-kernel.error-ratio', '>', 0.01)]),
    ...closing,
  ],
};
