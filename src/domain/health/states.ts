/** Every state that something under watch can be in, the same words on every page. */
export type HealthState =
  'ok' | 'warning' | 'critical' | 'breached' | 'no-traffic' | 'no-data' | 'silent' | 'not-configured';

/** Worst first. What is unknown stands between trouble and health: it may be either. */
const ORDER: readonly HealthState[] = [
  'critical',
  'breached',
  'warning',
  'silent',
  'no-data',
  'not-configured',
  'no-traffic',
  'ok',
];

/** Position of a state in the order of urgency, 0 for the worst. */
export function urgencyOf(state: HealthState): number {
  return ORDER.indexOf(state);
}

/**
 * The worst of several states, and which part is to blame.
 * @returns `no-data` for nothing at all: an empty list proves no health.
 */
export function rollUp<T>(parts: ReadonlyArray<{ state: HealthState; part: T }>): { state: HealthState; part?: T } {
  const [worst] = [...parts].sort((a, b) => urgencyOf(a.state) - urgencyOf(b.state));
  return worst ?? { state: 'no-data' };
}

/** State of a value against thresholds; a value on a threshold is past it. */
export function stateOfValue(
  value: number | undefined,
  thresholds: { warning?: number | undefined; critical?: number | undefined },
  direction: 'lower-is-better' | 'higher-is-better' | 'neutral' = 'lower-is-better'
): HealthState {
  if (value === undefined || !Number.isFinite(value)) {
    return 'no-data';
  }
  if (direction === 'neutral') {
    return 'ok';
  }
  const past = (bound: number | undefined) =>
    bound !== undefined && (direction === 'higher-is-better' ? value < bound : value >= bound);
  if (past(thresholds.critical)) {
    return 'critical';
  }
  return past(thresholds.warning) ? 'warning' : 'ok';
}
