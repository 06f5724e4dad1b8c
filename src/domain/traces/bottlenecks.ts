import { type CriticalPath, type PathSection } from './criticalPath';
import { type Operation } from './operationIds';
import { type SpanNode, type TraceTree } from './tree';

/** Share of the critical path from which on something is a bottleneck (document 004: more than 20 %). */
export const BOTTLENECK_RATIO = 0.2;

/** An operation, or the wait for one, that takes much of a critical path. */
export interface Bottleneck extends Operation {
  kind: PathSection['kind'];
  /** Its own time on the path, over all of its spans there. */
  onPathUs: number;
  /** Of the path's duration, 0..1. */
  shareRatio: number;
  /** Its spans on the path, the one with the most time first. */
  nodes: readonly number[];
}

/**
 * What takes more than a share of a critical path by its own time there, the largest first. Time is added up by
 * operation: a hundred short queries one after the other are one bottleneck.
 */
export function bottlenecks(tree: TraceTree, path: CriticalPath, aboveRatio = BOTTLENECK_RATIO): Bottleneck[] {
  const places: Record<PathSection['kind'], Map<number, Place>> = { work: new Map(), wait: new Map() };
  for (const { kind, node, startUs, endUs } of path.sections) {
    const { operation } = tree.nodes[node] as SpanNode;
    let place = places[kind].get(operation);
    if (!place) {
      place = { kind, operation, onPathUs: 0, byNode: new Map() };
      places[kind].set(operation, place);
    }
    place.onPathUs += endUs - startUs;
    place.byNode.set(node, (place.byNode.get(node) ?? 0) + endUs - startUs);
  }
  return [...places.work.values(), ...places.wait.values()]
    .filter(({ onPathUs }) => onPathUs > path.durationUs * aboveRatio)
    .sort((a, b) => b.onPathUs - a.onPathUs)
    .map(({ kind, operation, onPathUs, byNode }) => ({
      kind,
      ...(tree.operations[operation] as Operation),
      onPathUs,
      shareRatio: onPathUs / path.durationUs,
      nodes: [...byNode].sort(([a, aUs], [b, bUs]) => bUs - aUs || a - b).map(([node]) => node),
    }));
}

interface Place {
  kind: PathSection['kind'];
  operation: number;
  onPathUs: number;
  byNode: Map<number, number>;
}

/** Each node's own time on critical paths, microseconds; waits are nobody's. */
export function timeOnPaths({ nodes }: TraceTree, paths: readonly CriticalPath[]): Float64Array {
  const result = new Float64Array(nodes.length);
  for (const { sections } of paths) {
    for (const { kind, node, startUs, endUs } of sections) {
      result[node] = (result[node] as number) + (kind === 'work' ? endUs - startUs : 0);
    }
  }
  return result;
}
