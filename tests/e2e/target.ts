import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultStackFolder } from '../../dev/stack/paths';
import { readState } from '../../dev/stack/state';

export type HostKind = 'grafana' | 'preview';

/** Where the app runs that is tested. */
export interface Target {
  kind: HostKind;
  /** Without a slash at the end. */
  url: string;
}

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The host to test: `GRAFANA_URL` (a Grafana with the plugin and the provisioned data sources), else `WATCHKEEPER_URL`
 * (a preview host), else the running stack that `WATCHKEEPER_STATE` or the demo's state file describes.
 * Throws an Error that says what to do when there is none.
 */
export function findTarget(env: NodeJS.ProcessEnv = process.env): Target {
  if (env['GRAFANA_URL']) {
    return { kind: 'grafana', url: withoutSlash(env['GRAFANA_URL']) };
  }
  if (env['WATCHKEEPER_URL']) {
    return { kind: 'preview', url: withoutSlash(env['WATCHKEEPER_URL']) };
  }
  const stateFile = stateFileOf(env);
  const servers = readState(stateFile)?.servers;
  if (servers?.grafana) {
    return { kind: 'grafana', url: withoutSlash(servers.grafana.url) };
  }
  if (servers?.preview) {
    return { kind: 'preview', url: withoutSlash(servers.preview.url) };
  }
  throw new Error(
    `Nothing to look at: ${path.relative(projectDir, stateFile)} names no running Grafana or preview host. ` +
      'Start one with "npm run demo", or set GRAFANA_URL or WATCHKEEPER_URL.'
  );
}

/**
 * Where incidents are scripted: `TELEMETRY_URL` (a telemetry generator), else that of the running stack.
 * Throws an Error that says what to do when there is none.
 */
export function findGenerator(env: NodeJS.ProcessEnv = process.env): string {
  const stateFile = stateFileOf(env);
  const url = env['TELEMETRY_URL'] || readState(stateFile)?.servers.telemetry?.url;
  if (!url) {
    throw new Error(
      `No telemetry generator: ${path.relative(projectDir, stateFile)} names none. ` +
        'Start the stack with "npm run demo", or set TELEMETRY_URL.'
    );
  }
  return withoutSlash(url);
}

function stateFileOf(env: NodeJS.ProcessEnv): string {
  return env['WATCHKEEPER_STATE'] ?? path.join(projectDir, defaultStackFolder, 'state.json');
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
