import { type Sli, type Slo } from '../domain/slo/types';
import { findSignal } from './lookup';
import { type Alert, type System } from './types';

/** Id of the runbook that an alert names, or of the one that names the alert. */
export function runbookOfAlert(system: System, alert: Alert): string | undefined {
  return alert.runbook ?? system.runbooks?.find(({ alerts }) => alerts.includes(alert.id))?.id;
}

/** Id of the runbook of a system for budgets that burn, when it has one. */
const BUDGET_RUNBOOK = 'budget-burn';

/**
 * Id of the runbook for a burning objective: its own, or that of an alert which watches the same service for the same
 * kind of trouble, or for any, or the system's for budgets.
 */
export function runbookOfSlo(system: System, slo: Slo): string | undefined {
  if (slo.runbook) {
    return slo.runbook;
  }
  const ofService = (system.alerts ?? []).filter(
    (alert) => alert.serviceLabel === undefined && alert.service === slo.service
  );
  const ofMany = (system.alerts ?? []).filter((alert) => alert.serviceLabel !== undefined);
  const isAlike = (alert: Alert) =>
    troubleOfUnit(findSignal(system, alert.condition.signal).unit) === troubleOf(slo.sli);
  const best = [...ofService.filter(isAlike), ...ofMany.filter(isAlike), ...ofService].find(
    (alert) => runbookOfAlert(system, alert) !== undefined
  );
  return best ? runbookOfAlert(system, best) : budgetRunbook(system);
}

/**
 * Id of the runbook for an objective whose budget goes slowly or is gone: nothing need be wrong at the moment, so the
 * system's for budgets comes before one that looks for acute trouble.
 */
export function runbookOfSlowBurn(system: System, slo: Slo): string | undefined {
  return slo.runbook ?? budgetRunbook(system) ?? runbookOfSlo(system, slo);
}

function budgetRunbook({ runbooks }: System): string | undefined {
  return runbooks?.find(({ id }) => id === BUDGET_RUNBOOK)?.id;
}

type Trouble = 'slow' | 'failing' | 'down' | 'other';

function troubleOf({ kind }: Sli): Trouble {
  switch (kind) {
    case 'latency':
      return 'slow';
    case 'boolean':
      return 'down';
    case 'ratio':
    case 'good-ratio':
      return 'failing';
    default:
      return 'other';
  }
}

const TROUBLE_OF_UNIT: Readonly<Record<string, Trouble>> = {
  s: 'slow',
  ms: 'slow',
  percentunit: 'failing',
  bool: 'down',
};

function troubleOfUnit(unit: string): Trouble | undefined {
  return TROUBLE_OF_UNIT[unit];
}
