import { bindCheck } from '../../domain/runbook/bind';
import { RUNBOOK_PHASES } from '../../domain/runbook/types';
import { runbookVariables } from '../../domain/runbook/variables';
import { runbookSource } from '../runbooks';
import { builtInSystems } from './index';

describe.each(builtInSystems.map((system) => [system.id, system] as const))('runbooks of %s', (_id, system) => {
  const { alerts = [], runbooks = [] } = system;

  it('are there for every alert, and each names its alerts', () => {
    const ofAlerts = alerts.map(({ id, runbook }) => `${id} → ${runbook}`);
    const ofRunbooks = runbooks.flatMap(({ id, alerts: named }) => named.map((alert) => `${alert} → ${id}`));
    expect(ofAlerts.length).toBeGreaterThan(0);
    expect([...ofRunbooks].sort()).toEqual([...ofAlerts].sort());
  });

  it('are as severe as the worst of their alerts', () => {
    const order = ['critical', 'high', 'warning', 'medium', 'info'];
    for (const { id, severity, alerts: named } of runbooks.filter((runbook) => runbook.alerts.length > 0)) {
      const severities = named.map((alert) => alerts.find((one) => one.id === alert)?.severity ?? 'info');
      const worst = order.find((one) => severities.some((given) => given === one));
      expect(`${id}: ${severity}`).toBe(`${id}: ${worst}`);
    }
  });

  it('go from phase to phase, and those of alerts end with a look at their condition', () => {
    for (const { id, steps, alerts: named } of runbooks) {
      const phases = steps.map(({ phase }) => RUNBOOK_PHASES.indexOf(phase));
      expect({ id, phases }).toEqual({ id, phases: [...phases].sort((a, b) => a - b) });
      const verifies = steps.some(
        ({ phase, checks }) => phase === 'verify' && checks?.some(({ kind }) => kind === 'alert')
      );
      expect({ id, verifies }).toEqual({ id, verifies: named.length > 0 });
    }
  });

  it('have checks that can be asked with nothing but the labels of their alert', () => {
    for (const runbook of runbooks) {
      const source = runbookSource(system, runbook);
      const first = alerts.find(({ id }) => id === runbook.alerts[0]);
      const labels = Object.fromEntries((first?.condition.by ?? []).map((label) => [label, 'some-value']));
      const opened = { alert: first?.name, labels };
      const variables = runbookVariables(runbook, system.id, opened);
      for (const check of runbook.steps.flatMap(({ checks = [] }) => checks)) {
        const bound = bindCheck(check, { source, variables, service: runbook.service, opened });
        const said =
          bound.kind === 'unasked' && !/knows no (logs|traces)/.test(bound.because)
            ? `${runbook.id}: ${bound.title}: ${bound.because}`
            : 'can be asked';
        expect(said).toBe('can be asked');
      }
    }
  });
});
