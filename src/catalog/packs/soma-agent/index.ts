import { type System } from '../../types';
import { alertGroups, alerts } from './alerts';
import { conversationWorkerBoard } from './boards/conversationWorker';
import { executiveBoard } from './boards/executive';
import { gatewayBoard } from './boards/gateway';
import { goldenSignalsBoard } from './boards/goldenSignals';
import { infrastructureBoard } from './boards/infrastructure';
import { toolExecutorBoard } from './boards/toolExecutor';
import { logViews } from './boards/logViews';
import { logSchemas } from './logs';
import { recordings } from './recordings';
import { routing } from './routing';
import { runbooks } from './runbooks';
import { services } from './services';
import { systemSignals } from './signals';
import { slos } from './slos';
import { stack } from './stack';

/** Source: document 002, "Sprint C: Observability & Monitoring". */
export const somaAgent: System = {
  id: 'soma-agent',
  name: 'SomaAgent',
  description:
    'Conversational agents: gateways, workers and tool executors that talk over Kafka, small language models, token budgets and policies.',
  // The document names no owner; paging is a next step of its authors.
  teams: [{ id: 'somaagent', name: 'SomaAgent' }],
  services,
  signals: systemSignals,
  boards: [
    executiveBoard,
    goldenSignalsBoard,
    gatewayBoard,
    conversationWorkerBoard,
    toolExecutorBoard,
    infrastructureBoard,
    ...logViews,
  ],
  slos,
  alerts,
  routing,
  alertGroups,
  recordings,
  recoveryTargetMinutes: 15,
  logSchemas,
  runbooks,
  stack,
  filterLabels: { tenant: 'tenant', instance: 'instance' },
  versions: [{ metric: 'target_info', serviceLabel: 'service_name', versionLabel: 'service_version' }],
};
