import { composeUp } from '../compose/provider';
import type { GrafanaInstallation } from '../grafana/find';
import { addUserInterface, nativeUp, type UserInterface } from '../native/up';
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

/**
 * Starts the stack. What runs already is left alone; only a missing user interface is added to it.
 * The remains of a broken stack are stopped first.
 */
export async function bringUp(paths: StackPaths, options: UpOptions, progress: Progress): Promise<UpResult> {
  const previous = readState(paths.stateFile);
  if (previous && !options.fresh) {
    const missing = await missingServers(previous, options);
    if (missing.length === 0) {
      progress.note('  The stack is running already.');
      return { state: previous, started: false };
    }
    if (missing.every((name) => name === 'preview' || name === 'grafana') && previous.provider === 'native') {
      await addUserInterface(paths, userInterface(options.provider), previous, progress);
      return { state: previous, started: true };
    }
  }
  if (previous) {
    await bringDown(paths, progress);
  }
  const { provider, ...rest } = options;
  const state =
    provider.kind === 'compose'
      ? await composeUp(paths, options, progress)
      : await nativeUp(paths, { ...rest, ui: userInterface(provider) }, progress);
  return { state, started: true };
}

function userInterface(provider: Provider): UserInterface {
  return provider.kind === 'grafana' || provider.kind === 'preview' ? provider : { kind: 'none' };
}

/** Which of the wanted servers do not answer. */
async function missingServers(state: StackState, options: UpOptions): Promise<ServerName[]> {
  const wanted = wantedServers(options);
  if ((state.provider === 'compose') !== (options.provider.kind === 'compose')) {
    return wanted;
  }
  const statuses = await serverStatuses(state);
  const ready = new Set(statuses.filter(({ condition }) => condition === 'ready').map(({ name }) => name));
  return wanted.filter((name) => !ready.has(name));
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
