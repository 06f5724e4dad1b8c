import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { composeLogArguments } from '../compose/provider';
import { StackFailure } from '../failure';
import type { StackPaths } from '../paths';
import type { StackState } from '../state';

export interface LogOptions {
  follow: boolean;
  lines: number;
}

/** Shows the end of one log, or of all of them, and goes on if asked to. Resolves when the reader ends. */
export async function showLogs(
  paths: StackPaths,
  state: StackState,
  server: string | undefined,
  options: LogOptions
): Promise<void> {
  if (state.provider === 'compose') {
    return run('docker', composeLogArguments(paths, server, options));
  }
  const follow = options.follow ? ['-F'] : [];
  return run('tail', ['-n', String(options.lines), ...follow, ...logFiles(state, server)]);
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

function run(command: string, args: string[]): Promise<void> {
  const reader = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    reader.once('error', reject);
    reader.once('close', () => resolve());
  });
}
