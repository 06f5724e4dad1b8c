/** @jest-environment node */
import { dataSource } from '../testdata/upstream';
import { bootData } from './bootData';
import { renderPage } from './page';

const MANIFEST = { id: 'my-app', name: 'My app', type: 'app', info: {} };

function data(jsonData: Record<string, unknown> = {}) {
  const sources = [dataSource('prometheus', 'http://p', { timeInterval: '15s' }), dataSource('jaeger', 'http://j')];
  return bootData(sources, MANIFEST, { enabled: true, pinned: true, jsonData }, 'Viewer');
}

describe('bootData', () => {
  it('lists data sources by name, addressed through the proxy, with the default one', () => {
    const { settings } = data();
    expect(Object.keys(settings.datasources)).toEqual(['Prometheus', 'Jaeger']);
    expect(settings.datasources.Jaeger).toMatchObject({
      uid: 'jaeger',
      url: '/api/datasources/proxy/uid/jaeger',
      meta: { tracing: true },
    });
    expect(settings.defaultDatasource).toBe('Prometheus');
  });

  it('gives a viewer no right to write', () => {
    const { permissions, orgRole } = data().user;
    expect(orgRole).toBe('Viewer');
    expect(permissions).toMatchObject({ 'datasources:query': true });
    expect(permissions).not.toHaveProperty('plugins:write');
  });
});

test('renderPage keeps settings from ending the script that carries them', () => {
  const page = renderPage(data({ text: '</script><script>alert(1)</script>' }), 'v1');
  expect(page).not.toContain('<script>alert(1)');
  expect(page).toContain('\\u003c/script>');
  expect(page).toContain('/preview/assets/host.js?v=v1');
});
