/** What has to be generated before the servers can show a history without holes. */
export type HistoryPlan =
  | { kind: 'full'; reason: string }
  /** Everything since this moment, of metrics, logs and traces. */
  | { kind: 'gap'; sinceMs: number }
  | { kind: 'none' };

export interface HistoryFacts {
  nowMs: number;
  /** The user asked for a new start. */
  fresh: boolean;
  /** Last moment for which Prometheus holds samples; undefined when it holds none. */
  metricsEndMs: number | undefined;
  /** A full history was played to its end. */
  isComplete: boolean;
  /** Beyond this a new history is quicker than mending the old one. */
  longestGapMs?: number;
}

/** A stop and a start; the scrapes that are missing are no hole that anyone sees. */
const toleratedGapMs = 2 * 60_000;
const defaultLongestGapMs = 12 * 3_600_000;

export function planHistory(facts: HistoryFacts): HistoryPlan {
  if (facts.fresh) {
    return { kind: 'full', reason: 'a fresh start was asked for' };
  }
  if (facts.metricsEndMs === undefined || !facts.isComplete) {
    return { kind: 'full', reason: 'there is no data yet' };
  }
  const gapMs = facts.nowMs - facts.metricsEndMs;
  if (gapMs > (facts.longestGapMs ?? defaultLongestGapMs)) {
    return { kind: 'full', reason: `the last data is ${Math.round(gapMs / 3_600_000)} h old` };
  }
  return gapMs > toleratedGapMs ? { kind: 'gap', sinceMs: facts.metricsEndMs } : { kind: 'none' };
}
