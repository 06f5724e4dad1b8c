import { readFileSync, statSync } from 'node:fs';

/** A data source as Grafana's `GET /api/datasources` lists it (the members that this preview fills). */
export interface DataSource {
  id: number;
  uid: string;
  name: string;
  type: string;
  typeName: string;
  url: string;
  isDefault: boolean;
  jsonData: Record<string, unknown>;
}

export type ServerName = 'prometheus' | 'jaeger' | 'elasticsearch' | 'alertmanager';
export type ServerUrls = Partial<Record<ServerName, string>>;

const SERVER_NAMES: readonly ServerName[] = ['prometheus', 'jaeger', 'elasticsearch', 'alertmanager'];

const DEFINITIONS: ReadonlyArray<Omit<DataSource, 'url'>> = [
  {
    id: 1,
    uid: 'prometheus',
    name: 'Prometheus',
    type: 'prometheus',
    typeName: 'Prometheus',
    isDefault: true,
    jsonData: {
      timeInterval: '15s',
      exemplarTraceIdDestinations: [{ name: 'trace_id', datasourceUid: 'jaeger' }],
    },
  },
  { id: 2, uid: 'jaeger', name: 'Jaeger', type: 'jaeger', typeName: 'Jaeger', isDefault: false, jsonData: {} },
  {
    id: 3,
    uid: 'elasticsearch',
    name: 'Elasticsearch',
    type: 'elasticsearch',
    typeName: 'Elasticsearch',
    isDefault: false,
    jsonData: { index: '*', timeField: '@timestamp' },
  },
  {
    id: 4,
    uid: 'alertmanager',
    name: 'Alertmanager',
    type: 'alertmanager',
    typeName: 'Alertmanager',
    isDefault: false,
    jsonData: { implementation: 'prometheus', handleGrafanaManagedAlerts: false },
  },
];

/** Reads the servers' addresses from the dev stack's state file; a missing file means that nothing runs yet. */
function readStateFile(path: string): ServerUrls {
  const state = JSON.parse(readFileSync(path, 'utf8')) as { servers?: Record<string, { url?: string } | undefined> };
  return Object.fromEntries(
    SERVER_NAMES.flatMap((name) => {
      const url = state.servers?.[name]?.url;
      return url ? [[name, url]] : [];
    })
  );
}

/**
 * Follows the state file: every call returns the addresses as of its last change. Addresses given by flag win.
 * A file that cannot be read or parsed (it may be half written) keeps the last good answer.
 */
export function followServerUrls(stateFile: string | undefined, fixed: ServerUrls): () => ServerUrls {
  let readAt = -1;
  let urls: ServerUrls = {};
  return () => {
    if (stateFile) {
      try {
        const changedAt = statSync(stateFile).mtimeMs;
        if (changedAt !== readAt) {
          urls = readStateFile(stateFile);
          readAt = changedAt;
        }
      } catch {
        // keep what was known: the stack is starting, stopping or writing the file
      }
    }
    return { ...urls, ...fixed };
  };
}

/** The provisioned data sources whose server has an address, in Grafana's order (by name). */
export function listDataSources(urls: ServerUrls): DataSource[] {
  return DEFINITIONS.flatMap((definition) => {
    const url = urls[definition.type as ServerName];
    return url ? [{ ...definition, url: url.replace(/\/$/, '') }] : [];
  }).sort((a, b) => a.name.localeCompare(b.name));
}
