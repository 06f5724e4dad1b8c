import { type Alert } from './types';

/** One condition of a silence, as Alertmanager keeps it. */
export interface SilenceMatcher {
  name: string;
  value: string;
  isRegex: boolean;
  isEqual: boolean;
}

/** Alerts that nobody is notified of for a while. */
export interface Silence {
  id: string;
  matchers: readonly SilenceMatcher[];
  startsAtMs: number | null;
  endsAtMs: number | null;
  createdBy: string;
  comment: string;
  /** Uid of the Alertmanager that keeps it; `grafana` for Grafana's own. */
  source: string;
}

/**
 * The silence that mutes an alert at this moment, if any. Matches as Alertmanager does: all matchers hold, regular
 * expressions are anchored, an absent label is an empty one.
 */
export function silenceOf(
  alert: Pick<Alert, 'name' | 'labels'>,
  silences: readonly Silence[],
  nowMs: number
): Silence | undefined {
  const labels = { ...alert.labels, alertname: alert.labels['alertname'] ?? alert.name };
  return silences.find(
    ({ matchers, startsAtMs, endsAtMs }) =>
      (startsAtMs ?? -Infinity) <= nowMs &&
      nowMs < (endsAtMs ?? Infinity) &&
      matchers.length > 0 &&
      matchers.every((matcher) => holds(matcher, labels))
  );
}

function holds({ name, value, isRegex, isEqual }: SilenceMatcher, labels: Readonly<Record<string, string>>): boolean {
  const actual = labels[name] ?? '';
  return (isRegex ? matchesWhole(value, actual) : actual === value) === isEqual;
}

/** RE2 and JavaScript agree on what people write here; what JavaScript cannot read matches nothing. */
function matchesWhole(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(text);
  } catch {
    return false;
  }
}
