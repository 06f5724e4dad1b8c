import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The members of a plugin.json that this host reads. */
export interface PluginManifest {
  id: string;
  name: string;
  type: string;
  info: { version?: string; logos?: { small: string; large: string }; description?: string };
  includes?: Array<{
    type: string;
    name: string;
    path?: string;
    role?: string;
    icon?: string;
    addToNav?: boolean;
    defaultNav?: boolean;
  }>;
  [member: string]: unknown;
}

/**
 * Reads `<dist>/plugin.json`, with `%PLUGIN_ID%` filled in as Grafana does.
 * @throws Error that names the missing file: the plugin has not been built
 */
export function readManifest(dist: string): PluginManifest {
  const path = join(dist, 'plugin.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Error(`${path} is missing: build the plugin first (npm run build)`);
  }
  const { id } = JSON.parse(text) as PluginManifest;
  return JSON.parse(text.replaceAll('%PLUGIN_ID%', id)) as PluginManifest;
}
