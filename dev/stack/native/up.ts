import { dropData, historyPlan, playHistory } from '../data/history';
import { installServers } from '../install/all';
import type { StackPaths } from '../paths';
import { choosePorts } from '../ports';
import type { Progress } from '../progress';
import { writeState, type StackState } from '../state';
import { alertmanagerSpec } from './alertmanager';
import { stopAll } from './down';
import { elasticsearchSpec } from './elasticsearch';
import { jaegerSpec } from './jaeger';
import { previewSpec } from './preview';
import { prometheusSpec } from './prometheus';
import type { SpecContext } from './spec';
import { startServer } from './start';
import { telemetrySpec } from './telemetry';
import { webhookSpec } from './webhook';

export interface NativeUpOptions {
  /** Drop all data first. */
  fresh: boolean;
  /** Play the history and keep the generator running. */
  telemetry: boolean;
  /** What shows the plugin, if anything. */
  ui: 'preview' | 'none';
}

/**
 * Installs what is missing, starts every server on loopback and fills it with data.
 * On failure everything that was started is stopped again; the logs stay.
 */
export async function nativeUp(paths: StackPaths, options: NativeUpOptions, progress: Progress): Promise<StackState> {
  await installServers(paths, progress);
  const context: SpecContext = { paths, ports: await choosePorts() };
  const state: StackState = { provider: 'native', startedAt: new Date().toISOString(), servers: {} };
  writeState(paths.stateFile, state);
  try {
    await startEverything(context, options, state, progress);
  } catch (error) {
    await stopAll(paths, progress);
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
  const start = (spec: Parameters<typeof startServer>[0]) => startServer(spec, state, paths, progress);
  const plan = historyPlan(paths, options.fresh);
  const drop = options.fresh || (options.telemetry && plan.kind === 'full');
  if (drop) {
    dropData(paths);
  }
  await settled([
    start(webhookSpec(context)),
    start(elasticsearchSpec(context)),
    start(jaegerSpec(context)),
    start(alertmanagerSpec(context)),
  ]);
  if (options.telemetry) {
    if (plan.kind === 'full') {
      progress.note(`  A new history is played: ${plan.reason}.`);
    }
    await playHistory(plan, context, progress);
    await start(telemetrySpec(context));
  }
  const last = [start(prometheusSpec(context, { telemetry: options.telemetry }))];
  if (options.ui === 'preview') {
    last.push(start(previewSpec(context)));
  }
  await settled(last);
}

/** Waits for all even if one fails: what starts meanwhile must be known before it can be stopped. */
async function settled(starts: Array<Promise<void>>): Promise<void> {
  const results = await Promise.allSettled(starts);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
}

