import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, StackFailure } from '../failure';

export interface HealthCheck {
  label: string;
  url: string;
  limitMs: number;
  /** False ends the wait early: there is no point in waiting for a dead process. */
  isAlive: () => boolean;
  logFile?: string;
}

/** Resolves when the address answers 2xx. Throws a StackFailure with the end of the log otherwise. */
export async function waitUntilHealthy(check: HealthCheck): Promise<void> {
  const deadline = Date.now() + check.limitMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    last = await probe(check.url);
    // Asked last: another server at the same address would answer for a process that could not bind it.
    if (!check.isAlive()) {
      throw new StackFailure(`${check.label} ended while starting.${logTail(check.logFile)}`);
    }
    if (last === 'ok') {
      return;
    }
    await sleep(200);
  }
  const seconds = Math.round(check.limitMs / 1000);
  throw new StackFailure(
    `${check.label} did not become ready at ${check.url} within ${seconds} s (last answer: ${last}).${logTail(check.logFile)}`
  );
}

/** "ok", the HTTP status, or why there was no answer. */
export async function probe(url: string, limitMs = 2_000): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(limitMs) });
    await response.body?.cancel();
    return response.ok ? 'ok' : `HTTP ${response.status}`;
  } catch (error) {
    return messageOf(error);
  }
}

function logTail(file: string | undefined, lines = 15): string {
  if (file === undefined) {
    return '';
  }
  try {
    const tail = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
    return `\nThe end of ${file}:\n${tail}`;
  } catch {
    return '';
  }
}
