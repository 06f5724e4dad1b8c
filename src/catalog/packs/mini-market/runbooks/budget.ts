import { budgetRunbook, versionsChanged } from '../../budgetRunbook';
import { errorLines, promql } from '../../runbookKit';
import { cache, database, owned, recognition, started } from './parts';

/** Document 001 has objectives as targets of its panels, and no runbook for a budget. */
export const budgetBurn = budgetRunbook({
  service: 'agente_negocio',
  ...owned,
  deployed: [versionsChanged, started],
  causes: [
    promql('Targets that answer', 'min by (job) (up{$where})', '<', 1, { unit: 'bool' }),
    errorLines(10, { title: 'Error lines of the service' }),
    ...database,
    ...cache,
    ...recognition,
  ],
});
