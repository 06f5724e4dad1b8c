import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pc from 'picocolors';
import { messageOf, StackFailure } from './failure';

export const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs a command line to its end: expected failures as one message, others with their stack; exit code 1 for both. */
export async function runCommandLine(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(pc.red(messageOf(error)));
    if (!(error instanceof StackFailure) && error instanceof Error) {
      console.error(pc.dim(error.stack ?? ''));
    }
    // Whatever still runs for an interrupted step ends with this process.
    process.exit(1);
  }
}

/** Aborts at the first Ctrl-C or SIGTERM; the process then stops what it started and ends by itself. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort());
  }
  return controller.signal;
}
