import { parse } from 'yaml';
import { builtInSystems } from '../../../catalog';
import { loadCatalog } from '../../../catalog/load/loadCatalog';
import { importObjectives } from '../../../domain/import/importObjectives';
import { addToCatalog } from './addToCatalog';

const objectives = importObjectives(
  `version: prometheus/v1
service: Checkout
labels: { owner: Payments Team }
slos:
  - name: availability
    objective: 99.9
    sli: { events: { error_query: 'sum(rate(e[{{.window}}]))', total_query: 'sum(rate(t[{{.window}}]))' } }
    alerting: { page_alert: { disable: true }, ticket_alert: { disable: true } }
  - name: latency
    objective: 95
    sli: { raw: { error_ratio_query: 'sum(rate(e[{{.window}}])) / sum(rate(t[{{.window}}]))' } }
`,
  { measure: 'metrics' }
).objectives;
const problemsOf = (text: string) => loadCatalog(builtInSystems, text).problems;

describe('addToCatalog', () => {
  it('makes a system that can be used, with a team and services', () => {
    const text = addToCatalog('', { systemId: 'shop', systemName: 'Shop' }, objectives, builtInSystems);
    expect(problemsOf(text)).toEqual([]);
    expect(parse(text)).toMatchObject({
      systems: [
        {
          id: 'shop',
          name: 'Shop',
          teams: [{ id: 'payments-team', name: 'Payments Team' }],
          services: [{ id: 'checkout', name: 'Checkout', team: 'payments-team' }],
          slos: [{ id: 'checkout-availability' }, { id: 'checkout-latency' }],
        },
      ],
    });
  });

  it('adds to a built-in system with its team', () => {
    const text = addToCatalog('', { systemId: 'enis', systemName: 'ignored' }, objectives, builtInSystems);
    expect(problemsOf(text)).toEqual([]);
    const [system] = (parse(text) as { systems: Array<Record<string, unknown>> }).systems;
    expect(system).not.toHaveProperty('name');
    expect(system).not.toHaveProperty('teams');
  });

  it('keeps comments and entries, and takes the place of an objective with the same id', () => {
    const first = addToCatalog('', { systemId: 'shop', systemName: 'Shop' }, objectives, builtInSystems);
    const edited = `# ours\n${first}`.replace('targetRatio: 0.999', 'targetRatio: 0.5 # for now');
    const { catalog } = loadCatalog(builtInSystems, edited);
    const again = addToCatalog(edited, { systemId: 'shop', systemName: 'Shop' }, objectives, catalog.systems);
    expect(again).toBe(`# ours\n${first}`);
  });

  it('stands beside other systems of the text', () => {
    const text = 'systems:\n  # first\n  - id: other\n    mode: remove\n';
    const added = addToCatalog(text, { systemId: 'shop', systemName: 'Shop' }, objectives, builtInSystems);
    expect(added.startsWith(text)).toBe(true);
    expect(problemsOf(added)).toEqual([]);
  });
});
