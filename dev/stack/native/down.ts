import type { StackPaths } from '../paths';
import { stopProcess } from '../process/background';
import type { Progress } from '../progress';
import { readState, removeState, serverNames } from '../state';

/** Stops what the state file names, readers first, and removes the file. @returns how many servers it names */
export async function stopAll(paths: StackPaths, progress: Progress): Promise<number> {
  const state = readState(paths.stateFile);
  if (!state) {
    return 0;
  }
  const running = serverNames.flatMap((name) => {
    const server = state.servers[name];
    return server?.pid === undefined ? [] : [{ name, pid: server.pid, processStart: server.processStart }];
  });
  for (const { name, pid, processStart } of running) {
    await progress.step(
      `Stop ${name}`,
      () => stopProcess(pid, processStart),
      (outcome) => outcome
    );
  }
  removeState(paths.stateFile);
  return running.length;
}
