import { type Check } from '../../../../domain/runbook/types';
import { compose, deployLines, metric, review, rollBack } from '../../runbookKit';

export const owned = { escalation: { afterMinutes: 30, to: 'DevOps / SRE' } } as const;

/** Services say hello when they start. */
export const started: Check = deployLines({
  title: 'Services that started',
  schema: 'mini-market',
  query: 'message:"Servicio iniciado"',
});

export const database: readonly Check[] = [
  metric('postgres.up', '<', 1, { title: 'PostgreSQL answers', blames: 'postgres' }),
  metric('postgres.latency-p95', '>', 100, { title: 'p95 of queries', blames: 'postgres' }),
  metric('postgres.error-ratio', '>', 0.05, { title: 'Failed queries', blames: 'postgres' }),
];

export const cache: readonly Check[] = [
  metric('redis.up', '<', 1, { title: 'Redis answers', blames: 'redis' }),
  metric('redis.hit-rate', '<', 70, { blames: 'redis' }),
];

export const recognition: readonly Check[] = [
  metric('ml_service.latency-p95', '>', 2, { title: 'p95 of the ML service', blames: 'ml_service' }),
  metric('ml_service.error-ratio', '>', 0.05, { title: 'Failed ML requests', blames: 'ml_service' }),
  metric('ml_service.cpu', '>', 0.8, { title: 'CPU of the ML service', blames: 'ml_service' }),
];

export const undo = rollBack('rollback', 'Go back to the release before', {
  text: 'Note the version that ran before, from the log lines of step "Was something deployed?".',
  checks: [compose.previous],
});

export const written = review(
  'What happened, since when, what it cost the shops (orders, invoices, stock), what helped. Repair what made it possible, then this runbook.'
);
