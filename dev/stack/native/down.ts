import type { StackPaths } from '../paths';
import { stopProcess } from '../process/background';
import type { Progress } from '../progress';
import { readState, removeState, serverNames } from '../state';

/** Stops the processes that the state file names, readers first, and removes the file. */
export async function stopAll(paths: StackPaths, progress: Progress): Promise<void> {
  const state = readState(paths.stateFile);
  for (const name of serverNames) {
    const server = state?.servers[name];
    const pid = server?.pid;
    if (pid !== undefined) {
      await progress.step(
        `Stop ${name}`,
        () => stopProcess(pid, server?.processStart),
        (outcome) => outcome
      );
    }
  }
  removeState(paths.stateFile);
}
