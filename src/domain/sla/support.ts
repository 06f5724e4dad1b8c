import { type Sla } from './types';

/** What a tier was promised for one severity. */
export type SupportPromise =
  | { kind: 'agreed'; text: string; responseMinutes?: number | undefined }
  /** The tier has an agreement, and nothing in it about this severity. */
  | { kind: 'not-agreed' }
  | { kind: 'no-agreement' };

/** From the most to the least urgent. */
export const SUPPORT_SEVERITIES = ['p0', 'p1', 'p2', 'p3'] as const;

/** The response that customers of a tier may expect. */
export function supportPromise(sla: Sla | undefined, severity: string): SupportPromise {
  if (!sla) {
    return { kind: 'no-agreement' };
  }
  const promise = sla.support?.find((one) => one.severity === severity);
  return promise
    ? { kind: 'agreed', text: promise.text, responseMinutes: promise.responseMinutes }
    : { kind: 'not-agreed' };
}

/** When a request that came in has to be answered; `undefined` when no time in minutes was agreed. */
export function responseDueMs(sla: Sla | undefined, severity: string, receivedAtMs: number): number | undefined {
  const promise = supportPromise(sla, severity);
  return promise.kind === 'agreed' && promise.responseMinutes !== undefined
    ? receivedAtMs + promise.responseMinutes * 60_000
    : undefined;
}
