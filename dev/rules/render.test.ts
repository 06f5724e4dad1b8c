/** @jest-environment node */
import { parse } from 'yaml';
import { PLUGIN_ID } from '../../src/app/constants';
import { builtInSystems } from '../../src/catalog';
import { hasBudget } from '../../src/domain/slo/types';
import { type RuleFormat, ruleFiles } from './render';

interface Rule {
  alert?: string;
  record?: string;
  expr: string;
  for?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}
interface Group {
  name: string;
  interval: string;
  rules: Rule[];
}

const options = { appUrl: 'https://grafana.example.com/a/app' };
const texts = [...ruleFiles(builtInSystems, options).values()];
const groups = texts.flatMap((text) => (parse(text) as { groups: Group[] }).groups);
const rules = groups.flatMap((group) => group.rules);
const alerts = rules.filter(({ alert }) => alert !== undefined);

describe('the rules of the built-in systems', () => {
  it.each(
    alerts.map((rule) => [`${rule.alert} ${rule.labels?.['slo'] ?? ''} ${rule.labels?.['burn'] ?? ''}`, rule] as const)
  )('%s says how urgent it is, what it means and where to go', (_name, { labels, annotations, for: wait }) => {
    expect(labels?.['severity']).toMatch(/^(critical|high|warning|medium|info)$/);
    expect(labels?.['page']).toMatch(/^(true|false)$/);
    expect(builtInSystems.map(({ id }) => id)).toContain(labels?.['system']);
    expect(wait).toMatch(/^\d+[smh]$/);
    expect(annotations?.['summary']).toBeTruthy();
    expect(annotations?.['description']).toBeTruthy();
    expect(annotations?.['dashboard_url']).toMatch(/^https:\/\/grafana\.example\.com\/a\/app\/(services|slos)\//);
  });

  it('have a team, but for the one that stands for all objectives of a system', () => {
    const without = alerts.filter(({ labels }) => !labels?.['team']);
    expect(without.map(({ alert }) => alert)).toEqual(builtInSystems.map(() => 'SloNotMeasured'));
  });

  it('have a runbook, if they stand in a document', () => {
    const own = alerts.filter(({ alert }) => !/^Slo[A-Z]/.test(alert ?? ''));
    expect(own.length).toBeGreaterThanOrEqual(53);
    expect(own.filter(({ annotations }) => !annotations?.['runbook_url']?.includes('/runbooks/'))).toEqual([]);
  });

  it('have burn-rate alerts for every objective with a budget, and windows of its ratio', () => {
    for (const { id, slos = [] } of builtInSystems) {
      for (const slo of slos.filter(hasBudget)) {
        const own = alerts.filter(
          ({ labels }) => labels?.['system'] === id && labels['slo'] === slo.id && labels['burn']
        );
        expect(own.length).toBeGreaterThanOrEqual(2);
        expect(own.every(({ labels }) => labels?.['long'] && labels['short'] && labels['exhaustion'])).toBe(true);
      }
    }
    const recorded = new Set(rules.map(({ record }) => record));
    for (const window of ['5m', '30m', '1h', '2h', '6h', '1d', '3d']) {
      expect(recorded).toContain(`slo:error_ratio:rate${window}`);
    }
  });

  it('have no number with the noise of binary fractions', () => {
    const numbers = texts.join('\n').match(/\d+\.\d+/g) ?? [];
    expect(numbers.filter((number) => number.replace('.', '').replace(/^0+/, '').length > 12)).toEqual([]);
  });

  it('are the same every time', () => {
    expect([...ruleFiles(builtInSystems, options).values()]).toEqual(texts);
  });

  it('have groups with names of their own', () => {
    const names = groups.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('other formats', () => {
  const filesOf = (format: RuleFormat) =>
    [...ruleFiles(builtInSystems, options, format)].map(([name, text]) => [name, parse(text)] as const);

  it('hold the same groups as resources of the operator', () => {
    const resources = filesOf('operator') as Array<
      readonly [string, { kind: string; metadata: { name: string }; spec: { groups: Group[] } }]
    >;
    expect(resources.flatMap(([, { spec }]) => spec.groups)).toEqual(groups);
    for (const [, { kind, metadata }] of resources) {
      expect(kind).toBe('PrometheusRule');
      expect(metadata.name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
    }
  });

  it('hold the alerts for Grafana, each with a short uid of its own', () => {
    const files = filesOf('grafana') as Array<
      readonly [
        string,
        {
          apiVersion: number;
          groups: Array<{
            rules: Array<{
              uid: string;
              title: string;
              labels: Record<string, string>;
              annotations: Record<string, string>;
              condition: string;
              data: Array<{ refId: string; model: { expr?: string } }>;
            }>;
          }>;
        },
      ]
    >;
    const own = files.flatMap(([, file]) => file.groups.flatMap((group) => group.rules));
    expect(own.map(({ data }) => data[0]?.model.expr)).toEqual(alerts.map(({ expr }) => expr));
    expect(new Set(own.map(({ uid }) => uid)).size).toBe(own.length);
    expect(new Set(own.map(({ title }) => title)).size).toBe(own.length);
    for (const { uid, condition, data, labels, annotations } of own) {
      expect(labels['__grafana_origin']).toBe(`plugin/${PLUGIN_ID}`);
      expect(uid).toMatch(/^[a-zA-Z0-9-]{1,40}$/);
      expect(data.map(({ refId }) => refId)).toContain(condition);
      expect(Object.values(annotations).join()).not.toMatch(/\$value\b/);
    }
  });
});
