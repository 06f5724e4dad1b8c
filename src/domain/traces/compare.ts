import { type Operation, OperationIds } from './operationIds';
import { type TraceTree } from './tree';

/** What one trace did at one place of the structure. */
export interface PlaceTotals {
  count: number;
  errorCount: number;
  /** Over all spans there, microseconds. */
  totalUs: number;
  selfUs: number;
  /** The first span there. */
  first: number;
}

/** A place in the structure: an operation below the operations that led to it. */
export interface ComparedPlace {
  serviceName: string;
  operationName: string;
  depth: number;
  /** Undefined: the trace has nothing there. */
  a: PlaceTotals | undefined;
  b: PlaceTotals | undefined;
}

interface Place {
  serviceName: string;
  operationName: string;
  depth: number;
  children: Map<number, Place>;
  a: PlaceTotals | undefined;
  b: PlaceTotals | undefined;
}

/** A trace with the own time of its spans. */
export interface TimedTree {
  tree: TraceTree;
  selfUs: Float64Array;
}

/**
 * Lays two traces over each other. Spans meet when their operation and all operations above them are the same, however
 * often they occur: what is only in one, what both do, and how much longer one takes. Depth first, in the order in
 * which the first trace (then the second) did things. O(n).
 */
export function compareTraces(a: TimedTree, b: TimedTree): ComparedPlace[] {
  const root: Place = {
    serviceName: '',
    operationName: '',
    depth: -1,
    children: new Map(),
    a: undefined,
    b: undefined,
  };
  const ids = new OperationIds();
  lay(root, a, 'a', ids);
  lay(root, b, 'b', ids);
  const result: ComparedPlace[] = [];
  const stack = [...root.children.values()].reverse();
  for (let place = stack.pop(); place; place = stack.pop()) {
    const { serviceName, operationName, depth } = place;
    result.push({ serviceName, operationName, depth, a: place.a, b: place.b });
    stack.push(...[...place.children.values()].reverse());
  }
  return result;
}

function lay(root: Place, { tree, selfUs }: TimedTree, side: 'a' | 'b', ids: OperationIds) {
  const places: Place[] = [];
  for (const { index, parent, operation, isError, startUs, endUs } of tree.nodes) {
    const above = parent < 0 ? root : (places[parent] as Place);
    const named = tree.operations[operation] as Operation;
    const place = childOf(above, ids.named(named), named);
    places.push(place);
    const totals = (place[side] ??= { count: 0, errorCount: 0, totalUs: 0, selfUs: 0, first: index });
    totals.count += 1;
    totals.errorCount += isError ? 1 : 0;
    totals.totalUs += endUs - startUs;
    totals.selfUs += selfUs[index] as number;
  }
}

function childOf(above: Place, key: number, { serviceName, operationName }: Operation): Place {
  const known = above.children.get(key);
  if (known) {
    return known;
  }
  const place: Place = {
    serviceName,
    operationName,
    depth: above.depth + 1,
    children: new Map(),
    a: undefined,
    b: undefined,
  };
  above.children.set(key, place);
  return place;
}
