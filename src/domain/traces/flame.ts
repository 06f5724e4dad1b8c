import { type Operation } from './operationIds';
import { type TraceTree } from './tree';

/** A box of a flame graph: all spans of one operation below the same operations. Places are shares of the width. */
export interface FlameBox extends Operation {
  depth: number;
  leftRatio: number;
  widthRatio: number;
  count: number;
  errorCount: number;
  /** Own work of the spans and of everything below them: what the box is as wide as. */
  workUs: number;
  selfUs: number;
  /** The longest of the spans. */
  longest: number;
}

interface Merged extends Omit<FlameBox, 'leftRatio' | 'widthRatio'> {
  longestUs: number;
  children: Map<number, Merged>;
}

/** Boxes narrower than this share of the width are left out, with what is on them. */
const NARROWEST_RATIO = 0.0005;

/**
 * The flame graph of a trace. Widths are of work, not of time that passed: what runs side by side adds up, waiting does
 * not count, and what a span only set off (a message) is as wide as it is long. O(n log n), without recursion.
 */
export function flameGraph(tree: TraceTree, selfUs: Float64Array): FlameBox[] {
  const roots = merge(tree, selfUs);
  const boxes: FlameBox[] = [];
  const stack: Array<{ item: Merged; leftRatio: number }> = [];
  const wholeUs = Math.max(
    [...roots.values()].reduce((sum, { workUs }) => sum + workUs, 0),
    1
  );
  const lay = (items: Iterable<Merged>, leftRatio: number) => {
    let left = leftRatio;
    for (const item of [...items].sort((a, b) => b.workUs - a.workUs)) {
      if (item.workUs / wholeUs >= NARROWEST_RATIO) {
        stack.push({ item, leftRatio: left });
      }
      left += item.workUs / wholeUs;
    }
  };
  lay(roots.values(), 0);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { children, longestUs: _, ...box } = next.item;
    boxes.push({ ...box, leftRatio: next.leftRatio, widthRatio: box.workUs / wholeUs });
    lay(children.values(), next.leftRatio);
  }
  return boxes.sort((a, b) => a.depth - b.depth || a.leftRatio - b.leftRatio);
}

/** Own work of each span and of all below it. Children come after their parents, so one pass backwards adds it up. */
function workBelow({ nodes }: TraceTree, selfUs: Float64Array): Float64Array {
  const workUs = Float64Array.from(selfUs);
  for (let index = nodes.length - 1; index >= 0; index--) {
    const parent = nodes[index]?.parent ?? -1;
    if (parent >= 0) {
      workUs[parent] = (workUs[parent] as number) + (workUs[index] as number);
    }
  }
  return workUs;
}

function merge(tree: TraceTree, selfUs: Float64Array): Map<number, Merged> {
  const workUs = workBelow(tree, selfUs);
  const roots = new Map<number, Merged>();
  const places: Merged[] = [];
  for (const { index, parent, operation, depth, isError, startUs, endUs } of tree.nodes) {
    const siblings = parent < 0 ? roots : (places[parent] as Merged).children;
    let place = siblings.get(operation);
    if (!place) {
      place = {
        ...(tree.operations[operation] as Operation),
        depth,
        count: 0,
        errorCount: 0,
        workUs: 0,
        selfUs: 0,
        longest: index,
        longestUs: -1,
        children: new Map(),
      };
      siblings.set(operation, place);
    }
    place.count += 1;
    place.errorCount += isError ? 1 : 0;
    place.workUs += workUs[index] as number;
    place.selfUs += selfUs[index] as number;
    if (endUs - startUs > place.longestUs) {
      place.longest = index;
      place.longestUs = endUs - startUs;
    }
    places.push(place);
  }
  return roots;
}
