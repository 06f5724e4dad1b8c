import { type SpanNode, type TraceTree } from './tree';

/** A service's part in a trace. */
export interface ServiceShare {
  serviceName: string;
  spanCount: number;
  errorCount: number;
  /** Time in which it worked itself, over all of its spans. */
  selfUs: number;
}

/** A trace in numbers. */
export interface TraceFacts {
  /** From the earliest start to the latest end of any span. */
  durationUs: number;
  spanCount: number;
  errorCount: number;
  /** Levels of the deepest tree; 1 for a single span. */
  depth: number;
  /** By their own time, the most first. */
  services: readonly ServiceShare[];
  /** `failed`: a root failed. `errors-inside`: some span did, and whoever called the trace did not see it. */
  status: 'ok' | 'errors-inside' | 'failed';
  /** The error that happened first and that no failing child explains: the likely cause. */
  firstError: number | undefined;
}

/** Counts of a trace. @param selfUs of each node, see `selfTimes`. */
export function traceFacts(tree: TraceTree, selfUs: Float64Array): TraceFacts {
  const services = new Map<string, ServiceShare>();
  let errorCount = 0;
  let depth = 0;
  for (const { index, span, isError, depth: level } of tree.nodes) {
    const share = services.get(span.serviceName) ?? {
      serviceName: span.serviceName,
      spanCount: 0,
      errorCount: 0,
      selfUs: 0,
    };
    share.spanCount += 1;
    share.errorCount += isError ? 1 : 0;
    share.selfUs += selfUs[index] as number;
    services.set(span.serviceName, share);
    errorCount += isError ? 1 : 0;
    depth = Math.max(depth, level + 1);
  }
  const failed = tree.roots.some((root) => tree.nodes[root]?.isError);
  return {
    durationUs: tree.durationUs,
    spanCount: tree.nodes.length,
    errorCount,
    depth,
    services: [...services.values()].sort((a, b) => b.selfUs - a.selfUs || (a.serviceName < b.serviceName ? -1 : 1)),
    status: failed ? 'failed' : errorCount > 0 ? 'errors-inside' : 'ok',
    firstError: firstError(tree),
  };
}

/** Errors pass upwards, so that the innermost one is nearer to the cause; of those the earliest to end came first. */
function firstError({ nodes }: TraceTree): number | undefined {
  let found: SpanNode | undefined;
  for (const node of nodes) {
    const isInnermost = node.isError && node.children.every((child) => !nodes[child]?.isError);
    if (isInnermost && (!found || node.endUs < found.endUs)) {
      found = node;
    }
  }
  return found?.index;
}
