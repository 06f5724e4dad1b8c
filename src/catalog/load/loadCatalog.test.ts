import { stringify } from 'yaml';
import { type System } from '../types';
import { loadCatalog } from './loadCatalog';
import { describeProblem } from './problem';

const pack = (id: string): System => ({
  id,
  name: id.toUpperCase(),
  teams: [{ id: 'core', name: 'Core' }],
  services: [
    { id: 'api', name: 'API', kind: 'application', team: 'core' },
    { id: 'db', name: 'Database', kind: 'datastore', team: 'core' },
  ],
});
const packs = [pack('one'), pack('two')];
const load = (text: string) => loadCatalog(packs, text);
const messages = (text: string) => load(text).problems.map(describeProblem);

describe('loadCatalog', () => {
  it.each([undefined, null, ''])('is the packs alone for %p', (source) => {
    expect(loadCatalog(packs, source)).toEqual({ catalog: { systems: packs }, problems: [] });
  });

  it('adds a service to a pack and overrides one with the same id', () => {
    const { catalog, problems } = load(`
systems:
  - id: one
    services:
      - { id: db, name: Cluster, kind: datastore, team: core }
      - { id: billing, name: Billing, kind: application, team: core, dependsOn: [db] }
`);
    expect(problems).toEqual([]);
    expect(catalog.systems[0]?.services.map(({ id, name }) => `${id}: ${name}`)).toEqual([
      'api: API',
      'db: Cluster',
      'billing: Billing',
    ]);
    expect(catalog.systems[0]?.name).toBe('ONE');
    expect(catalog.systems[1]).toBe(packs[1]);
  });

  it('replaces and removes packs, and appends new systems', () => {
    const { catalog } = load(`
systems:
  - { id: one, mode: remove }
  - { id: two, mode: replace, name: Second, teams: [], services: [] }
  - { id: three, name: Third, teams: [{ id: t, name: T }], services: [] }
`);
    expect(catalog.systems.map(({ id, name }) => [id, name])).toEqual([
      ['two', 'Second'],
      ['three', 'Third'],
    ]);
    expect(catalog.systems[0]).not.toHaveProperty('mode');
  });

  it('takes the parsed value that provisioning stores, and JSON text', () => {
    const value = { systems: [{ id: 'one', name: 'Renamed' }] };
    expect(loadCatalog(packs, value).catalog.systems[0]?.name).toBe('Renamed');
    expect(load(JSON.stringify(value)).catalog.systems[0]?.name).toBe('Renamed');
  });

  it('says in which line a value is wrong, and runs on the packs', () => {
    const text =
      'systems:\n  - id: one\n    services:\n      - id: Bad Id\n        name: X\n        kind: toaster\n        team: core\n';
    const { catalog } = load(text);
    expect(catalog.systems).toBe(packs);
    expect(messages(text)).toEqual([
      expect.stringMatching(/^line 4, column 13: systems\[0\]\.services\[0\]\.id: must be lower-case words/),
      expect.stringMatching(/^line 6, column 15: systems\[0\]\.services\[0\]\.kind: Invalid option/),
    ]);
  });

  it('reports a missing key at its parent and an unknown key by name', () => {
    const [problem, ...others] = messages('systems:\n  - id: one\n    slos:\n      - id: s\n        tilte: Typo\n');
    expect(problem).toMatch(/^line 4, column 9: systems\[0\]\.slos\[0\]\.title: /);
    expect(others.some((message) => message.includes('"tilte"'))).toBe(true);
  });

  it('says where the text is no YAML', () => {
    expect(messages('systems:\n  - id: "one\n')[0]).toMatch(/^line \d+, column \d+: /);
    expect(messages('systems: []\nsystems: []\n')[0]).toMatch(/^line 2, column 1: .*unique/);
  });

  it.each(['42', '- a\n- b', 'null: x', 'systems: {}', 'systems: []'])('refuses %j and keeps the packs', (text) => {
    const { catalog, problems } = load(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(catalog.systems).toBe(packs);
  });

  it('finds references that lead nowhere and duplicate ids, with the system they are in', () => {
    const text = stringify({
      systems: [
        {
          id: 'one',
          services: [
            { id: 'billing', name: 'B', kind: 'application', team: 'nobody', dependsOn: ['ghost'] },
            { id: 'billing', name: 'C', kind: 'application', team: 'core' },
          ],
        },
      ],
    });
    expect(messages(text)).toEqual(
      expect.arrayContaining([
        'one: services[2].team: there is no team "nobody" (there is: core)',
        'one: services[2].dependsOn[0]: there is no service "ghost" (there are: api, billing, db)',
        'one: services[3].id: "billing" occurs twice',
      ])
    );
  });

  it('does not unfold a small file into a huge one', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
    const { problems } = load(`l0: &l0 [x, x, x]\n${levels.join('\n')}\n`);
    expect(problems[0]?.message).toContain('alias');
  });
});
