/** What a panel has to tell its reader when it cannot show what it is for. */
export type PanelCondition =
  | { kind: 'loading' }
  | { kind: 'shown' }
  /** Some of the queries failed; what came is shown. */
  | { kind: 'partial'; message: string }
  | { kind: 'failed'; reason: FailureReason; message: string }
  /** The metric is there, and nothing happened in the time range. */
  | { kind: 'no-traffic' }
  /** The metric exists at some time, but not in the time range. */
  | { kind: 'no-data' }
  /** These metrics are unknown to the data source. */
  | { kind: 'not-configured'; missingMetrics: readonly string[] };

export type FailureReason =
  'no-permission' | 'not-found' | 'down' | 'timeout' | 'bad-query' | 'not-configured' | 'unexpected';

export interface PanelFacts {
  loading: boolean;
  /** A value to draw arrived. */
  hasValues: boolean;
  errors: ReadonlyArray<{ kind: string; message: string }>;
  /** Metrics that the panel reads and the data source does not know; `undefined` while that is not known. */
  missingMetrics?: readonly string[] | undefined;
  /** The panel counts events, so that nothing to show means that nothing happened. */
  countsEvents: boolean;
}

const REASONS: readonly FailureReason[] = [
  'no-permission',
  'not-found',
  'down',
  'timeout',
  'bad-query',
  'not-configured',
];

/** Decides what a panel says, from what is known about its queries. */
export function panelCondition(facts: PanelFacts): PanelCondition {
  const [first] = facts.errors;
  if (facts.hasValues) {
    return first ? { kind: 'partial', message: first.message } : { kind: 'shown' };
  }
  // While a retry is under way the old failure is still the best that is known.
  if (first) {
    const reason = REASONS.find((kind) => kind === first.kind) ?? 'unexpected';
    return { kind: 'failed', reason, message: first.message };
  }
  if (facts.loading || facts.missingMetrics === undefined) {
    return { kind: 'loading' };
  }
  if (facts.missingMetrics.length > 0) {
    return { kind: 'not-configured', missingMetrics: facts.missingMetrics };
  }
  return { kind: facts.countsEvents ? 'no-traffic' : 'no-data' };
}
