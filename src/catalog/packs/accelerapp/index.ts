import { type System } from '../../types';
import { alerts } from './alerts';
import { costBoard } from './boards/cost';
import { executiveBoard } from './boards/executive';
import { goldenSignalsBoard } from './boards/goldenSignals';
import { resourcesBoard } from './boards/resources';
import { serviceBoard } from './boards/service';
import { systemOverviewBoard } from './boards/systemOverview';
import { logViews } from './boards/logViews';
import { logSchemas } from './logs';
import { routing } from './routing';
import { runbooks } from './runbooks';
import { services } from './services';
import { systemSignals } from './signals';
import { slos } from './slos';
import { stack } from './stack';

/** Source: document 003, "Phase 4: Observability". */
export const accelerapp: System = {
  id: 'accelerapp',
  name: 'Accelerapp',
  description:
    'A code generator for devices: an application and its worker on Kubernetes, with a local model server (Ollama).',
  teams: [{ id: 'ops-team', name: 'Operations', contact: 'ops-team@accelerapp.example.com' }],
  services,
  signals: systemSignals,
  boards: [
    executiveBoard,
    goldenSignalsBoard,
    systemOverviewBoard,
    serviceBoard,
    resourcesBoard,
    costBoard,
    ...logViews,
  ],
  slos,
  alerts,
  routing,
  logSchemas,
  runbooks,
  stack,
  filterLabels: { instance: 'instance' },
  versions: [{ metric: 'target_info', serviceLabel: 'service_name', versionLabel: 'service_version' }],
};
