/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { atServers, followServerUrls, readProvisionedDataSources } from './dataSources';
import { readManifest } from './manifest';
import { PluginSettingsStore, readProvisioned } from './pluginSettings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preview-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe('followServerUrls', () => {
  const state = (url: string) => JSON.stringify({ servers: { prometheus: { url }, grafana: { url: 'http://g' } } });

  it('sees changes, keeps the last good answer, and lets flags win', () => {
    const path = write('state.json', state('http://one'));
    const urls = followServerUrls(path, { jaeger: 'http://flag' });
    expect(urls()).toEqual({ prometheus: 'http://one', jaeger: 'http://flag' });
    write('state.json', state('http://two'));
    utimesSync(path, 2_000_000_000, 2_000_000_000);
    expect(urls().prometheus).toBe('http://two');
    write('state.json', '{ half');
    utimesSync(path, 2_000_000_001, 2_000_000_001);
    expect(urls().prometheus).toBe('http://two');
    rmSync(path);
    expect(urls().prometheus).toBe('http://two');
  });
});

describe('data sources', () => {
  it('come from the provisioning files, at the addresses of the running servers, by name', () => {
    write(
      'sources/a.yaml',
      [
        'datasources:',
        '  - { name: Zeta, uid: jaeger, type: jaeger, url: "http://compose:1" }',
        '  - name: Alpha',
        '    uid: elasticsearch',
        '    type: elasticsearch',
        '    url: http://compose:2',
        "    jsonData: { dataLinks: [{ url: '$${__value.raw}' }] }",
        '  - { name: Mid, uid: loki, type: loki, url: "http://compose:3/" }',
      ].join('\n')
    );
    const sources = atServers(readProvisionedDataSources(join(folder, 'sources')), { jaeger: 'http://here/' });
    expect(sources.map(({ name, url }) => [name, url])).toEqual([
      ['Alpha', 'http://127.0.0.1:9200'],
      ['Mid', 'http://compose:3'],
      ['Zeta', 'http://here'],
    ]);
    expect(sources[0]?.jsonData).toEqual({ dataLinks: [{ url: '${__value.raw}' }] });
    expect(readProvisionedDataSources(join(folder, 'nothing'))).toEqual([]);
  });
});

describe('plugin settings', () => {
  it('start as provisioned and stay as saved', () => {
    write('plugins/a.yaml', 'apps:\n  - { type: my-app, disabled: true, jsonData: { a: 1 } }\n');
    const path = join(folder, 'saved', 'settings.json');
    const store = () => new PluginSettingsStore(path, () => readProvisioned(join(folder, 'plugins'), 'my-app'));
    expect(store().read()).toEqual({ enabled: false, pinned: true, jsonData: { a: 1 } });
    store().write({ enabled: true, jsonData: { b: 2 } });
    expect(store().read()).toEqual({ enabled: true, pinned: true, jsonData: { b: 2 } });
  });
});

describe('readManifest', () => {
  it('fills in the id', () => {
    write('plugin.json', JSON.stringify({ id: 'my-app', includes: [{ path: '/a/%PLUGIN_ID%/home' }] }));
    expect(readManifest(folder).includes).toEqual([{ path: '/a/my-app/home' }]);
  });

  it('says what to do when the plugin is not built', () => {
    expect(() => readManifest(folder)).toThrow(/plugin\.json is missing: build the plugin first/);
  });
});
