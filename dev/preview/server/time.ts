import { HttpError } from './context';
import { parseIntervalMs } from './prometheus/interval';

/**
 * Reads a request's time: milliseconds since the epoch, `now`, or `now-<interval>`.
 * @throws HttpError 400 on anything else
 */
export function parseTimeMs(text: string, nowMs: number): number {
  if (/^\d+$/.test(text)) {
    return Number(text);
  }
  const relative = /^now(?:-(.+))?$/.exec(text);
  if (!relative) {
    throw new HttpError(400, `invalid time: ${text}`);
  }
  return relative[1] ? nowMs - parseIntervalMs(relative[1]) : nowMs;
}
