import { budgetRunbook, versionsChanged } from '../../budgetRunbook';
import { kubernetes, metric } from '../../runbookKit';
import { common, dependencies, health, nodes, workerStarted } from './parts';

/** Document 003 leaves objectives to the future; ours burn too. */
export const budgetBurn = budgetRunbook({
  service: common.service,
  escalation: common.escalation,
  deployed: [versionsChanged, workerStarted],
  causes: [
    metric('accelerapp.error-ratio', '>', 0.05, { title: 'Failed requests' }),
    health,
    ...dependencies,
    ...nodes,
    kubernetes.pods,
  ],
});
