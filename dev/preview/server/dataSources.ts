import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

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

const TYPE_NAMES: Readonly<Record<string, string>> = {
  prometheus: 'Prometheus',
  jaeger: 'Jaeger',
  elasticsearch: 'Elasticsearch',
  alertmanager: 'Alertmanager',
};

interface ProvisionedDataSource {
  name: string;
  uid: string;
  type: string;
  url: string;
  isDefault?: boolean;
  jsonData?: Record<string, unknown>;
}

/** Reads Grafana's provisioning files, in which `$$` stands for a plain `$`. */
export function readProvisionedDataSources(folder: string): DataSource[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /\.ya?ml$/.test(file)) : [];
  const provisioned = files.sort().flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('$$', '$');
    return (parse(text) as { datasources?: ProvisionedDataSource[] } | null)?.datasources ?? [];
  });
  return provisioned.map(({ uid, name, type, url, isDefault = false, jsonData = {} }, index) => ({
    id: index + 1,
    uid,
    name,
    type,
    typeName: TYPE_NAMES[type] ?? type,
    url,
    isDefault,
    jsonData,
  }));
}

/** Where the dev stack's servers listen unless the state file or a flag says otherwise. */
const USUAL_URLS: Required<ServerUrls> = {
  prometheus: 'http://127.0.0.1:9090',
  jaeger: 'http://127.0.0.1:16686',
  elasticsearch: 'http://127.0.0.1:9200',
  alertmanager: 'http://127.0.0.1:9093',
};

/** The same data sources at the addresses of the running servers, in Grafana's order (by name). */
export function atServers(sources: DataSource[], urls: ServerUrls): DataSource[] {
  return sources
    .map((source) => ({
      ...source,
      url: ({ ...USUAL_URLS, ...urls }[source.type as ServerName] ?? source.url).replace(/\/$/, ''),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
