import { composeUp } from '../compose/provider';
import type { GrafanaInstallation } from '../grafana/find';
import { nativeUp } from '../native/up';
import type { StackPaths } from '../paths';
import type { Progress } from '../progress';
import { readState, type ServerName, type StackState } from '../state';
import { bringDown } from './down';
import { serverStatuses } from './status';

/** Who runs the servers, and what shows the plugin. */
export type Provider =
  { kind: 'compose' } | { kind: 'grafana'; grafana: GrafanaInstallation } | { kind: 'preview' } | { kind: 'servers' };

export interface UpOptions {
  provider: Provider;
  /** Drop all data first. */
  fresh: boolean;
  telemetry: boolean;
}

export interface UpResult {
  state: StackState;
  /** False when everything ran already. */
  started: boolean;
}

/** Starts the stack, or leaves it alone when all of it runs already. Remains of a broken one are stopped first. */
export async function bringUp(paths: StackPaths, options: UpOptions, progress: Progress): Promise<UpResult> {
  const previous = readState(paths.stateFile);
  if (previous && !options.fresh && (await runsAsAsked(previous, options))) {
    progress.note('  The stack is running already.');
    return { state: previous, started: false };
  }
  if (previous) {
    await bringDown(paths, progress);
  }
  const { provider, ...rest } = options;
  const state =
    provider.kind === 'compose'
      ? await composeUp(paths, options, progress)
      : await nativeUp(paths, { ...rest, ui: provider.kind === 'servers' ? { kind: 'none' } : provider }, progress);
  return { state, started: true };
}

async function runsAsAsked(state: StackState, options: UpOptions): Promise<boolean> {
  if ((state.provider === 'compose') !== (options.provider.kind === 'compose')) {
    return false;
  }
  const statuses = await serverStatuses(state);
  return wantedServers(options).every((name) =>
    statuses.some((status) => status.name === name && status.condition === 'ready')
  );
}

function wantedServers({ provider, telemetry }: UpOptions): ServerName[] {
  const ui: Record<Provider['kind'], ServerName[]> = {
    compose: ['grafana'],
    grafana: ['grafana'],
    preview: ['preview'],
    servers: [],
  };
  const generator: ServerName[] = telemetry ? ['telemetry'] : [];
  return ['prometheus', 'alertmanager', 'jaeger', 'elasticsearch', ...generator, ...ui[provider.kind]];
}
