import { type Runbook } from '../../../../domain/runbook/types';
import {
  errorLines,
  failingTraces,
  investigate,
  link,
  metric,
  mitigate,
  on,
  promql,
  review,
  symptom,
  verify,
} from '../../runbookKit';

export const edgeAgentFailures: Runbook = {
  id: 'edge-agent-failures',
  title: 'Edge agents fail',
  service: 'edge-agents',
  alerts: ['edge-agent-execution-failure-spike'],
  severity: 'warning',
  escalation: { afterMinutes: 60, to: 'Edge team lead' },
  summary:
    'More than 5 % of the executions of one agent type in one tier fail. Its customers lose work, and their tier loses budget.',
  steps: [
    symptom(),
    investigate('scope', 'One agent, one tier, or all?', {
      checks: [
        metric('edge-agents.failure-ratio', '>', 0.05, { by: ['tier'], title: 'Failures by tier' }),
        metric('edge-agents.failure-ratio', '>', 0.05, {
          by: ['agent_type'],
          narrowBy: ['tier'],
          title: 'Failures by agent type',
        }),
        link('Edge tiers', 'edge-tiers'),
      ],
    }),
    investigate('shared', 'Is it what all agents share?', {
      checks: [
        metric('nops-kernel.error-ratio', '>', 0.01, { title: 'Errors of the kernel', blames: 'nops-kernel' }),
        metric('inference-service.error-ratio', '>', 0.05, {
          by: ['provider'],
          title: 'Errors by inference provider',
          blames: 'inference-service',
        }),
      ],
      branches: [on('abnormal', 'upstream', 'The agents fail with what they call.')],
    }),
    investigate('evidence', 'What do the executions say?', { checks: [errorLines(20), failingTraces()] }),
    investigate('load', 'Do they keep up?', {
      checks: [
        metric('edge-agents.queue-depth', '>', 100, { by: ['agent_type', 'tier'], narrowBy: ['tier'] }),
        promql('Gateways of tiers that answer', 'min by (job) (up{job=~"edge-.+",$where})', '<', 1, { unit: 'bool' }),
      ],
      branches: [on('abnormal', 'relieve', 'Work piles up, or a gateway is silent.')],
    }),
    mitigate('upstream', 'Treat the cause upstream', {
      checks: [
        link('Runbook of the kernel', 'runbooks', 'enis', 'nops-high-error-rate'),
        link('Runbook of the providers', 'runbooks', 'enis', 'inference-provider-down'),
      ],
    }),
    mitigate('relieve', 'Take load off the tier', {
      text: 'Pause the agent type that fails, or move its executions to a tier with room. Enterprise and air-gapped customers first.',
    }),
    verify(),
    review('Note which customers lost executions, and whether the tier’s SLA owes them a credit.'),
  ],
};
