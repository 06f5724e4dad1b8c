import { type Alert } from './types';

/** Words of equal urgency, most urgent first: the same groups as the routes of the alert manager. */
const SEVERITY_ORDER = [
  ['critical', 'p0'],
  ['high', 'error', 'p1'],
  ['warning', 'medium', 'p2'],
  ['info', 'low', 'p3'],
];

const RANKS = new Map(SEVERITY_ORDER.flatMap((words, rank) => words.map((word) => [word, rank] as const)));

/** Position of a severity in the order of urgency; unknown words come after the known ones. */
export function severityRank(severity: string | undefined): number {
  return RANKS.get(severity?.toLowerCase() ?? '') ?? SEVERITY_ORDER.length;
}

/** Sorts what needs a person first to the top: firing before pending, severe before mild, and then the newest. */
export function byAlertUrgency(a: Alert, b: Alert): number {
  return (
    Number(b.state === 'firing') - Number(a.state === 'firing') ||
    severityRank(a.severity) - severityRank(b.severity) ||
    (b.activeAtMs ?? 0) - (a.activeAtMs ?? 0)
  );
}
