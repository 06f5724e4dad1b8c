import type { SystemModel } from '../../model';
import { applicationMetrics } from './application-metrics';
import { flows } from './flows';
import { deploys, incidents } from './incidents';
import { infrastructureMetrics } from './infrastructure-metrics';
import { logSchemas, logStreams } from './logs';
import { services, targets } from './topology';

/** The services that the observability standard takes as examples: users, orders, payments and a web front end. */
export const obsStandards: SystemModel = {
  id: 'obs-standards',
  services,
  targets,
  metrics: [...applicationMetrics, ...infrastructureMetrics],
  flows,
  logSchemas,
  logStreams,
  incidents,
  deploys,
};
