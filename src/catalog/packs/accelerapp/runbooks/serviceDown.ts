import { type Runbook } from '../../../../domain/runbook/types';
import {
  command,
  errorLines,
  investigate,
  kubernetes,
  metric,
  mitigate,
  on,
  promql,
  rollBack,
  symptom,
  verify,
} from '../../runbookKit';
import { common, dependencies, health, nodes, written } from './parts';

export const serviceDown: Runbook = {
  ...common,
  id: 'service-down',
  title: 'Service down',
  alerts: ['service-down', 'health-check-failing'],
  severity: 'critical',
  responseMinutes: 5,
  summary: 'A pod of Accelerapp does not answer, or a health check fails. With both pods gone nobody can work.',
  steps: [
    symptom(),
    investigate('immediate', 'Take it over', {
      minutes: '5 min',
      text: 'Acknowledge, say so in the channel, and see how much is left.',
      checks: [
        promql('Share of pods that answer', 'avg(up{job="accelerapp",$where})', '<', 1, { unit: 'percentunit' }),
        metric('accelerapp.error-ratio', '>', 0.05, { title: 'Failed requests' }),
        kubernetes.pods,
      ],
      implements: ['ACC-STEP-10'],
    }),
    investigate('crash-loop', 'CrashLoopBackOff?', {
      text: 'It starts and dies. The last lines before the end say why: configuration, a missing secret, memory.',
      checks: [
        metric('accelerapp.uptime', '<', 600, { by: ['instance'], title: 'Up since' }),
        command('kubectl logs -n $namespace -l app=$deployment --previous --tail=100'),
        errorLines(10),
      ],
      implements: ['ACC-STEP-11'],
    }),
    investigate('image-pull', 'ImagePullBackOff?', {
      text: 'The image cannot be fetched: wrong tag, registry down, credentials expired. Put the old tag back.',
      checks: [kubernetes.describe],
      implements: ['ACC-STEP-12'],
    }),
    investigate('resources', 'Out of resources?', {
      text: 'Look for OOMKilled and for nodes under pressure.',
      checks: [...nodes, command('kubectl top pods -n $namespace')],
      branches: [on('abnormal', 'recover', 'A node is out of resources.')],
      implements: ['ACC-STEP-13'],
    }),
    investigate('health', 'Does a health check fail?', {
      text: 'Which check fails tells what it misses.',
      checks: [health],
      implements: ['ACC-STEP-14'],
    }),
    investigate('dependencies', 'Is a dependency gone?', {
      checks: dependencies,
      branches: [on('abnormal', 'dependency')],
      implements: ['ACC-STEP-15'],
    }),
    mitigate('dependency', 'Bring the dependency back', { text: 'Ollama has a runbook of its own: "Ollama is down".' }),
    mitigate('recover', 'Bring it back', {
      text: 'Free the resource it lacks, then restart.',
      checks: [kubernetes.restart, kubernetes.scale(3)],
      implements: ['ACC-STEP-16'],
    }),
    mitigate('escalate', 'When it does not get better', {
      text: '1. After 15 minutes: second on-call engineer\n2. After 30 minutes: engineering manager\n3. After 60 minutes: everybody who can help, and the customers are told',
      implements: ['ACC-STEP-19'],
    }),
    rollBack('rollback', 'Roll the deployment back', { checks: [kubernetes.undo] }),
    {
      id: 'watch',
      phase: 'verify',
      title: 'Watch it come back',
      checks: [
        metric('accelerapp.up', '<', 1, { by: ['instance'], title: 'Pods that answer' }),
        metric('accelerapp.error-ratio', '>', 0.05),
        metric('accelerapp.latency-p95', '>', 1),
      ],
      implements: ['ACC-STEP-17'],
    },
    verify([health], { implements: ['ACC-STEP-18'] }),
    written,
  ],
  implements: ['ACC-RUNBOOK-02'],
};
