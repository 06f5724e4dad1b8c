import path from 'node:path';
import { StackFailure } from '../failure';
import type { StackPaths } from '../paths';
import { startInBackground, stopProcess } from '../process/background';
import { waitUntilHealthy } from '../process/health';
import { isSameProcess } from '../process/identity';
import type { Progress } from '../progress';
import { writeState, type StackState } from '../state';
import type { ServerSpec } from './spec';

/**
 * Starts one server, records it at once (so that `down` finds it whatever happens next) and waits until it is ready.
 * The state is changed in place: servers start side by side.
 */
export async function startServer(
  spec: ServerSpec,
  state: StackState,
  paths: StackPaths,
  progress: Progress
): Promise<void> {
  const logFile = path.join(paths.logsDir, `${spec.name}.log`);
  await progress.step(
    spec.title,
    async () => {
      const started = await startInBackground({
        command: spec.command,
        args: spec.args,
        cwd: paths.projectDir,
        logFile,
        ...(spec.env && { env: spec.env }),
      });
      if (progress.interrupted) {
        // Too late for whoever stops what the state names.
        await stopProcess(started.pid, started.processStart);
        throw new StackFailure('Interrupted.');
      }
      state.servers[spec.name] = { ...spec.published, ...started, log: logFile };
      writeState(paths.stateFile, state);
      await waitUntilHealthy({
        label: spec.title,
        url: spec.healthUrl,
        limitMs: spec.readyWithinMs,
        isAlive: () => isSameProcess(started.pid, started.processStart),
        logFile,
      });
    },
    () => spec.published.url
  );
}
