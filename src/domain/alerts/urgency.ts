import { type Alert } from './types';

const SEVERITY_ORDER = ['critical', 'error', 'warning', 'info'];

/** Position of a severity in the order of urgency; unknown words come after the known ones. */
export function severityRank(severity: string | undefined): number {
  const rank = SEVERITY_ORDER.indexOf(severity?.toLowerCase() ?? '');
  return rank < 0 ? SEVERITY_ORDER.length : rank;
}

/** Sorts what needs a person first to the top: firing before pending, severe before mild, and then the newest. */
export function byAlertUrgency(a: Alert, b: Alert): number {
  return (
    Number(b.state === 'firing') - Number(a.state === 'firing') ||
    severityRank(a.severity) - severityRank(b.severity) ||
    (b.activeAtMs ?? 0) - (a.activeAtMs ?? 0)
  );
}
