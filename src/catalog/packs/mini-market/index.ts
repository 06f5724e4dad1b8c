import { type System } from '../../types';
import { alertGroups, alerts } from './alerts';
import { businessKpisBoard } from './boards/businessKpis';
import { executiveBoard } from './boards/executive';
import { goldenSignalsBoard } from './boards/goldenSignals';
import { mlServiceBoard } from './boards/mlService';
import { performanceBoard } from './boards/performance';
import { systemOverviewBoard } from './boards/systemOverview';
import { logViews } from './boards/logViews';
import { logSchemas } from './logs';
import { routing } from './routing';
import { runbooks } from './runbooks';
import { services } from './services';
import { systemSignals } from './signals';
import { slos } from './slos';
import { stack } from './stack';

/** Source: document 001, "Observability Stack". */
export const miniMarket: System = {
  id: 'mini-market',
  name: 'Mini Market',
  description:
    'A multi-agent system that runs a small chain of shops: four agents over PostgreSQL, Redis and nginx, as containers of one Docker host.',
  // The document names one owner and one way to reach it, Slack, and leaves the channel open.
  teams: [{ id: 'devops-sre', name: 'DevOps / SRE', contact: 'Slack' }],
  services,
  signals: systemSignals,
  boards: [
    executiveBoard,
    goldenSignalsBoard,
    systemOverviewBoard,
    businessKpisBoard,
    performanceBoard,
    mlServiceBoard,
    ...logViews,
  ],
  slos,
  alerts,
  routing,
  alertGroups,
  logSchemas,
  runbooks,
  stack,
  filterLabels: { instance: 'instance' },
  versions: [{ metric: 'target_info', serviceLabel: 'service_name', versionLabel: 'service_version' }],
};
