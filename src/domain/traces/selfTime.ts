import { type SpanNode, type TraceTree } from './tree';

/**
 * For each node the microseconds in which none of its blocking children was under way: its own work. What a child does
 * outside its parent's time is not taken off, and neither is what runs beside it without being waited for.
 */
export function selfTimes({ nodes }: TraceTree): Float64Array {
  const result = new Float64Array(nodes.length);
  for (const node of nodes) {
    let covered = 0;
    forEachCovered(node, nodes, (fromUs, toUs) => (covered += toUs - fromUs));
    result[node.index] = node.endUs - node.startUs - covered;
  }
  return result;
}

/** When a node itself worked, as pairs of times, in order; together they are its self time. */
export function selfIntervals({ nodes }: TraceTree, index: number): Array<[fromUs: number, toUs: number]> {
  const node = nodes[index] as SpanNode;
  const intervals: Array<[number, number]> = [];
  let reachedUs = node.startUs;
  forEachCovered(node, nodes, (fromUs, toUs) => {
    if (fromUs > reachedUs) {
      intervals.push([reachedUs, fromUs]);
    }
    reachedUs = toUs;
  });
  return reachedUs < node.endUs ? [...intervals, [reachedUs, node.endUs]] : intervals;
}

/** Children are in order of their start, so one pass joins what overlaps. */
function forEachCovered(
  { startUs, endUs, children }: SpanNode,
  nodes: readonly SpanNode[],
  covered: (fromUs: number, toUs: number) => void
) {
  let reachedUs = startUs;
  for (const index of children) {
    const child = nodes[index] as SpanNode;
    if (child.link === 'blocking') {
      const [from, to] = [Math.max(child.startUs, reachedUs), Math.min(child.endUs, endUs)];
      if (to > from) {
        covered(from, to);
        reachedUs = to;
      }
    }
  }
}
