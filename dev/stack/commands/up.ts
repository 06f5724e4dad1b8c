import { existsSync } from 'node:fs';
import path from 'node:path';
import { stopAll } from '../native/down';
import { nativeUp, type NativeUpOptions } from '../native/up';
import type { StackPaths } from '../paths';
import type { Progress } from '../progress';
import { readState, type StackState } from '../state';
import { serverStatuses } from './status';

/** Starts the stack, or leaves it alone when all of it runs already. Remains of a broken one are stopped first. */
export async function bringUp(paths: StackPaths, options: NativeUpOptions, progress: Progress): Promise<StackState> {
  const previous = readState(paths.stateFile);
  if (previous && !options.fresh && (await runsAsAsked(previous, options))) {
    progress.note('  The stack is running already.');
    return previous;
  }
  if (previous) {
    await stopAll(paths, progress);
  }
  return nativeUp(paths, options, progress);
}

async function runsAsAsked(state: StackState, options: NativeUpOptions): Promise<boolean> {
  const wanted = [
    ...(['prometheus', 'alertmanager', 'jaeger', 'elasticsearch'] as const),
    ...(options.telemetry ? (['telemetry'] as const) : []),
    ...(options.ui === 'preview' ? (['preview'] as const) : []),
  ];
  const statuses = await serverStatuses(state);
  return wanted.every((name) => statuses.some((status) => status.name === name && status.condition === 'ready'));
}

/** Whether this checkout has the plugin built. */
export function hasBuiltPlugin(paths: StackPaths): boolean {
  return existsSync(path.join(paths.projectDir, 'dist/module.js'));
}
