import { type Runbook } from '../../../domain/runbook/types';
import { budgetBurn } from './runbooks/budget';
import { businessRunbooks } from './runbooks/business';
import { platformRunbooks } from './runbooks/platform';
import { requestRunbooks } from './runbooks/requests';
import { dashboardTroubleshooting } from './runbooks/troubleshooting';
import { stackChecklist } from './stack';

/** Document 001 asks for "Responding to Alerts", one for each rule, and for "Dashboard Troubleshooting"; the steps are ours. */
export const runbooks: readonly Runbook[] = [
  ...requestRunbooks,
  ...platformRunbooks,
  ...businessRunbooks,
  dashboardTroubleshooting,
  budgetBurn,
  stackChecklist,
];
