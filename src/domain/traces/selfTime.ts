import { type SpanNode, type TraceTree } from './tree';

/**
 * For each node the microseconds in which none of its blocking children was under way: its own work. What a child does
 * outside its parent's time is not taken off, and neither is what runs beside it without being waited for.
 */
export function selfTimes({ nodes }: TraceTree): Float64Array {
  const result = new Float64Array(nodes.length);
  for (const node of nodes) {
    result[node.index] = node.endUs - node.startUs - coveredUs(node, nodes);
  }
  return result;
}

/** Children are in order of their start, so one pass joins what overlaps. */
function coveredUs({ startUs, endUs, children }: SpanNode, nodes: readonly SpanNode[]): number {
  let covered = 0;
  let reachedUs = startUs;
  for (const index of children) {
    const child = nodes[index] as SpanNode;
    if (child.link === 'blocking') {
      const [from, to] = [Math.max(child.startUs, reachedUs), Math.min(child.endUs, endUs)];
      covered += Math.max(0, to - from);
      reachedUs = Math.max(reachedUs, to);
    }
  }
  return covered;
}
