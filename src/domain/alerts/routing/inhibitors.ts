import { matchesAll } from './resolve';
import { type Inhibition } from './types';

interface Labelled {
  labels: Readonly<Record<string, string>>;
}

/**
 * The firing alerts because of which nobody is notified of `alert`, as Alertmanager decides it: one matches a rule's
 * source, this one its target, and both agree in the labels that have to be equal (absent ones are empty). An alert that
 * matches both sides cannot silence its like.
 */
export function inhibitorsOf<T extends Labelled>(
  alert: Labelled,
  firing: readonly T[],
  inhibitions: readonly Inhibition[]
): T[] {
  const rules = inhibitions.filter(({ target }) => matchesAll(target, alert.labels));
  return firing.filter((other) =>
    rules.some(
      ({ source, target, equal }) =>
        matchesAll(source, other.labels) &&
        !(matchesAll(source, alert.labels) && matchesAll(target, other.labels)) &&
        equal.every((label) => (other.labels[label] ?? '') === (alert.labels[label] ?? ''))
    )
  );
}
