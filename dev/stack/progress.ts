import pc from 'picocolors';

/** Tells a person, line by line, what is going on and how long it took. */
export interface Progress {
  /** Runs one step and reports its time; the step may return a remark to show beside it. */
  step<T>(title: string, run: () => Promise<T>, remark?: (result: T) => string | undefined): Promise<T>;
  note(text: string): void;
}

const reminderMs = 15_000;

/** Progress on standard error: standard output stays free for results. */
export function consoleProgress(write: (text: string) => void = (text) => process.stderr.write(text)): Progress {
  return {
    note: (text) => write(`${text}\n`),
    async step(title, run, remark) {
      const startedAt = Date.now();
      const reminder = setInterval(
        () => write(pc.dim(`    ${title}: still working, ${seconds(startedAt)}\n`)),
        reminderMs
      );
      try {
        const result = await run();
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

function seconds(sinceMs: number): string {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}
