import { type System } from '../../types';
import { alertGroups, alerts } from './alerts';
import { businessMetricsBoard } from './boards/businessMetrics';
import { executiveBoard } from './boards/executive';
import { goldenSignalsBoard } from './boards/goldenSignals';
import { infrastructureBoard } from './boards/infrastructure';
import { logAnalysisBoard } from './boards/logAnalysis';
import { monitoringBoard } from './boards/monitoring';
import { performanceBoard } from './boards/performance';
import { serviceOverviewBoard } from './boards/serviceOverview';
import { sloReportBoard } from './boards/sloReport';
import { logViews } from './boards/logViews';
import { logSchemas } from './logs';
import { recordings } from './recordings';
import { routing } from './routing';
import { runbooks } from './runbooks';
import { services } from './services';
import { systemSignals } from './signals';
import { slos } from './slos';
import { stack } from './stack';

/** Source: document 004, "Observability and Monitoring Standards", code OBS, version 1.0.0, January 2025, active. */
export const obsStandards: System = {
  id: 'obs-standards',
  name: 'Observability Standards',
  description:
    'Observability and Monitoring Standards (OBS, version 1.0.0, January 2025, active): its example services for users, orders, payments and a web front end on Kubernetes.',
  teams: [
    {
      id: 'platform',
      name: 'Platform',
      contact: '#platform-alerts',
      // The document has one address for whoever is on call, and does not say for which teams.
      rotation: { people: ['oncall-engineer@company.com'] },
      implements: ['OBS-ONCALL-01', 'OBS-ONCALL-03'],
    },
    { id: 'infrastructure', name: 'Infrastructure', contact: 'infrastructure@company.com' },
    { id: 'business', name: 'Business', contact: '#business-alerts' },
    // The document's alerts name this team, and its routes do not.
    { id: 'payments', name: 'Payments', contact: '#payments-alerts' },
  ],
  services,
  signals: systemSignals,
  boards: [
    executiveBoard,
    serviceOverviewBoard,
    monitoringBoard,
    goldenSignalsBoard,
    infrastructureBoard,
    businessMetricsBoard,
    performanceBoard,
    logAnalysisBoard,
    sloReportBoard,
    ...logViews,
  ],
  slos,
  alerts,
  routing,
  alertGroups,
  recordings,
  leadership: ['leadership@company.com'],
  logSchemas,
  runbooks,
  stack,
  filterLabels: { environment: 'kubernetes_namespace', instance: 'instance' },
  versions: [{ metric: 'app_build_info', serviceLabel: 'service', versionLabel: 'version' }],
  implements: ['OBS-DOC-01'],
};
