import { reachable } from '../domain/incidents/serviceGraph';
import { type Findings, type Overall, overallFinding } from '../domain/runbook/overall';
import { type AlertCondition, type RunbookSource } from '../domain/runbook/questions';
import { type Runbook } from '../domain/runbook/types';
import { alertPlaces } from './alertPlaces';
import { findSignal } from './lookup';
import { type Alert, type System } from './types';

/** What the checks of a runbook refer to. */
export function runbookSource(system: System, runbook: Runbook): RunbookSource {
  const service = (id: string) => system.services.find((one) => one.id === id);
  const schema = (id: string) => system.logSchemas?.find((one) => one.id === id);
  return {
    system: system.id,
    signal: (reference) => findSignal(system, reference),
    alerts: runbook.alerts.flatMap((id) => {
      const alert = system.alerts?.find((one) => one.id === id);
      return alert ? [conditionOf(alert)] : [];
    }),
    tracedAs: (id) => service(id)?.traces?.service,
    logsOf: (id) => {
      const logs = service(id)?.logs;
      const found = logs && schema(logs.schema);
      const where = Object.entries(logs?.where ?? {}).map(([field, value]) => ({ field, anyOf: [value] }));
      return found && { schema: found, where };
    },
    logSchema: schema,
  };
}

function conditionOf({ id, name, service, summary, condition }: Alert): AlertCondition {
  return { id, name, service, summary, ...condition, by: condition.by ?? [] };
}

/** The service that a runbook is about: the one that the variables name when the catalog knows it, else its own. */
export function runbookService(system: System, runbook: Runbook, named: string | undefined): string {
  return system.services.some(({ id }) => id === named) ? (named as string) : runbook.service;
}

/**
 * What the findings of a run say together, with the catalog's names and dependencies.
 * @param service id of the service that the run is about.
 * @param startMs when the alert began, Unix milliseconds.
 */
export function runbookOverall(
  system: System,
  runbook: Runbook,
  service: string,
  findings: Findings,
  startMs: number | undefined
): Overall {
  const dependencies = reachable({ system: system.id, service }, alertPlaces([system]));
  return overallFinding({ ...runbook, service }, findings, {
    nameOf: (id) => system.services.find((one) => one.id === id)?.name ?? id,
    dependsOn: (id) => dependencies.some((dependency) => dependency.service === id),
    startMs,
  });
}

/** The runbook of an alert, by the alert's name and the system and service that its labels name. */
export function runbookOfAlert(
  systems: readonly System[],
  name: string,
  labels: Readonly<Record<string, string>>
): { system: System; runbook: Runbook } | undefined {
  const system = systems.find(({ id }) => id === labels['system']);
  const alerts = system?.alerts?.filter((alert) => alert.name === name) ?? [];
  const alert = alerts.find(({ service }) => service === labels['service']) ?? alerts[0];
  const runbook = system?.runbooks?.find(({ id }) => id === alert?.runbook);
  return system && runbook ? { system, runbook } : undefined;
}
