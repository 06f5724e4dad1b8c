import { type Opened } from './address';
import { fillText, type Variables } from './templates';
import { type Runbook } from './types';

/** Written by the engine alone: a label of that name must not change a query. */
const RESERVED: ReadonlySet<string> = new Set(['window', 'where']);

/**
 * The values of a runbook's variables. An alert's labels win over the page's variables, those over what the runbook
 * itself says (`deployment: $service` follows the service), and that over the service that it is filed under.
 * @param page values that were chosen on the page (`tenant`, `tier`, …).
 */
export function runbookVariables(
  runbook: Pick<Runbook, 'service' | 'variables'>,
  system: string,
  { alert, labels }: Opened,
  page: Variables = {}
): Variables {
  const given = { service: runbook.service, ...page, ...labels, system };
  const own = Object.entries(runbook.variables ?? {}).map(([name, value]) => [name, fillText(value, given).text]);
  const all: Record<string, string> = { ...Object.fromEntries(own), ...given };
  const kept = Object.entries(all).filter(([name, value]) => !RESERVED.has(name) && value !== '');
  return { ...Object.fromEntries(kept), ...(alert ? { alertname: alert } : {}) };
}
