import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { StackFailure } from '../failure';

export interface LoggedCommand {
  /** What the user is told this is: "building Prometheus". */
  label: string;
  command: string;
  args: string[];
  cwd: string;
  logFile: string;
  env?: Record<string, string>;
}

/** Runs to the end with all output appended to the log. Throws a StackFailure with the end of the output. */
export async function runLogged(options: LoggedCommand): Promise<void> {
  mkdirSync(path.dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  log.write(`$ ${options.command} ${options.args.join(' ')}\n`);
  const running = execa(options.command, options.args, {
    cwd: options.cwd,
    env: options.env,
    stdin: 'ignore',
    reject: false,
    all: true,
    buffer: false,
  });
  running.all.pipe(log);
  const result = await running;
  await new Promise<void>((resolve) => log.end(resolve));
  if (result.failed) {
    const reason = result.exitCode === undefined ? result.shortMessage : `exit code ${result.exitCode}`;
    const tail = readFileSync(options.logFile, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
    throw new StackFailure(`${options.label} failed (${reason}). The end of ${options.logFile}:\n${tail}`);
  }
}

/** Standard output of a short command, or undefined when it is missing or fails. */
export async function outputOf(command: string, args: string[], limitMs = 15_000): Promise<string | undefined> {
  const result = await execa(command, args, { reject: false, timeout: limitMs, stdin: 'ignore' });
  return result.failed ? undefined : result.stdout;
}
