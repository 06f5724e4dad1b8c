/** @jest-environment node */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { BASE_PATH } from '../../src/app/constants';
import { builtInSystems } from '../../src/catalog/packs';

const folder = 'provisioning/prometheus/rules';

interface Rule {
  alert?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

const alerts = readdirSync(folder)
  .map((file) => parse(readFileSync(path.join(folder, file), 'utf8')) as { groups: Array<{ rules: Rule[] }> })
  .flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
  .filter(({ alert }) => alert !== undefined);
/** A template of Prometheus that stands in an address. */
const TEMPLATE = /\{\{.*?\}\}/g;

function runbookOf({ annotations }: Rule) {
  const { pathname } = new URL((annotations?.['runbook_url'] ?? '').replace(TEMPLATE, 'x'), 'http://grafana');
  const [page, system, runbook] = pathname.slice(BASE_PATH.length + 1).split('/');
  return pathname.startsWith(BASE_PATH) && page === 'runbooks' ? { system, runbook } : undefined;
}

const opensRunbook = (rule: Rule) => {
  const link = runbookOf(rule);
  return builtInSystems.some(
    ({ id, runbooks }) => id === link?.system && runbooks?.some((one) => one.id === link.runbook)
  );
};

test('the runbook link of every committed alert opens a runbook of the catalog', () => {
  const linked = alerts.filter(({ annotations }) => annotations?.['runbook_url'] !== undefined);
  expect(linked.length).toBeGreaterThan(200);
  expect(linked.filter((rule) => !opensRunbook(rule)).map(({ alert }) => alert)).toEqual([]);
});

test('every alert has such a link, but the one that says that an objective is not measured: it opens the objective', () => {
  const others = alerts.filter(({ annotations }) => annotations?.['runbook_url'] === undefined);
  expect([...new Set(others.map(({ alert }) => alert))]).toEqual(['SloNotMeasured']);
  for (const { annotations } of others) {
    expect(annotations?.['dashboard_url']).toMatch(/^\/a\/watchkeeper-oncall-app\/slos\//);
  }
});
