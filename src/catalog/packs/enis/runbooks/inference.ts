import { type Runbook } from '../../../../domain/runbook/types';
import {
  command,
  errorLines,
  failingTraces,
  investigate,
  metric,
  mitigate,
  on,
  review,
  symptom,
  verify,
  web,
} from '../../runbookKit';

export const providerDown: Runbook = {
  id: 'inference-provider-down',
  title: 'Inference provider down',
  service: 'inference-service',
  alerts: ['inference-service-provider-down'],
  severity: 'critical',
  responseMinutes: 15,
  escalation: { afterMinutes: 30, to: 'Inference team lead' },
  summary:
    'A provider refuses requests as unavailable. Executions fall back to another one, or fail where there is none.',
  variables: { namespace: 'enis-platform' },
  steps: [
    symptom(),
    investigate('provider', 'Which provider, and do the others hold?', {
      checks: [
        metric('inference-service.error-ratio', '>', 0.05, { by: ['provider'], title: 'Errors by provider' }),
        metric('inference-service.latency-p95', '>', 5, { by: ['provider'], title: 'p95 by provider' }),
        metric('inference-service.saturation', '>', 0.9, { title: 'Share of its capacity in use' }),
      ],
    }),
    investigate('users', 'Does it reach the users?', {
      checks: [
        metric('edge-agents.failure-ratio', '>', 0.05, { by: ['tier'], title: 'Failed executions by tier' }),
        metric('nops-kernel.error-ratio', '>', 0.01, { title: 'Failed requests of the kernel' }),
      ],
    }),
    investigate('evidence', 'What does the provider answer?', {
      checks: [errorLines(10), failingTraces(), web('Status of Mistral', 'https://status.mistral.ai/')],
      branches: [on('abnormal', 'reroute', 'The provider itself answers with errors.')],
    }),
    mitigate('reroute', 'Send its traffic elsewhere', {
      text: 'Take $provider out of the routing until it answers again. Watch the others: they get its load.',
      checks: [
        command(
          'kubectl set env deployment/inference-service -n $namespace DISABLED_PROVIDERS=$provider',
          'Restarts the pods of the inference service.'
        ),
      ],
    }),
    verify([metric('inference-service.error-ratio', '>', 0.05)]),
    review('Note how long the fallback took to take over, and which executions had none.'),
  ],
};
