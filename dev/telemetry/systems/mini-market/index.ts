import type { SystemModel } from '../../model';
import { depositFlow, inflationFlow, orderFlow } from './flows-trade';
import { kpiFlow, stockFlow } from './flows-views';
import { deploys, incidents } from './incidents';
import { logSchemas, logStreams } from './logs';
import { businessMetrics } from './metrics-business';
import { containerMetrics } from './metrics-containers';
import { hostMetrics } from './metrics-host';
import { httpMetrics } from './metrics-http';
import { mlMetrics } from './metrics-ml';
import { storeMetrics } from './metrics-stores';
import { services, targets } from './targets';

/** A small chain of shops: four agents over PostgreSQL, Redis and nginx on one Docker host. */
export const miniMarket: SystemModel = {
  id: 'mini-market',
  services,
  targets,
  metrics: [...httpMetrics, ...businessMetrics, ...mlMetrics, ...storeMetrics, ...containerMetrics, ...hostMetrics],
  flows: [kpiFlow, stockFlow, orderFlow, depositFlow, inflationFlow],
  logSchemas,
  logStreams,
  incidents,
  deploys,
};
