import { type EffectiveTimes, effectiveTimes, isSegmentHead } from './effective';
import { PathWalk } from './pathWalk';
import { type SpanNode, type TraceTree } from './tree';

/**
 * A stretch of a critical path. `work`: the span itself was what everybody waited for. `wait`: nobody worked; the span
 * had been asked for and had not begun, as a message in a queue.
 */
export interface PathSection {
  kind: 'work' | 'wait';
  node: number;
  startUs: number;
  endUs: number;
}

/** What determined how long it took from a root until `until`. */
export interface CriticalPath {
  /** Index of the root. */
  root: number;
  /** In order of time, disjoint, without gaps. */
  sections: readonly PathSection[];
  durationUs: number;
}

/**
 * `last-work`: until the last of the work that a root set off was done, through messages and what else nobody waited
 * for. `response`: until the root itself was done, which is what its caller waited for.
 */
export type PathEnd = 'last-work' | 'response';

/**
 * The critical path of every root, in order of the roots. Walks back from the end: whichever child finished last was
 * waited for, before it whichever finished before that one began, and what no child accounts for is the span's own
 * (the rule of Uber's CRISP and of Jaeger). Choices where those are silent or odd:
 * - children back to back are both on the path: `end <= start`, not `<`;
 * - of children that end together the one that began first is on the path: it explains most;
 * - a sibling that overlaps the later one is not: the later one did not wait for it, so that time is the parent's;
 * - children that overflow their parent count up to its end (see `effectiveTimes`), and start 0 is a time like others;
 * - what follows from a span, consumes its message or begins after its end is no part of its wait. With `last-work` the
 *   path goes on through such spans, with the time in between as a wait; it ends with the work that ended last;
 * - spans whose parent is missing have a path of their own, like roots. Paths of several roots may overlap in time.
 * O(n log n), without recursion.
 */
export function criticalPaths(tree: TraceTree, until: PathEnd = 'last-work'): CriticalPath[] {
  const times = effectiveTimes(tree);
  const walk = new PathWalk(tree, times);
  const ends = until === 'response' ? tree.roots : lastHeads(tree);
  return tree.roots.map((root, order) => {
    const sections = pathTo(ends[order] as number, tree, times, walk);
    const durationUs = sections.reduce((sum, { startUs, endUs }) => sum + endUs - startUs, 0);
    return { root, sections, durationUs };
  });
}

/** True when some work went on that the roots did not wait for, so that the two ends of a path differ. */
export function hasAsyncWork({ nodes }: TraceTree): boolean {
  return nodes.some(({ link }) => link === 'async');
}

/** For each root the head of that asynchronous work below it, or itself, which ended last. */
function lastHeads({ nodes, roots }: TraceTree): number[] {
  return roots.map((root) => {
    let last = nodes[root] as SpanNode;
    for (let index = root + 1; index < (nodes[root] as SpanNode).endIndex; index++) {
      const node = nodes[index] as SpanNode;
      if (isSegmentHead(node) && node.endUs > last.endUs) {
        last = node;
      }
    }
    return last.index;
  });
}

function pathTo(head: number, { nodes }: TraceTree, times: EffectiveTimes, walk: PathWalk): PathSection[] {
  const sections: PathSection[] = [];
  let cutUs = times.endUs[head] as number;
  let from = head;
  for (let segment = head; ;) {
    cutUs = walk.back(from, segment, cutUs, sections);
    const waiting = segment;
    const parent = (nodes[segment] as SpanNode).parent;
    if (parent < 0) {
      return sections.reverse();
    }
    from = nearestThatCounts(parent, nodes, times);
    segment = headOf(from, nodes);
    const handedOverUs = times.endUs[from] as number;
    if (handedOverUs < cutUs) {
      sections.push({ kind: 'wait', node: waiting, startUs: handedOverUs, endUs: cutUs });
      cutUs = handedOverUs;
    }
  }
}

function nearestThatCounts(index: number, nodes: readonly SpanNode[], { counts }: EffectiveTimes): number {
  let at = index;
  while (counts[at] !== 1) {
    at = (nodes[at] as SpanNode).parent;
  }
  return at;
}

function headOf(index: number, nodes: readonly SpanNode[]): number {
  let at = index;
  while (!isSegmentHead(nodes[at] as SpanNode)) {
    at = (nodes[at] as SpanNode).parent;
  }
  return at;
}
