import type { DataSource } from './dataSources';
import type { PluginManifest } from './manifest';
import type { PluginSettings } from './pluginSettings';

/** What a data source kind can do, as its plugin.json in Grafana says. */
const KINDS: Record<
  string,
  { name: string; metrics?: true; logs?: true; tracing?: true; alerting?: true; annotations?: true }
> = {
  prometheus: { name: 'Prometheus', metrics: true, alerting: true, annotations: true },
  jaeger: { name: 'Jaeger', metrics: true, tracing: true },
  elasticsearch: { name: 'Elasticsearch', metrics: true, logs: true, annotations: true, alerting: true },
  alertmanager: { name: 'Alertmanager' },
};

export type Role = 'Viewer' | 'Editor' | 'Admin';

export const ROLES: readonly Role[] = ['Viewer', 'Editor', 'Admin'];

/** Version of Grafana whose packages this host is built from. */
const GRAFANA_VERSION = '13.2.2';

function instanceSettings(source: DataSource): Record<string, unknown> {
  const kind = KINDS[source.type];
  return {
    id: source.id,
    uid: source.uid,
    type: source.type,
    name: source.name,
    url: `/api/datasources/proxy/uid/${source.uid}`,
    access: 'proxy',
    isDefault: source.isDefault,
    readOnly: true,
    jsonData: source.jsonData,
    meta: {
      id: source.type,
      type: 'datasource',
      ...kind,
      info: { author: { name: '' }, description: '', links: [], logos: { small: '', large: '' }, version: '' },
      module: '',
      baseUrl: '',
    },
  };
}

/** `window.grafanaBootData`: what Grafana's page hands to its frontend before any script runs. */
export function bootData(sources: DataSource[], manifest: PluginManifest, settings: PluginSettings, role: Role) {
  return {
    assets: { dark: '', light: '' },
    navTree: [],
    user: {
      id: 1,
      uid: 'preview',
      login: 'preview',
      name: 'Preview',
      email: '',
      orgId: 1,
      orgName: 'Main Org.',
      orgRole: role,
      isGrafanaAdmin: role === 'Admin',
      isSignedIn: true,
      theme: 'dark',
      timezone: 'browser',
      weekStart: 'browser',
      locale: 'en-US',
      language: 'en-US',
      regionalFormat: 'en-US',
      permissions: Object.fromEntries(permissions(role).map((action) => [action, true])),
    },
    settings: {
      datasources: Object.fromEntries(sources.map((source) => [source.name, instanceSettings(source)])),
      defaultDatasource: sources.find((source) => source.isDefault)?.name ?? sources[0]?.name ?? '',
      apps: {
        [manifest.id]: {
          id: manifest.id,
          path: `public/plugins/${manifest.id}/module.js`,
          version: manifest.info.version ?? '',
          preload: false,
        },
      },
      panels: {},
      buildInfo: { version: GRAFANA_VERSION, commit: 'preview', env: 'production', edition: 'Open Source' },
      featureToggles: {},
      namespace: 'default',
      appUrl: '/',
      appSubUrl: '',
      exploreEnabled: true,
      unifiedAlertingEnabled: true,
      rbacEnabled: true,
      minRefreshInterval: '5s',
    },
    plugin: { manifest, settings },
  };
}

function permissions(role: Role): string[] {
  const viewer = [
    'datasources:query',
    'datasources:explore',
    'alert.rules:read',
    'alert.instances:read',
    'annotations:read',
    'plugins.app:access',
  ];
  const editor = [...viewer, 'annotations:create', 'annotations:write', 'alert.instances:create'];
  const admin = [...editor, 'plugins:write', 'datasources:read'];
  return { Viewer: viewer, Editor: editor, Admin: admin }[role];
}
