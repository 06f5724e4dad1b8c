import { bindCheck } from '../domain/runbook/bind';
import { fillMarkdown, fillText } from '../domain/runbook/templates';
import { type Runbook, type RunbookStep } from '../domain/runbook/types';
import { runbookVariables } from '../domain/runbook/variables';
import { type IncidentAlert } from '../domain/incidents/types';
import { severityRank } from '../domain/alerts/urgency';
import { alertPlaces } from './alertPlaces';
import { runbookOfSlo } from './runbookOf';
import { runbookService, runbookSource } from './runbooks';
import { type System } from './types';

/** A runbook with the alert that calls for it. */
export interface CalledRunbook {
  system: System;
  runbook: Runbook;
  alert: IncidentAlert;
}

/** Something that may help, as a runbook says. Its commands are text: nothing is ever executed. */
export interface Remedy {
  /** The same for the same step, whatever the alert. */
  key: string;
  title: string;
  /** Title of the runbook. */
  source: string;
  /** Markdown. */
  text?: string | undefined;
  commands: ReadonlyArray<{ text: string; caution?: string | undefined; missing: readonly string[] }>;
}

/** The runbooks that the alerts of an incident call for, each once, that of the worst alert first. */
export function calledRunbooks(alerts: readonly IncidentAlert[], systems: readonly System[]): CalledRunbook[] {
  const places = alertPlaces(systems);
  const worstFirst = [...alerts].sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  const found = new Map<string, CalledRunbook>();
  for (const alert of worstFirst) {
    const place = places.serviceOf(alert);
    const system = systems.find(({ id }) => id === place?.system);
    const slo = system?.slos?.find(({ id }) => id === alert.labels['slo']);
    const id = places.ruleOf(alert)?.runbook ?? (system && slo && runbookOfSlo(system, slo));
    const runbook = system?.runbooks?.find((one) => one.id === id);
    if (system && runbook && !found.has(`${system.id}/${runbook.id}`)) {
      found.set(`${system.id}/${runbook.id}`, { system, runbook, alert });
    }
  }
  return [...found.values()];
}

const REMEDY_PHASES: readonly RunbookStep['phase'][] = ['mitigate', 'roll-back'];

/** What the runbooks suggest to mitigate or to take back, by name, with the commands for these alerts. */
export function remediesOf(called: readonly CalledRunbook[]): Remedy[] {
  return called.flatMap(({ system, runbook, alert }) => {
    const opened = { alert: alert.name, labels: alert.labels, startMs: alert.startedAtMs ?? undefined };
    const variables = runbookVariables(runbook, system.id, opened);
    const service = runbookService(system, runbook, variables['service']);
    const source = runbookSource(system, runbook);
    return runbook.steps
      .filter(({ phase }) => REMEDY_PHASES.includes(phase))
      .map(({ id, title, text, checks = [] }) => ({
        key: `${system.id}/${runbook.id}/${id}`,
        title: fillText(title, variables).text,
        source: runbook.title,
        text: text === undefined ? undefined : fillMarkdown(text, variables).text,
        commands: checks.flatMap((check) => {
          const bound = bindCheck(check, { source, variables, service, opened });
          return bound.kind === 'command' ? [bound] : [];
        }),
      }));
  });
}
