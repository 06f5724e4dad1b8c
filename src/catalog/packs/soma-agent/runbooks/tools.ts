import { type Runbook } from '../../../../domain/runbook/types';
import { errorLines, failingTraces, investigate, metric, mitigate, on, symptom, verify } from '../../runbookKit';
import { deployed, owned, policyEngine, restart, undo, written } from './parts';

export const toolRunbooks: readonly Runbook[] = [
  {
    ...owned,
    id: 'tool-failures',
    title: 'A tool fails',
    service: 'tool-executor',
    alerts: ['high-tool-execution-failures'],
    severity: 'warning',
    variables: { container: 'tool-executor' },
    summary: 'More than 10 % of the executions of a tool fail. Conversations that need it go on without its result.',
    steps: [
      symptom(),
      investigate('tools', 'Which tool, which error?', {
        checks: [
          metric('tool-executor.error-ratio', '>', 0.1, { by: ['tool_name'], title: 'Failures by tool' }),
          metric('tool-executor.errors', '>', 0.02, { by: ['error_type'], title: 'Failures by error' }),
        ],
      }),
      investigate('sandbox', 'Is the sandbox too small?', {
        checks: [
          metric('tool-executor.memory-p95', '>', 450_000_000, { title: 'p95 of memory' }),
          metric('tool-executor.cpu', '>', 0.9, { title: 'CPU' }),
          metric('tool-executor.sandbox-active', '>', 50, { title: 'Sandboxes at work' }),
        ],
        branches: [on('abnormal', 'limit')],
      }),
      deployed,
      investigate('evidence', 'What do the logs and traces say?', { checks: [errorLines(5), failingTraces()] }),
      mitigate('limit', 'Raise the limit of the sandbox', {
        text: 'Or take the tool out of the registry until it fits again.',
      }),
      restart,
      undo,
      verify(),
      written,
    ],
  },
  {
    ...owned,
    id: 'policy-blocks',
    title: 'The policy blocks much',
    service: 'policy',
    alerts: ['high-policy-block-rate'],
    severity: 'warning',
    summary:
      'More than ten requests a second are forbidden: an agent loops, a policy is wrong, or somebody tries doors.',
    steps: [
      symptom(),
      investigate('who', 'Which policy, whose requests?', {
        checks: [
          metric('policy.blocks', '>', 5, { by: ['policy_name'], title: 'Blocks by policy' }),
          metric('policy.blocks', '>', 5, { by: ['tenant'], title: 'Blocks by tenant' }),
          metric('policy.deny-ratio', '>', 0.2, { title: 'Share of decisions that deny' }),
        ],
      }),
      investigate('engine', 'Does the engine decide rightly?', {
        checks: [...policyEngine, metric('gateway.auth-failure-ratio', '>', 0.2, { title: 'Failed log-ins' })],
      }),
      deployed,
      mitigate('block', 'Stop who asks', {
        text: 'End the session that loops. For an attack: security first, then the tenant.',
      }),
      { ...undo, title: 'Go back to the policy before' },
      verify(),
      written,
    ],
  },
];
