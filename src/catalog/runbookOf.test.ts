import { type Slo } from '../domain/slo/types';
import { builtInSystems } from './packs';
import { runbookOfAlert, runbookOfSlo, runbookOfSlowBurn } from './runbookOf';

const systemOf = (id: string) => builtInSystems.find((system) => system.id === id)!;
const sloRunbook = (system: string, slo: string) =>
  runbookOfSlo(systemOf(system), systemOf(system).slos?.find(({ id }) => id === slo) as Slo);

it.each([
  ['enis', 'nops-kernel-availability', 'nops-high-error-rate'],
  ['enis', 'nops-kernel-latency-p95', 'nops-high-latency'],
  ['enis', 'inference-availability', 'inference-provider-down'],
  ['soma-agent', 'gateway-latency-p95', 'gateway-latency'],
  ['obs-standards', 'user-service-availability', 'error-budget'],
  // No alert watches it for that.
  ['enis', 'observability-availability', 'budget-burn'],
  // Alerts that watch every service of the system.
  ['mini-market', 'agente_negocio-success', 'high-error-rate'],
])('%s: a burning %s leads to %s', (system, slo, runbook) => {
  expect(sloRunbook(system, slo)).toBe(runbook);
});

it.each([
  ['enis', 'budget-burn'],
  ['mini-market', 'budget-burn'],
  ['soma-agent', 'budget-burn'],
  ['accelerapp', 'budget-burn'],
  // Its own runbook for budgets belongs to alerts of the document.
  ['obs-standards', 'error-budget'],
])('%s: a budget that goes slowly leads to the runbook about budgets', (system, runbook) => {
  const { slos = [] } = systemOf(system);
  expect(runbookOfSlowBurn(systemOf(system), slos[0] as Slo)).toBe(runbook);
});

it('takes the one that an objective names', () => {
  const enis = systemOf('enis');
  const [slo] = enis.slos ?? [];
  expect(runbookOfSlo(enis, { ...(slo as Slo), runbook: 'own' })).toBe('own');
});

it('every alert of the documents has a runbook', () => {
  const without = builtInSystems.flatMap((system) =>
    (system.alerts ?? []).filter((alert) => runbookOfAlert(system, alert) === undefined).map(({ id }) => id)
  );
  expect(without).toEqual([]);
});
