import { type Check } from '../../../../domain/runbook/types';
import { compose, deployLines, investigate, metric, mitigate, on, review, rollBack } from '../../runbookKit';

export const owned = { escalation: { afterMinutes: 15, to: 'SomaAgent on-call lead' } } as const;

/** Services write a line when they start. */
const started: Check = deployLines({
  title: 'Services that started',
  schema: 'soma-agent',
  query: 'message:"Started version"',
});

export const deployed = investigate('deployments', 'Was something deployed?', {
  text: 'A service that started within the last hour is the first suspect.',
  checks: [started],
  branches: [on('abnormal', 'rollback', 'A service started within the last hour.')],
});

export const stores: readonly Check[] = [
  metric('redis.up', '<', 1, { title: 'Redis answers', blames: 'redis' }),
  metric('redis.error-ratio', '>', 0.05, { title: 'Failed calls of Redis', blames: 'redis' }),
  metric('postgres.up', '<', 1, { title: 'PostgreSQL answers', blames: 'postgres' }),
  metric('postgres.error-ratio', '>', 0.05, { title: 'Failed calls of PostgreSQL', blames: 'postgres' }),
  metric('postgres.latency-p95', '>', 200, { title: 'p95 of PostgreSQL', blames: 'postgres' }),
  metric('kafka.up', '<', 1, { title: 'Kafka answers', blames: 'kafka' }),
];

export const policyEngine: readonly Check[] = [
  metric('policy.latency-p95', '>', 200, { title: 'p95 of the policy engine', blames: 'policy' }),
  metric('policy.error-ratio', '>', 0.05, { title: 'Failed policy decisions', blames: 'policy' }),
];

export const models: Check = metric('conversation-worker.model-latency-p95', '>', 10, {
  by: ['model'],
  title: 'p95 of model calls',
});

export const undo = rollBack('rollback', 'Go back to the release before', {
  text: 'Note the version that ran before: events of the new schema may be on the topics already.',
  checks: [compose.previous],
});

export const restart = mitigate('restart', 'Restart it, as the last resort', {
  checks: [compose.state, compose.restart],
});

export const written = review(
  'What happened, since when, which tenants felt it, what helped. Replay what lies in the dead letter queues once it is repaired.'
);
