import path from 'node:path';
import { dropData, historyPlan, playHistory } from '../data/history';
import type { HistoryPlan } from '../data/plan';
import type { GrafanaInstallation } from '../grafana/find';
import { grafanaSpec } from '../grafana/spec';
import { installServers } from '../install/all';
import type { StackPaths } from '../paths';
import { allPorts, choosePorts } from '../ports';
import type { Progress } from '../progress';
import { writeState, type StackState } from '../state';
import { alertmanagerSpec } from './alertmanager';
import { stopAll } from './down';
import { elasticsearchSpec } from './elasticsearch';
import { jaegerSpec } from './jaeger';
import { previewSpec } from './preview';
import { prometheusSpec } from './prometheus';
import type { ServerSpec, SpecContext } from './spec';
import { startServer } from './start';
import { nativeTelemetryTargets, telemetrySpec } from './telemetry';
import { webhookSpec } from './webhook';

/** What shows the plugin, if anything. */
export type UserInterface = { kind: 'none' } | { kind: 'preview' } | { kind: 'grafana'; grafana: GrafanaInstallation };

export interface NativeUpOptions {
  /** Drop all data first. */
  fresh: boolean;
  /** Play the history and keep the generator running. */
  telemetry: boolean;
  ui: UserInterface;
}

/**
 * Installs what is missing, starts every server on loopback and fills it with data.
 * On failure everything that was started is stopped again; the logs stay.
 */
export async function nativeUp(paths: StackPaths, options: NativeUpOptions, progress: Progress): Promise<StackState> {
  await installServers(paths, progress);
  const context: SpecContext = { paths, ports: await choosePorts(allPorts) };
  const state: StackState = { provider: 'native', startedAt: new Date().toISOString(), servers: {} };
  writeState(paths.stateFile, state);
  try {
    await startEverything(context, options, state, progress);
  } catch (error) {
    await stopAll(paths, progress.uninterruptible());
    throw error;
  }
  return state;
}

async function startEverything(
  context: SpecContext,
  options: NativeUpOptions,
  state: StackState,
  progress: Progress
): Promise<void> {
  const { paths } = context;
  const start = (spec: ServerSpec) => startServer(spec, state, paths, progress);
  const plan = historyPlan(paths, { fresh: options.fresh });
  if (options.fresh || (options.telemetry && plan.kind === 'full')) {
    dropData(paths);
  }
  await allSettled([
    start(webhookSpec(context)),
    start(elasticsearchSpec(context)),
    start(jaegerSpec(context)),
    start(alertmanagerSpec(context)),
  ]);
  if (options.telemetry) {
    if (plan.kind === 'full') {
      progress.note(`  A new history is played: ${plan.reason}.`);
    }
    await completeHistory(plan, context, progress);
    // Playing the history took a while: the ports that were free before may be taken by now.
    Object.assign(context.ports, await choosePorts(['telemetry', 'prometheus']));
    await start(telemetrySpec(context));
  }
  await start(prometheusSpec(context, { telemetry: options.telemetry }));
  await addUserInterface(paths, options.ui, state, progress);
}

/** Plays what is missing, and then what went by meanwhile if that took long. */
async function completeHistory(plan: HistoryPlan, context: SpecContext, progress: Progress): Promise<void> {
  const { paths } = context;
  const writer = { paths, targets: nativeTelemetryTargets(context), promtool: path.join(paths.binDir, 'promtool') };
  if (plan.kind !== 'none') {
    await playHistory(plan, writer, progress);
  }
  const rest = historyPlan(paths, { fresh: false });
  if (rest.kind === 'gap') {
    await playHistory(rest, writer, progress);
  }
}

/** Starts the user interface on top of servers that run. Leaves them alone when it does not start. */
export async function addUserInterface(
  paths: StackPaths,
  ui: UserInterface,
  state: StackState,
  progress: Progress
): Promise<void> {
  const { ui: port } = await choosePorts(['ui']);
  if (ui.kind === 'preview') {
    await startServer(previewSpec({ paths, port }), state, paths, progress);
  } else if (ui.kind === 'grafana') {
    const spec = grafanaSpec(ui.grafana, { paths, port, servers: state.servers });
    await startServer(spec, state, paths, progress);
  }
}

/** Waits for all even if one fails: what starts meanwhile must be known before it can be stopped. */
async function allSettled(starts: Array<Promise<void>>): Promise<void> {
  const results = await Promise.allSettled(starts);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
}
