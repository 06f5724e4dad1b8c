import { type Check } from '../../../../domain/runbook/types';
import { deployLines, investigate, kubernetes, metric, on, review, rollBack } from '../../runbookKit';

export const common = {
  service: 'accelerapp',
  variables: { namespace: 'accelerapp', deployment: 'accelerapp' },
  escalation: { afterMinutes: 30, to: 'Engineering manager' },
} as const;

export const workerStarted: Check = deployLines({
  title: 'Workers that started',
  service: 'accelerapp-worker',
  query: 'message:"Worker started"~3',
});

export const nodes: readonly Check[] = [
  metric('node-exporter.cpu', '>', 0.8, { by: ['instance'], title: 'CPU of nodes' }),
  metric('node-exporter.memory', '>', 0.85, { by: ['instance'], title: 'Memory of nodes' }),
  metric('node-exporter.disk-available', '<', 0.1, { by: ['instance', 'mountpoint'], title: 'Disk that is left' }),
];

export const health: Check = metric('accelerapp.health-check', '<', 1, { by: ['check'], title: 'Health checks' });

export const dependencies: readonly Check[] = [
  metric('ollama.up', '<', 1, { title: 'Ollama answers', blames: 'ollama' }),
  metric('ollama.error-ratio', '>', 0.1, { title: 'Failed model calls', blames: 'ollama' }),
  metric('accelerapp-worker.error-ratio', '>', 0.1, {
    title: 'Failed jobs of the worker',
    blames: 'accelerapp-worker',
  }),
];

export const deployed = investigate('deployments', 'Was something deployed?', {
  checks: [workerStarted, kubernetes.history],
  branches: [on('abnormal', 'rollback', 'Something started within the last hour.')],
});

export const undo = rollBack('rollback', 'Roll the deployment back', { checks: [kubernetes.undo] });

export const written = review(
  'Timeline, impact and cause, without blame. Actions with an owner and a date. Better alerts, better runbook.'
);
