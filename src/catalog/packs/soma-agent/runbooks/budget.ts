import { budgetRunbook, versionsChanged } from '../../budgetRunbook';
import { metric } from '../../runbookKit';
import { deployed, models, owned, policyEngine, stores } from './parts';

/** Document 002 wants an alert for every objective, and a runbook for the common ones. */
export const budgetBurn = budgetRunbook({
  service: 'gateway',
  ...owned,
  deployed: [versionsChanged, ...(deployed.checks ?? [])],
  causes: [
    metric('gateway.error-ratio', '>', 0.01, { title: 'Errors of the gateway', blames: 'gateway' }),
    ...stores,
    ...policyEngine,
    models,
  ],
});
