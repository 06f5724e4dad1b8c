import pc from 'picocolors';
import { StackFailure } from './failure';

/** Tells a person, line by line, what is going on and how long it took. */
export interface Progress {
  /**
   * Runs one step and reports its time; the step may return a remark to show beside it.
   * Rejects as soon as the user interrupts, without waiting for the step.
   */
  step<T>(title: string, run: () => Promise<T>, remark?: (result: T) => string | undefined): Promise<T>;
  note(text: string): void;
  readonly interrupted: boolean;
  /** For what must be finished even after an interruption: stopping. */
  uninterruptible(): Progress;
}

export interface ProgressOptions {
  write?: (text: string) => void;
  /** Aborts when the user wants to stop. */
  signal?: AbortSignal;
}

const reminderMs = 15_000;

/** Progress on standard error: standard output stays free for results. */
export function consoleProgress(options: ProgressOptions = {}): Progress {
  const write = options.write ?? ((text: string) => void process.stderr.write(text));
  const { signal } = options;
  return {
    note: (text) => write(`${text}\n`),
    get interrupted() {
      return signal?.aborted ?? false;
    },
    uninterruptible: () => consoleProgress({ write }),
    async step(title, run, remark) {
      const startedAt = Date.now();
      const reminder = setInterval(
        () => write(pc.dim(`    ${title}: still working, ${seconds(startedAt)}\n`)),
        reminderMs
      );
      try {
        const result = await unlessAborted(run, signal);
        const detail = remark?.(result);
        write(`  ${pc.green('✓')} ${title}${detail ? `: ${detail}` : ''} ${pc.dim(`(${seconds(startedAt)})`)}\n`);
        return result;
      } catch (error) {
        write(`  ${pc.red('✗')} ${title} ${pc.dim(`(${seconds(startedAt)})`)}\n`);
        throw error;
      } finally {
        clearInterval(reminder);
      }
    },
  };
}

async function unlessAborted<T>(run: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) {
    return run();
  }
  if (signal.aborted) {
    throw new StackFailure('Interrupted.');
  }
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new StackFailure('Interrupted.'));
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([run(), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function seconds(sinceMs: number): string {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}
