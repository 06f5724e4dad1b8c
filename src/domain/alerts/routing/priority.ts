/** The common scale of all systems, from "now" to "some time". */
export type Priority = 'P0' | 'P1' | 'P2' | 'P3';

const BY_SEVERITY: Readonly<Record<string, Priority>> = {
  p0: 'P0',
  critical: 'P1',
  p1: 'P1',
  high: 'P1',
  error: 'P1',
  warning: 'P2',
  medium: 'P2',
  p2: 'P2',
  info: 'P3',
  low: 'P3',
  p3: 'P3',
};

/**
 * The priority of an alert by its labels: a critical one that wakes somebody is P0, without waking P1.
 * @returns undefined for a severity that nobody knows.
 */
export function priorityOf({ severity, page }: Readonly<Record<string, string | undefined>>): Priority | undefined {
  const priority = BY_SEVERITY[severity?.toLowerCase() ?? ''];
  return severity?.toLowerCase() === 'critical' && page === 'true' ? 'P0' : priority;
}
