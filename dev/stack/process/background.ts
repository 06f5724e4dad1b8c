import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StackFailure } from '../failure';
import { isSameProcess, processStart } from './identity';

export interface BackgroundCommand {
  command: string;
  args: string[];
  cwd: string;
  logFile: string;
  env?: Record<string, string>;
}

export interface BackgroundProcess {
  pid: number;
  processStart: string;
}

/**
 * Starts a process that outlives this one, in a process group of its own, its output in the log file.
 * Throws a StackFailure when the program cannot be started.
 */
export async function startInBackground(options: BackgroundCommand): Promise<BackgroundProcess> {
  mkdirSync(path.dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'w');
  try {
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      detached: true,
      stdio: ['ignore', log, log],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) =>
        reject(new StackFailure(`${options.command} could not be started: ${error.message}`))
      );
    });
    child.unref();
    const pid = child.pid;
    const start = pid === undefined ? undefined : processStart(pid);
    if (pid === undefined || start === undefined) {
      throw new StackFailure(`${options.command} ended at once; see ${options.logFile}`);
    }
    return { pid, processStart: start };
  } finally {
    closeSync(log);
  }
}

export type StopOutcome = 'stopped' | 'killed' | 'not running';

/** Asks the process group to end and insists after the grace time. Never touches a recycled pid. */
export async function stopProcess(
  pid: number,
  recordedStart: string | undefined,
  graceMs = 15_000
): Promise<StopOutcome> {
  if (!isSameProcess(pid, recordedStart)) {
    return 'not running';
  }
  signalGroup(pid, 'SIGTERM');
  if (await endsWithin(pid, recordedStart, graceMs)) {
    return 'stopped';
  }
  signalGroup(pid, 'SIGKILL');
  await endsWithin(pid, recordedStart, 5_000);
  return 'killed';
}

async function endsWithin(pid: number, recordedStart: string | undefined, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (isSameProcess(pid, recordedStart)) {
    if (Date.now() > deadline) {
      return false;
    }
    await sleep(50);
  }
  return true;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended between the check and the signal.
  }
}
