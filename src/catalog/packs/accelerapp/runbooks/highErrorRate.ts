import { type Runbook } from '../../../../domain/runbook/types';
import {
  afterwards,
  ask,
  errorLines,
  failingTraces,
  investigate,
  kubernetes,
  metric,
  mitigate,
  on,
  rollBack,
  symptom,
  verify,
} from '../../runbookKit';
import { common, dependencies, health, nodes, workerStarted } from './parts';

export const highErrorRate: Runbook = {
  ...common,
  id: 'high-error-rate',
  title: 'High error rate',
  alerts: ['high-error-rate'],
  severity: 'critical',
  responseMinutes: 5,
  summary: 'More than 5 % of the requests have failed for five minutes.',
  steps: [
    symptom({
      text: 'Alert HighErrorRate: more than 5 % for 5 minutes.',
      implements: ['ACC-STEP-01'],
    }),
    investigate('immediate', 'Take it over', {
      minutes: '1–2 min',
      text: '- Acknowledge the page\n- Say so in the incident channel\n- Look for other alerts and for a change that is under way',
      checks: [
        {
          kind: 'metric',
          title: 'Alerts that fire',
          expr: 'count(ALERTS{alertstate="firing",$where}) or vector(0)',
          abnormal: { op: '>', value: 1 },
        },
        ask('Is a deployment or maintenance under way?'),
      ],
      implements: ['ACC-STEP-02'],
    }),
    investigate('impact', 'How bad is it?', {
      minutes: '2–3 min',
      checks: [
        metric('accelerapp.error-ratio', '>', 0.05, { by: ['endpoint'], title: 'Error rate by endpoint' }),
        metric('accelerapp.errors', '>', 0.1, { title: 'Failed requests a second' }),
        metric('accelerapp.generation-failure-ratio', '>', 0.1, { title: 'Failed generations' }),
      ],
      implements: ['ACC-STEP-03'],
    }),
    investigate('health', 'Is the system well?', {
      minutes: '2–3 min',
      checks: [metric('accelerapp.up', '<', 1, { by: ['instance'], title: 'Pods that answer' }), health, ...nodes],
      branches: [on('abnormal', 'relieve')],
      implements: ['ACC-STEP-04'],
    }),
    investigate('cause', 'What is the cause?', {
      minutes: '5–10 min',
      checks: [errorLines(10), failingTraces(), ...dependencies, workerStarted, kubernetes.history],
      implements: ['ACC-STEP-05'],
    }),
    mitigate('relieve', 'Resolve it', {
      text: '- A dependency: go on with its runbook\n- Too much load: add replicas\n- A pod that hangs: restart it\n- A release: roll it back',
      checks: [kubernetes.scale(4), kubernetes.restart],
      implements: ['ACC-STEP-06'],
    }),
    mitigate('tell', 'Tell people', {
      text: 'First message: *We see failing requests in $service since the start of the alert. We are looking for the cause; next news in 30 minutes.*\n\nWhen it is over: *$service works again. A review follows.*\n\nThe findings above, with their numbers, are in the copy as Markdown.',
      implements: ['ACC-STEP-08'],
    }),
    rollBack('rollback', 'Roll the deployment back', {
      checks: [kubernetes.history, kubernetes.undo],
      implements: ['ACC-STEP-07'],
    }),
    verify([health, metric('accelerapp.latency-p95', '>', 1)]),
    afterwards('after', 'Afterwards', {
      text: '- Copy the review and hold it within two days\n- Tickets for cause, detection and this playbook\n- Tell everybody who was told that it began',
      implements: ['ACC-STEP-09'],
    }),
  ],
  implements: ['ACC-RUNBOOK-01'],
};
