import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { StackFailure } from '../failure';
import type { StackState } from '../state';

/** Shows the end of one log, or of all of them, and goes on if asked to. Resolves when `tail` ends. */
export async function showLogs(
  state: StackState,
  server: string | undefined,
  options: { follow: boolean; lines: number }
): Promise<void> {
  const args = ['-n', String(options.lines), ...(options.follow ? ['-F'] : []), ...logFiles(state, server)];
  const tail = spawn('tail', args, { stdio: ['ignore', 'inherit', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    tail.once('error', reject);
    tail.once('close', () => resolve());
  });
}

/** Throws a StackFailure that names the servers when there is no such one. */
export function logFiles(state: StackState, server: string | undefined): string[] {
  const logs = Object.entries(state.servers).flatMap(([name, { log }]) => (log ? [{ name, log }] : []));
  const chosen = server === undefined ? logs : logs.filter(({ name }) => name === server);
  if (chosen.length === 0) {
    const names = logs.map(({ name }) => name).join(', ');
    throw new StackFailure(`There is no log of "${server ?? ''}". Servers with a log: ${names || 'none'}.`);
  }
  return chosen.map(({ log }) => log).filter((file) => existsSync(file));
}
