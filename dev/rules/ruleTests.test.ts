/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { builtInSystems } from '../../src/catalog';

const FOLDER = 'tests/rules';

interface RuleTest {
  alert_rule_test?: Array<{ alertname: string; exp_alerts?: unknown[] | null }>;
  promql_expr_test?: Array<{ expr: string; exp_samples?: unknown[] | null }>;
}

function testsOf(system: string): RuleTest[] {
  return readdirSync(FOLDER)
    .filter((name) => name.startsWith(`${system}.`) && name.endsWith('.test.yaml'))
    .flatMap((name) => (parse(readFileSync(path.join(FOLDER, name), 'utf8')) as { tests: RuleTest[] }).tests);
}

const alerts = builtInSystems.flatMap(({ id, alerts: own = [] }) => own.map(({ name }) => [id, name] as const));
const recordings = builtInSystems.flatMap(({ id, recordings: own = [] }) =>
  own.map(({ record }) => [id, record] as const)
);

it.each(alerts)('%s: %s has a promtool test that makes it fire and one that keeps it quiet', (system, name) => {
  const cases = testsOf(system)
    .flatMap((test) => test.alert_rule_test ?? [])
    .filter(({ alertname }) => alertname === name);
  expect(cases.some(({ exp_alerts }) => (exp_alerts?.length ?? 0) > 0)).toBe(true);
  expect(cases.some(({ exp_alerts }) => (exp_alerts?.length ?? 0) === 0)).toBe(true);
});

it.each(recordings)('%s: %s has a promtool test of its value', (system, record) => {
  const cases = testsOf(system).flatMap((test) => test.promql_expr_test ?? []);
  expect(cases.some(({ expr, exp_samples }) => expr.includes(record) && (exp_samples?.length ?? 0) > 0)).toBe(true);
});
