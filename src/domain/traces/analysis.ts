import { type Bottleneck, bottlenecks, timeOnPaths } from './bottlenecks';
import { type CriticalPath, criticalPaths, hasAsyncWork, type PathEnd } from './criticalPath';
import { selfTimes } from './selfTime';
import { type TraceFacts, traceFacts } from './summary';
import { buildTree, type TraceTree } from './tree';
import { type Trace } from './types';

/** A trace with everything that is computed of it. */
export interface TraceAnalysis {
  tree: TraceTree;
  facts: TraceFacts;
  selfUs: Float64Array;
  /** True when a path until the last work differs from one until the response. */
  hasAsyncWork: boolean;
}

/** What a trace's critical paths say. */
export interface PathAnalysis {
  paths: readonly CriticalPath[];
  /** Own time of each node on them. */
  onPathUs: Float64Array;
  /** Of the longest path. */
  bottlenecks: readonly Bottleneck[];
}

/** Tree, own times and counts of a trace. */
export function analyseTrace({ traceId, spans }: Trace): TraceAnalysis {
  const tree = buildTree(traceId, spans);
  const selfUs = selfTimes(tree);
  return { tree, selfUs, facts: traceFacts(tree, selfUs), hasAsyncWork: hasAsyncWork(tree) };
}

/** Critical paths and the bottlenecks of the longest. */
export function analysePaths({ tree }: TraceAnalysis, until: PathEnd): PathAnalysis {
  const paths = criticalPaths(tree, until);
  const longest = paths.reduce<CriticalPath | undefined>(
    (best, path) => (best && best.durationUs >= path.durationUs ? best : path),
    undefined
  );
  return { paths, onPathUs: timeOnPaths(tree, paths), bottlenecks: longest ? bottlenecks(tree, longest) : [] };
}
