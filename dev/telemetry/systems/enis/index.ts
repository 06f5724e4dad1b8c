import type { SystemModel } from '../../model';
import { edgeMetrics } from './edge-metrics';
import { flows } from './flows';
import { deploys, incidents } from './incidents';
import { inferenceMetrics } from './inference-metrics';
import { infrastructureMetrics } from './infrastructure-metrics';
import { kernelMetrics } from './kernel-metrics';
import { logSchemas, logStreams } from './logs';
import { serviceMetrics } from './service-metrics';
import { storeMetrics } from './store-metrics';
import { services, targets } from './topology';

export const enis: SystemModel = {
  id: 'enis',
  services,
  targets,
  metrics: [
    ...kernelMetrics,
    ...edgeMetrics,
    ...inferenceMetrics,
    ...serviceMetrics,
    ...infrastructureMetrics,
    ...storeMetrics,
  ],
  flows,
  logSchemas,
  logStreams,
  incidents,
  deploys,
};
