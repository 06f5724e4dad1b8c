import { type System } from '../../types';
import { alertGroups, alerts } from './alerts';
import { edgeAgentsBoard } from './boards/edgeAgents';
import { executiveBoard } from './boards/executive';
import { inferenceServiceBoard } from './boards/inferenceService';
import { infrastructureBoard } from './boards/infrastructure';
import { nopsKernelBoard } from './boards/nopsKernel';
import { servicesBoard } from './boards/services';
import { logViews } from './boards/logViews';
import { logSchemas } from './logs';
import { routing } from './routing';
import { runbooks } from './runbooks';
import { services } from './services';
import { systemSignals } from './signals';
import { slos } from './slos';
import { stack } from './stack';
import { tiering, tiers } from './tiers';

/** Source: document 000, "Observability Service". */
export const enis: System = {
  id: 'enis',
  name: 'ENIS',
  description:
    'Enterprise Neural Intelligence Systems 3.0: a kernel, an inference service, and edge agents in five tiers.',
  teams: [
    { id: 'platform', name: 'Platform', contact: '#enis-alerts-critical' },
    { id: 'edge', name: 'Edge', contact: '#enis-alerts-warning' },
    { id: 'inference', name: 'Inference', contact: '#enis-alerts-critical' },
    { id: 'observability', name: 'Observability', contact: '#enis-alerts-warning' },
  ],
  tiers,
  tiering,
  services,
  signals: systemSignals,
  boards: [
    executiveBoard,
    nopsKernelBoard,
    inferenceServiceBoard,
    infrastructureBoard,
    edgeAgentsBoard,
    servicesBoard,
    ...logViews,
  ],
  slos,
  alerts,
  routing,
  alertGroups,
  logSchemas,
  runbooks,
  stack,
  filterLabels: { tenant: 'tenant_id', instance: 'instance' },
  versions: [{ metric: 'target_info', serviceLabel: 'service_name', versionLabel: 'service_version' }],
};
