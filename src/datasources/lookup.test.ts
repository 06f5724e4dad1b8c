/** @jest-environment node */
import fc from 'fast-check';
import { dataSourceName, dataSourceSettings, listAlertmanagers, listDataSources, resolveDataSource } from './lookup';
import { chooseDataSource, type DataSourceInfo } from './resolve';
import { fakeGrafana } from './testing/fakeGrafana';

jest.mock('@grafana/runtime', () => jest.requireActual('./testing/runtime'));

const prom = (uid: string, isDefault = false): DataSourceInfo => ({
  uid,
  name: `Name ${uid}`,
  type: 'prometheus',
  isDefault,
});
const all = [prom('b'), prom('a'), prom('c', true), { ...prom('j'), type: 'jaeger' }];

describe('choosing a data source', () => {
  it.each([
    ['the one of the URL', { fromUrl: 'b', fromSettings: 'a' }, 'b', 'url'],
    ['the one of the URL by its name', { fromUrl: 'Name b' }, 'b', 'url'],
    ['the one of the settings', { fromSettings: 'a' }, 'a', 'settings'],
    ['the one of the settings, with an empty URL', { fromUrl: '', fromSettings: 'a' }, 'a', 'settings'],
    ["Grafana's default", {}, 'c', 'default'],
    ["Grafana's default when the URL says so", { fromUrl: 'default' }, 'c', 'default'],
  ])('takes %s', (_, wishes, uid, chosenBy) => {
    expect(chooseDataSource('metrics', all, wishes)).toMatchObject({
      ok: true,
      value: { uid, chosenBy },
      warnings: [],
    });
  });

  it('takes the first by name when the default is of another type', () => {
    expect(chooseDataSource('metrics', [prom('b'), prom('a')])).toMatchObject({
      value: { uid: 'a', chosenBy: 'first' },
    });
    expect(chooseDataSource('traces', all)).toMatchObject({ value: { uid: 'j', chosenBy: 'first' } });
  });

  it.each([['gone'], ['j']])('does not replace what the URL asks for (%s)', (fromUrl) => {
    expect(chooseDataSource('metrics', all, { fromUrl })).toMatchObject({
      ok: false,
      error: { kind: 'not-found', what: 'data-source', message: expect.stringContaining(`"${fromUrl}"`) },
    });
  });

  it('replaces what the settings ask for, and says so', () => {
    expect(chooseDataSource('metrics', all, { fromSettings: 'gone' })).toMatchObject({
      ok: true,
      value: { uid: 'c' },
      warnings: [{ kind: 'notice', severity: 'warning', message: expect.stringContaining('"gone"') }],
    });
  });

  it('is not configured when there is none of the type', () => {
    expect(chooseDataSource('logs', all)).toEqual({
      ok: false,
      error: { kind: 'not-configured', message: 'No Elasticsearch data source is configured in Grafana.' },
    });
  });

  it('chooses one of the type whenever there is one and the URL asks for none', () => {
    const one = fc.record({
      uid: fc.string(),
      name: fc.string(),
      type: fc.constantFrom('prometheus', 'jaeger', 'loki'),
      isDefault: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one), fc.option(fc.string(), { nil: undefined }), (list, fromSettings) => {
        const result = chooseDataSource('metrics', list, { fromSettings });
        expect(result.ok).toBe(list.some(({ type }) => type === 'prometheus'));
        expect(!result.ok || result.value.type === 'prometheus').toBe(true);
      })
    );
  });
});

describe("Grafana's data sources", () => {
  beforeEach(() => {
    fakeGrafana.reset();
    fakeGrafana.dataSources = [
      { uid: 'z', name: 'Z', type: 'prometheus', jsonData: { timeInterval: '5s' } },
      { uid: 'y', name: 'Y', type: 'prometheus', isDefault: true },
      { uid: 'x', name: 'X', type: 'loki' },
    ];
  });

  it('lists those that can play a role, by name', () => {
    expect(listDataSources('metrics')).toEqual([
      { uid: 'y', name: 'Y', type: 'prometheus', isDefault: true },
      { uid: 'z', name: 'Z', type: 'prometheus', isDefault: false },
    ]);
    expect(listDataSources('logs')).toEqual([]);
  });

  it('lists the Alertmanagers, which answer no queries', () => {
    fakeGrafana.dataSources.push({ uid: 'am', name: 'AM', type: 'alertmanager' });
    expect(listAlertmanagers().map(({ uid }) => uid)).toEqual(['am']);
  });

  it('resolves a role', () => {
    expect(resolveDataSource('metrics')).toMatchObject({ value: { uid: 'y', chosenBy: 'default' } });
    expect(resolveDataSource('traces')).toMatchObject({ error: { kind: 'not-configured' } });
  });

  it('knows names and settings by uid', () => {
    expect(dataSourceName('z')).toBe('Z');
    expect(dataSourceSettings('z')).toEqual({ timeInterval: '5s' });
    expect(dataSourceSettings('y')).toEqual({});
  });

  it('does not take the default for a uid that is unknown or empty', () => {
    expect(dataSourceName('nobody')).toBeUndefined();
    expect(dataSourceName('')).toBeUndefined();
    expect(dataSourceSettings('')).toEqual({});
  });
});
