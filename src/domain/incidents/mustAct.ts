import { countOf, formatDuration } from '../format/format';
import { severityOfAlerts } from './severity';
import { type AlertGroup } from './types';

/** Whether somebody has to act now, and why, in a sentence. */
export interface MustAct {
  state: 'critical' | 'warning';
  sentence: string;
}

const URGENT = ['critical', 'high'] as const;

/**
 * The answer to "must I act now?": yes while a likely incident is critical or high. Without groups there is no answer
 * here, as only those who asked know whether every source replied.
 */
export function mustAct(
  groups: ReadonlyArray<Pick<AlertGroup, 'alerts' | 'startedAtMs'>>,
  nowMs: number
): MustAct | undefined {
  if (groups.length === 0) {
    return undefined;
  }
  const severities = groups.map(({ alerts }) => severityOfAlerts(alerts));
  const counts = URGENT.map((severity) => ({ severity, count: severities.filter((one) => one === severity).length }));
  const urgent = counts.filter(({ count }) => count > 0).map(({ severity, count }) => `${count} ${severity}`);
  const incidents = countOf(groups.length, 'likely incident');
  const age = longest(groups, nowMs);
  return urgent.length > 0
    ? { state: 'critical', sentence: `Act now: ${incidents}, ${urgent.join(' and ')}${age}.` }
    : { state: 'warning', sentence: `${incidents}, none critical or high${age}.` };
}

function longest(groups: ReadonlyArray<Pick<AlertGroup, 'startedAtMs'>>, nowMs: number): string {
  const starts = groups.flatMap(({ startedAtMs }) => startedAtMs ?? []);
  if (starts.length === 0) {
    return '';
  }
  const duration = formatDuration(Math.max(0, nowMs - Math.min(...starts)));
  return groups.length === 1 ? `, for ${duration}` : `, the longest for ${duration}`;
}
