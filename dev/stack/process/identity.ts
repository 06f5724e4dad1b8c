import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * When the process started, as the system tells it; undefined when no such process lives.
 * A pid may be given to another process after a crash or a reboot; pid and start together are not.
 */
export function processStart(pid: number): string | undefined {
  return existsSync('/proc/self/stat') ? startFromProc(pid) : startFromPs(pid);
}

/** True only for the very process that was recorded. */
export function isSameProcess(pid: number, recordedStart: string | undefined): boolean {
  const start = processStart(pid);
  return start !== undefined && start === recordedStart;
}

function startFromProc(pid: number): string | undefined {
  try {
    return startFieldOfStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Field 22 (start time in clock ticks since boot) of a /proc stat line; undefined for a zombie.
 * The second field is the command in parentheses and may itself hold spaces and parentheses.
 */
export function startFieldOfStat(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  return state === 'Z' || state === 'X' ? undefined : fields[19];
}

function startFromPs(pid: number): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
