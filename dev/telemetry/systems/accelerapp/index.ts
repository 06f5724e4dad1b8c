import type { SystemModel } from '../../model';
import { generationFlow } from './flow-generation';
import { requestFlows } from './flow-requests';
import { deploys, incidents } from './incidents';
import { logSchemas, logStreams } from './logs';
import { appMetrics } from './metrics-app';
import { platformMetrics } from './metrics-platform';
import { services, targets } from './targets';

/** A code generator for devices: an API, a worker, a local model server, two nodes and their monitoring stack. */
export const accelerapp: SystemModel = {
  id: 'accelerapp',
  services,
  targets,
  metrics: [...appMetrics, ...platformMetrics],
  flows: [generationFlow, ...requestFlows],
  logSchemas,
  logStreams,
  incidents,
  deploys,
};
