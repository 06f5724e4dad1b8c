import { type Check } from '../../../../domain/runbook/types';
import { deployLines, investigate, kubernetes, metric, on, promql, review, rollBack } from '../../runbookKit';

export const common = {
  variables: { namespace: 'production', deployment: '$service' },
  escalation: { afterMinutes: 30, to: 'Incident commander' },
} as const;

const versions: Check = promql(
  'Services with two versions within an hour',
  'count by (service) (count by (service, version) (last_over_time(app_build_info{$where}[1h])))',
  '>',
  1
);

export const deployed = investigate('deployments', 'Was something deployed?', {
  text: 'A release of the last hour is the first suspect.',
  checks: [
    versions,
    deployLines({ schema: 'app-logs', where: [{ field: 'fields.action', anyOf: ['deploy'] }] }),
    kubernetes.history,
  ],
  branches: [on('abnormal', 'rollback', 'Something was deployed within the last hour.')],
});

export const backing: readonly Check[] = [
  metric('postgresql.error-ratio', '>', 0.05, { title: 'Failed queries', blames: 'postgresql' }),
  metric('postgresql.latency-p95', '>', 0.25, { title: 'p95 of queries', blames: 'postgresql' }),
  metric('rabbitmq.error-ratio', '>', 0.05, { title: 'Failed messages', blames: 'rabbitmq' }),
  metric('external-api.error-ratio', '>', 0.05, { title: 'Failed calls of the external API', blames: 'external-api' }),
  metric('external-api.latency-p95', '>', 1000, { title: 'p95 of the external API', blames: 'external-api' }),
];

export const undo = rollBack('rollback', 'Roll the deployment back', { checks: [kubernetes.undo] });
export const written = review(
  'Timeline, impact, cause, what helped; actions with owner and date. The incident is closed when they are filed.'
);
