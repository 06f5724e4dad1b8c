import type { SystemModel } from '../../model';
import { conversationFlow } from './flow-conversation';
import { blockedToolFlow } from './flow-tools';
import { canvasFlow, createSessionFlow, delegationFlow, readSessionFlow } from './flow-sessions';
import { deploys, incidents } from './incidents';
import { logSchemas, logStreams } from './logs';
import { gatewayMetrics } from './metrics-gateway';
import { infrastructureMetrics } from './metrics-infrastructure';
import { toolMetrics } from './metrics-tools';
import { workerMetrics } from './metrics-worker';
import { services, targets } from './targets';

/** Conversational agents: a gateway, workers and tool executors that talk over Kafka. */
export const somaAgent: SystemModel = {
  id: 'soma-agent',
  services,
  targets,
  metrics: [...gatewayMetrics, ...workerMetrics, ...toolMetrics, ...infrastructureMetrics],
  flows: [conversationFlow, readSessionFlow, createSessionFlow, canvasFlow, delegationFlow, blockedToolFlow],
  logSchemas,
  logStreams,
  incidents,
  deploys,
};
