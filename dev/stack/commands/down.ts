import { composeDown } from '../compose/provider';
import { stopAll } from '../native/down';
import type { StackPaths } from '../paths';
import type { Progress } from '../progress';
import { readState, removeState } from '../state';

/** Stops what the state file names, whoever runs it; the data stays. @returns false when nothing was started */
export async function bringDown(paths: StackPaths, progress: Progress): Promise<boolean> {
  const state = readState(paths.stateFile);
  if (!state) {
    return false;
  }
  if (state.provider === 'compose') {
    await composeDown(paths, { dropData: false }, progress);
    removeState(paths.stateFile);
  } else {
    await stopAll(paths, progress);
  }
  return true;
}
