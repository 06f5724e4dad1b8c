import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StackFailure } from '../failure';
import { runToEnd } from './toEnd';

export interface LoggedCommand {
  /** What the user is told this is: "Building Prometheus". */
  label: string;
  command: string;
  args: string[];
  cwd: string;
  logFile: string;
  env?: Record<string, string>;
}

/** Runs to the end with all output appended to the log. Throws a StackFailure with the end of the output. */
export async function runLogged({ label, logFile, ...command }: LoggedCommand): Promise<void> {
  const exitCode = await runToEnd({ ...command, outputFile: logFile });
  if (exitCode !== 0) {
    const tail = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
    throw new StackFailure(`${label} failed (exit code ${exitCode}). The end of ${logFile}:\n${tail}`);
  }
}

/** Standard output of a short command, or undefined when it is missing or fails. */
export async function outputOf(command: string, args: string[], limitMs = 15_000): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: limitMs }, (error, stdout) => resolve(error ? undefined : stdout));
  });
}
