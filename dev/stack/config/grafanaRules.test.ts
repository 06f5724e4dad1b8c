/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isPage } from '../../../src/app/navigation';
import { BASE_PATH, PLUGIN_ID } from '../../../src/app/constants';
import { builtInSystems } from '../../../src/catalog/packs';

interface Query {
  refId: string;
  datasourceUid: string;
  relativeTimeRange?: { from: number; to: number };
  model: { refId: string; expression?: string };
}

interface Rule {
  uid: string;
  title: string;
  condition: string;
  data: Query[];
  noDataState: string;
  execErrState: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

const read = (name: string): unknown => parse(readFileSync(`provisioning/${name}`, 'utf8'));
const { groups } = read('alerting/watchkeeper-examples.yaml') as { groups: Array<{ rules: Rule[] }> };
const rules = groups.flatMap((group) => group.rules);
const { datasources } = read('datasources/watchkeeper.yaml') as { datasources: Array<{ uid: string }> };
const EXPRESSION = '__expr__';

test('each rule has an id of its own that Grafana takes', () => {
  expect(new Set(rules.map(({ uid }) => uid)).size).toBe(rules.length);
  for (const { uid } of rules) {
    expect(uid).toMatch(/^[\w-]{1,40}$/);
  }
});

describe.each(rules.map((rule) => [rule.title, rule] as const))('%s', (_, rule) => {
  test('asks provisioned data sources, and judges what it asked', () => {
    const known = [EXPRESSION, ...datasources.map(({ uid }) => uid)];
    const ids = rule.data.map(({ refId }) => refId);
    for (const { refId, datasourceUid, relativeTimeRange, model } of rule.data) {
      expect(known).toContain(datasourceUid);
      expect(model.refId).toBe(refId);
      expect(relativeTimeRange === undefined).toBe(datasourceUid === EXPRESSION);
      for (const [, asked] of (model.expression ?? '').matchAll(/\b([A-Z])\b/g)) {
        expect(ids).toContain(asked);
      }
    }
    expect(rule.data.find(({ refId }) => refId === rule.condition)?.datasourceUid).toBe(EXPRESSION);
    expect(['OK', 'Alerting', 'NoData', 'KeepLast']).toContain(rule.noDataState);
    expect(['OK', 'Alerting', 'Error', 'KeepLast']).toContain(rule.execErrState);
  });

  test('belongs to this app, to a service of the catalog, and leads into the app', () => {
    const { system, service } = rule.labels;
    expect(rule.labels['__grafana_origin']).toBe(`plugin/${PLUGIN_ID}`);
    expect(rule.labels['severity']).toMatch(/^(critical|high|warning|info)$/);
    const found = builtInSystems.find(({ id }) => id === system);
    expect(system === undefined || found?.services.some(({ id }) => id === service)).toBe(true);
    const url = new URL(rule.annotations['runbook_url'] ?? '', 'http://grafana');
    const [page = '', ofSystem, runbook] = url.pathname.slice(BASE_PATH.length + 1).split('/');
    expect(url.pathname.startsWith(`${BASE_PATH}/`) && isPage(page)).toBe(true);
    expect(
      page !== 'runbooks' ||
        builtInSystems.find(({ id }) => id === ofSystem)?.runbooks?.some(({ id }) => id === runbook)
    ).toBe(true);
  });
});
