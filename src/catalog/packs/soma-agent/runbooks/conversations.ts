import { type Runbook } from '../../../../domain/runbook/types';
import {
  command,
  errorLines,
  failingTraces,
  investigate,
  metric,
  mitigate,
  on,
  slowestTrace,
  symptom,
  verify,
} from '../../runbookKit';
import { deployed, models, owned, restart, stores, undo, written } from './parts';

const worker = { ...owned, service: 'conversation-worker', variables: { container: 'conversation-worker' } } as const;

const router = metric('router.error-ratio', '>', 0.05, { title: 'Failed requests of the router', blames: 'router' });

export const conversationRunbooks: readonly Runbook[] = [
  {
    ...worker,
    id: 'conversation-failures',
    title: 'Conversations fail',
    alerts: ['high-conversation-failure-rate'],
    severity: 'critical',
    responseMinutes: 5,
    summary: 'More than 5 % of the conversations fail. Users wait for answers that never come.',
    steps: [
      symptom(),
      investigate('kinds', 'Which errors?', {
        checks: [metric('conversation-worker.errors', '>', 0.05, { by: ['error_type'], title: 'Errors by type' })],
      }),
      investigate('dead-letters', 'Do events pile up in the dead letter queue?', {
        checks: [
          {
            kind: 'log',
            title: 'Dead letters',
            schema: 'soma-agent-dlq',
            abnormal: { op: '>', value: 5 },
          },
          metric('kafka.dead-letter-rate', '>', 0.01, { title: 'Rate of dead letters' }),
        ],
      }),
      deployed,
      investigate('evidence', 'What do the logs and traces say?', { checks: [errorLines(8), failingTraces()] }),
      investigate('dependencies', 'Are models, router and stores well?', {
        checks: [models, router, ...stores],
        branches: [on('abnormal', 'switch')],
      }),
      mitigate('switch', 'Route around it', {
        text: 'Take the model that fails out of the routing; the others answer in its place.',
      }),
      mitigate('replay', 'Replay the dead letters, after the repair', {
        text: 'Not before: what is replayed into the same fault comes back.',
        checks: [command('python -m tools.dlq replay --topic conversation.inbound.dlq --dry-run')],
      }),
      restart,
      undo,
      verify([metric('kafka.dead-letter-rate', '>', 0.01)]),
      written,
    ],
  },
  {
    ...worker,
    id: 'slow-conversations',
    title: 'Conversations are slow',
    alerts: ['slow-conversation-processing'],
    severity: 'warning',
    summary: 'p95 of conversation processing is above 5 s.',
    steps: [
      symptom(),
      investigate('models', 'Is a model slow?', {
        text: 'Most of a conversation is waiting for a model.',
        checks: [models, slowestTrace(15000)],
        branches: [on('abnormal', 'switch', 'A model provider is slow.')],
      }),
      investigate('others', 'Or something else on the way?', {
        checks: [
          router,
          metric('tool-executor.latency-p95', '>', 20, { title: 'p95 of tools', blames: 'tool-executor' }),
          ...stores,
          metric('kafka.lag', '>', 1000, { by: ['group', 'topic'], title: 'Events that wait', blames: 'kafka' }),
        ],
      }),
      deployed,
      mitigate('switch', 'Use faster models for now', {
        text: 'Move the routing to a smaller or another provider’s model. Tell tenants with their own choice.',
      }),
      undo,
      verify(),
      written,
    ],
  },
  {
    ...owned,
    id: 'tenant-budget',
    title: 'A tenant’s budget is used up',
    service: 'budget-manager',
    alerts: ['tenant-budget-exhausted'],
    severity: 'warning',
    summary: 'A tenant runs into its token limit again and again: its agents stand still, or one of them loops.',
    steps: [
      symptom(),
      investigate('tenants', 'Which tenants?', {
        checks: [
          metric('budget-manager.limit-hits-5m', '>', 10, { by: ['tenant'], title: 'Refusals in 5 minutes' }),
          metric('budget-manager.traffic', '>', 5000, { by: ['tenant'], title: 'Tokens a second' }),
        ],
      }),
      investigate('loop', 'Does one session loop?', {
        checks: [
          {
            kind: 'log',
            title: 'Lines of this tenant',
            schema: 'soma-agent',
            where: [{ field: 'tenant', anyOf: ['$tenant'] }],
            abnormal: { op: '>', value: 1000 },
          },
          {
            kind: 'log',
            title: 'Refusals of this tenant',
            schema: 'soma-agent',
            where: [{ field: 'tenant', anyOf: ['$tenant'] }],
            query: 'message:budget',
            abnormal: { op: '>', value: 5 },
          },
        ],
        branches: [on('abnormal', 'stop')],
      }),
      mitigate('raise', 'Raise the limit, when it is wanted', {
        text: 'Ask the tenant’s contact first: it is their money.',
        checks: [command('python -m tools.budget raise --tenant $tenant --percent 20 --dry-run')],
      }),
      mitigate('stop', 'Stop the session that loops', {
        text: 'End it in the canvas of tenant $tenant; tell the owner of the agent.',
      }),
      verify(),
      written,
    ],
  },
];
