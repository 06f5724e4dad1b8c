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

type Labelled = Pick<Alert, 'name' | 'labels'>;
type Labels = Readonly<Record<string, string>>;

/**
 * Finds the silence that mutes an alert at a moment, if any. Matches as Alertmanager does: all matchers hold, regular
 * expressions are anchored, an absent label is an empty one. Matchers are read once, for thousands of alerts.
 */
export function silencer(silences: readonly Silence[], nowMs: number): (alert: Labelled) => Silence | undefined {
  const active = silences
    .filter(
      ({ matchers, startsAtMs, endsAtMs }) =>
        (startsAtMs ?? -Infinity) <= nowMs && nowMs < (endsAtMs ?? Infinity) && matchers.length > 0
    )
    .map((silence) => ({ silence, tests: silence.matchers.map(testOf) }));
  return ({ name, labels }) => {
    const named = 'alertname' in labels ? labels : { ...labels, alertname: name };
    return active.find(({ tests }) => tests.every((holds) => holds(named)))?.silence;
  };
}

function testOf({ name, value, isRegex, isEqual }: SilenceMatcher): (labels: Labels) => boolean {
  const matches = isRegex ? wholeMatch(value) : (actual: string) => actual === value;
  return (labels) => matches(labels[name] ?? '') === isEqual;
}

/** RE2 and JavaScript agree on what people write here; what JavaScript cannot read matches nothing. */
function wholeMatch(pattern: string): (text: string) => boolean {
  try {
    const expression = new RegExp(`^(?:${pattern})$`, 's');
    return (text) => expression.test(text);
  } catch {
    return () => false;
  }
}
