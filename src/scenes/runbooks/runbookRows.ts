import { type Runbook } from '../../domain/runbook/types';
import { type System } from '../../catalog/types';

/** Kinds of checks that look at live data. */
const LIVE: ReadonlySet<string> = new Set(['metric', 'alert', 'log', 'trace']);

/** How many questions to live data a runbook asks. */
export function liveCheckCount({ steps }: Runbook): number {
  return steps.flatMap(({ checks = [] }) => checks).filter(({ kind }) => LIVE.has(kind)).length;
}

/** Who owns a runbook: the team it names, else its service's. */
export function runbookOwner(system: System, runbook: Runbook): string {
  const team = runbook.owner ?? system.services.find(({ id }) => id === runbook.service)?.team;
  return system.teams.find(({ id }) => id === team)?.name ?? team ?? '';
}

/** The runbooks of a service: those filed under it, and those of its alerts. */
export function runbooksOfService(system: System, service: string): Runbook[] {
  const named = new Set(
    (system.alerts ?? []).filter((alert) => alert.service === service).map(({ runbook }) => runbook)
  );
  return (system.runbooks ?? []).filter((runbook) => runbook.service === service || named.has(runbook.id));
}
