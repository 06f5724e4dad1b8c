import { builtInSystems } from './packs';
import { calledRunbooks, remediesOf } from './remedies';

const alert = (name: string, labels: Record<string, string>, severity = 'critical') => ({
  id: name,
  name,
  severity,
  labels: { ...labels, system: 'obs-standards' },
  startedAtMs: 1_000,
});

it('suggests what the runbooks say, with the commands for this alert', () => {
  const called = calledRunbooks([alert('HighMemoryUsage', { instance: 'node-3', service: 'nodes' })], builtInSystems);
  expect(called.map(({ runbook }) => runbook.id)).toEqual(['high-memory-usage']);
  const [restart] = remediesOf(called);
  expect(restart).toMatchObject({
    key: 'obs-standards/high-memory-usage/restart',
    title: 'Restart what uses most',
    source: 'High memory usage',
  });
  expect(restart?.commands.map(({ text }) => text)).toContain('kubectl cordon node-3');
});

it('names a remedy for each alert for which the document has one', () => {
  const named = ['HighMemoryUsage', 'ServiceDown', 'HighErrorRate', 'HighLatency'].map((name) =>
    remediesOf(calledRunbooks([alert(name, { service: 'order-service' })], builtInSystems)).map(({ title }) => title)
  );
  expect(named.every((titles) => titles.length > 0)).toBe(true);
});

it('lets the worst alert go first, and names each runbook once', () => {
  const called = calledRunbooks(
    [
      alert('DiskSpaceLow', { instance: 'node-3' }, 'warning'),
      alert('HighErrorRate', { service: 'order-service' }),
      alert('HighErrorRate', { service: 'user-service' }),
    ],
    builtInSystems
  );
  expect(called.map(({ runbook }) => runbook.id)).toEqual(['high-error-rate', 'disk-space-low']);
});

it('finds the runbook of an objective whose budget burns', () => {
  const burn = alert('SloErrorBudgetBurn', { service: 'payment-service', slo: 'payment-service-availability' });
  expect(calledRunbooks([burn], builtInSystems)).toHaveLength(1);
});

it('knows nothing to do about alerts of others', () => {
  expect(calledRunbooks([{ ...alert('Theirs', {}), labels: {} }], builtInSystems)).toEqual([]);
});
