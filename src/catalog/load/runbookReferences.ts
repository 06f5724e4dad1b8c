import { type Check, type Runbook } from '../../domain/runbook/types';
import { templateProblem } from '../../domain/runbook/templates';
import { type System } from '../types';
import { expectKnown, type Known, type Report } from './known';

/** Finds references of runbooks that lead nowhere, and alerts whose runbook does not know them. */
export function checkRunbooks(system: System, known: Known, report: Report) {
  const alerts = new Set(system.alerts?.map(({ id }) => id));
  const runbooks = new Set(system.runbooks?.map(({ id }) => id));
  system.alerts?.forEach((alert, index) => {
    if (alert.runbook === undefined) {
      return;
    }
    const path = `alerts[${index}].runbook`;
    expectKnown(runbooks, alert.runbook, path, 'runbook', report);
    const runbook = system.runbooks?.find(({ id }) => id === alert.runbook);
    if (runbook && !runbook.alerts.includes(alert.id)) {
      report(path, `runbook "${runbook.id}" does not list the alert "${alert.id}"`);
    }
  });
  system.runbooks?.forEach((runbook, index) => {
    const path = `runbooks[${index}]`;
    expectKnown(known.services, runbook.service, `${path}.service`, 'service', report);
    if (runbook.owner !== undefined) {
      expectKnown(known.teams, runbook.owner, `${path}.owner`, 'team', report);
    }
    runbook.alerts.forEach((id, at) => {
      expectKnown(alerts, id, `${path}.alerts[${at}]`, 'alert', report);
      const alert = system.alerts?.find((candidate) => candidate.id === id);
      if (alert && alert.runbook !== runbook.id) {
        report(`${path}.alerts[${at}]`, `the alert "${id}" does not name this runbook`);
      }
    });
    checkSteps(runbook, path, { ...known, alerts }, report);
  });
}

function checkSteps(runbook: Runbook, path: string, known: Known & { alerts: Set<string> }, report: Report) {
  const ids = runbook.steps.map(({ id }) => id);
  runbook.steps.forEach((step, index) => {
    const at = `${path}.steps[${index}]`;
    if (ids.indexOf(step.id) !== index) {
      report(`${at}.id`, `"${step.id}" occurs twice`);
    }
    step.branches?.forEach(({ goTo }, branch) =>
      expectKnown(new Set(ids), goTo, `${at}.branches[${branch}].goTo`, 'step', report)
    );
    step.checks?.forEach((check, number) => checkCheck(check, `${at}.checks[${number}]`, known, report));
  });
}

function checkCheck(check: Check, path: string, known: Known & { alerts: Set<string> }, report: Report) {
  if (check.blames !== undefined) {
    expectKnown(known.services, check.blames, `${path}.blames`, 'service', report);
  }
  if (check.kind === 'metric' && check.signal !== undefined) {
    expectKnown(known.signals, check.signal, `${path}.signal`, 'signal', report);
  }
  if (check.kind === 'alert' && check.alert !== undefined) {
    expectKnown(known.alerts, check.alert, `${path}.alert`, 'alert', report);
  }
  if ((check.kind === 'log' || check.kind === 'trace') && check.service !== undefined) {
    expectKnown(known.services, check.service, `${path}.service`, 'service', report);
  }
  if (check.kind === 'log' && check.schema !== undefined) {
    expectKnown(known.logSchemas, check.schema, `${path}.schema`, 'log schema', report);
  }
  const problem = templateProblem(check);
  if (problem) {
    report(path, problem);
  }
}
