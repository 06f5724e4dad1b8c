import { type TimeWindow } from '../../../../src/datasources';

const HOUR_MS = 3_600_000;

/** The last hours up to now. */
export function lastHours(hours: number, nowMs = Date.now()): TimeWindow {
  return { fromMs: nowMs - hours * HOUR_MS, toMs: nowMs };
}

/** The value of a usable result; fails the test with the error's message otherwise. */
export function valueOf<T>(
  result: { ok: true; value: T } | { ok: false; error: { kind: string; message: string } }
): T {
  if (!result.ok) {
    throw new Error(`${result.error.kind}: ${result.error.message}`);
  }
  return result.value;
}

/** Asks again, for up to a minute, until there is something: a stack that has just started has not scraped yet. */
export async function untilSome<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  const giveUpAtMs = Date.now() + 60_000;
  let found = await ask();
  while (found.length === 0 && Date.now() < giveUpAtMs) {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    found = await ask();
  }
  return found;
}
