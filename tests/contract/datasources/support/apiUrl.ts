import { existsSync, readFileSync } from 'node:fs';

interface StackState {
  servers?: Record<string, { url?: string } | undefined>;
}

/**
 * The base URL of the Grafana (or preview host) under test, without a slash at its end.
 * @throws Error saying how to name one, when none is named.
 */
export function apiUrl(environment: NodeJS.ProcessEnv = process.env): string {
  const url = environment.WATCHKEEPER_API_URL || fromState(environment.WATCHKEEPER_STATE);
  if (!url) {
    throw new Error(
      'These tests need a running Grafana or preview host with the demo stack behind it. Set WATCHKEEPER_API_URL to its ' +
        'base URL (for example http://127.0.0.1:3000), or WATCHKEEPER_STATE to the state file of a stack that runs one.'
    );
  }
  return url.replace(/\/+$/, '');
}

function fromState(file: string | undefined): string | undefined {
  if (!file || !existsSync(file)) {
    return undefined;
  }
  const { servers = {} } = JSON.parse(readFileSync(file, 'utf8')) as StackState;
  return servers.grafana?.url ?? servers.preview?.url;
}
