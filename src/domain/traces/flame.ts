import { type Operation } from './operationIds';
import { type TraceTree } from './tree';

/** A box of a flame graph: all spans of one operation below the same operations. Places are shares of the width. */
export interface FlameBox extends Operation {
  depth: number;
  leftRatio: number;
  widthRatio: number;
  count: number;
  errorCount: number;
  totalUs: number;
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
 * The flame graph of a trace. A box is as wide as the time of its spans; what runs side by side adds up to more than
 * their parent's time, and then shares the parent's width. O(n log n), without recursion.
 */
export function flameGraph(tree: TraceTree, selfUs: Float64Array): FlameBox[] {
  const roots = merge(tree, selfUs);
  const boxes: FlameBox[] = [];
  const stack: Array<{ item: Merged; leftRatio: number; widthRatio: number }> = [];
  const lay = (items: Iterable<Merged>, withinUs: number, leftRatio: number, widthRatio: number) => {
    const sorted = [...items].sort((a, b) => b.totalUs - a.totalUs);
    const scaleUs = Math.max(
      withinUs,
      sorted.reduce((sum, { totalUs }) => sum + totalUs, 0),
      1
    );
    let left = leftRatio;
    for (const item of sorted) {
      const width = (item.totalUs / scaleUs) * widthRatio;
      if (width >= NARROWEST_RATIO) {
        stack.push({ item, leftRatio: left, widthRatio: width });
      }
      left += width;
    }
  };
  lay(roots.values(), 0, 0, 1);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { item, leftRatio, widthRatio } = next;
    const { children, longestUs: _, ...box } = item;
    boxes.push({ ...box, leftRatio, widthRatio });
    lay(children.values(), item.totalUs, leftRatio, widthRatio);
  }
  return boxes.sort((a, b) => a.depth - b.depth || a.leftRatio - b.leftRatio);
}

function merge({ nodes, operations }: TraceTree, selfUs: Float64Array): Map<number, Merged> {
  const roots = new Map<number, Merged>();
  const places: Merged[] = [];
  for (const { index, parent, operation, depth, isError, startUs, endUs } of nodes) {
    const siblings = parent < 0 ? roots : (places[parent] as Merged).children;
    let place = siblings.get(operation);
    if (!place) {
      place = {
        ...(operations[operation] as Operation),
        depth,
        count: 0,
        errorCount: 0,
        totalUs: 0,
        selfUs: 0,
        longest: index,
        longestUs: -1,
        children: new Map(),
      };
      siblings.set(operation, place);
    }
    place.count += 1;
    place.errorCount += isError ? 1 : 0;
    place.totalUs += endUs - startUs;
    place.selfUs += selfUs[index] as number;
    if (endUs - startUs > place.longestUs) {
      place.longest = index;
      place.longestUs = endUs - startUs;
    }
    places.push(place);
  }
  return roots;
}
