import { type Operation } from './operationIds';
import { type TraceTree } from './tree';

/** All spans of one operation. Durations are microseconds. */
export interface OperationStatistics extends Operation {
  count: number;
  errorCount: number;
  errorRatio: number;
  averageUs: number;
  p50Us: number;
  p95Us: number;
  p99Us: number;
  maxUs: number;
  /** Own time over all of its spans. */
  selfUs: number;
  /** Own time on the critical paths. */
  onPathUs: number;
  /** The longest span. */
  slowest: number;
}

/** Statistics of every operation of a trace, the largest p95 first (document 004). */
export function operationStatistics(
  tree: TraceTree,
  selfUs: Float64Array,
  onPathUs: Float64Array
): OperationStatistics[] {
  const groups: number[][] = tree.operations.map(() => []);
  for (const { index, operation } of tree.nodes) {
    groups[operation]?.push(index);
  }
  return groups
    .map((members, operation) => statisticsOf(tree, operation, members, selfUs, onPathUs))
    .sort((a, b) => b.p95Us - a.p95Us || b.selfUs - a.selfUs);
}

function statisticsOf(
  { nodes, operations }: TraceTree,
  operation: number,
  members: readonly number[],
  selfUs: Float64Array,
  onPathUs: Float64Array
): OperationStatistics {
  const durationOf = (index: number) => (nodes[index]?.endUs ?? 0) - (nodes[index]?.startUs ?? 0);
  const bySize = [...members].sort((a, b) => durationOf(a) - durationOf(b) || b - a);
  const durations = bySize.map(durationOf);
  const errorCount = members.filter((index) => nodes[index]?.isError).length;
  const slowest = bySize.at(-1) as number;
  const total = (values: Float64Array) => members.reduce((sum, index) => sum + (values[index] as number), 0);
  return {
    ...(operations[operation] as Operation),
    count: members.length,
    errorCount,
    errorRatio: errorCount / members.length,
    averageUs: durations.reduce((sum, value) => sum + value, 0) / members.length,
    p50Us: quantile(durations, 0.5),
    p95Us: quantile(durations, 0.95),
    p99Us: quantile(durations, 0.99),
    maxUs: durations.at(-1) as number,
    selfUs: total(selfUs),
    onPathUs: total(onPathUs),
    slowest,
  };
}

/**
 * A quantile of a sample as Python's `statistics.quantiles` takes it (the exclusive method: the sample is part of
 * something larger). Of one value it is that value; never beyond the smallest and the largest.
 * @param sorted in ascending order. @param ratio 0..1.
 * @returns NaN without values.
 */
export function quantile(sorted: readonly number[], ratio: number): number {
  if (sorted.length < 2) {
    return sorted[0] ?? NaN;
  }
  const position = ratio * (sorted.length + 1);
  const below = Math.min(Math.max(Math.floor(position), 1), sorted.length - 1);
  const share = Math.min(Math.max(position - below, 0), 1);
  const [low, high] = [sorted[below - 1] as number, sorted[below] as number];
  return low + (high - low) * share;
}
