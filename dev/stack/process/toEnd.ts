import { spawn, type SpawnOptions } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

export interface CommandToEnd {
  command: string;
  args: string[];
  cwd: string;
  env?: Record<string, string>;
  /** Gets the command line and the whole output, added to what it holds. */
  outputFile: string;
}

/** What a shell says when there is no such program. */
const notStarted = 127;

/**
 * Runs a program to its end without a terminal, its output in a file.
 * @returns the exit code; 127 when it could not be started, 128 when a signal ended it
 */
export async function runToEnd({ command, args, cwd, env, outputFile }: CommandToEnd): Promise<number> {
  mkdirSync(path.dirname(outputFile), { recursive: true });
  const output = openSync(outputFile, 'a');
  try {
    writeSync(output, `$ ${command} ${args.join(' ')}\n`);
    return await ended(
      command,
      args,
      { cwd, env: { ...process.env, ...env }, stdio: ['ignore', output, output] },
      (reason) => writeSync(output, `${reason}\n`)
    );
  } finally {
    closeSync(output);
  }
}

function ended(
  command: string,
  args: string[],
  options: SpawnOptions,
  onFailure: (reason: string) => void
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    const stopWithParent = () => child.kill();
    process.once('exit', stopWithParent);
    const settle = (code: number) => {
      process.removeListener('exit', stopWithParent);
      resolve(code);
    };
    child.once('error', (error) => {
      onFailure(error.message);
      settle(notStarted);
    });
    child.once('close', (code, signal) => {
      if (signal !== null) {
        onFailure(`ended by ${signal}`);
      }
      settle(code ?? 128);
    });
  });
}
