import { idKey } from './ids';
import { type Operation, OperationIds } from './operationIds';
import { breakCycles, chooseParents } from './parents';
import { isErrorSpan } from './spanFacts';
import { inOrder } from './spanOrder';
import { type Span } from './types';

/**
 * How a span hangs on its parent. `blocking`: the parent may have waited for it. `async`: it may not: the span only
 * follows from it, consumes what it produced, or began when it was over. `orphan`: it names a parent that is not here.
 */
export type SpanLink = 'root' | 'orphan' | 'blocking' | 'async';

/** A span with its place. All times are whole microseconds, which is Jaeger's resolution, since the trace's start. */
export interface SpanNode {
  /** Position depth first: a span's descendants are the nodes from `index + 1` up to `endIndex`. */
  index: number;
  endIndex: number;
  span: Span;
  /** Place in the tree's `operations`. */
  operation: number;
  /** -1: none. */
  parent: number;
  /** By start time. */
  children: readonly number[];
  depth: number;
  link: SpanLink;
  isError: boolean;
  startUs: number;
  endUs: number;
}

/** What was odd about the spans of a trace. */
export interface TreeRemarks {
  /** Spans that name a parent that is missing, or in another trace. */
  orphans: number;
  /** Copies of a span that were left out. */
  droppedCopies: number;
  /** Circles of parents that were cut. */
  cutCycles: number;
  /** Spans that begin before their parent: clocks that differ. */
  earlyStarts: number;
  /** The most by which one does, microseconds. */
  largestSkewUs: number;
}

/** The spans of a trace as trees, one after the other. */
export interface TraceTree {
  traceId: string;
  /** Depth first, siblings by start time. */
  nodes: readonly SpanNode[];
  /** Indices of the spans without a parent here, by start time. */
  roots: readonly number[];
  operations: readonly Operation[];
  /** Unix milliseconds of the earliest start, which all `…Us` count from. */
  startTimeMs: number;
  /** From the earliest start to the latest end. */
  durationUs: number;
  remarks: TreeRemarks;
}

const US_PER_MS = 1000;

/**
 * Puts spans in trees, whatever their order and however broken their references are. A parent is the one of the first
 * child-of reference, else of another reference in the trace. O(n log n), without recursion.
 */
export function buildTree(traceId: string, given: readonly Span[]): TraceTree {
  const { spans, droppedCopies } = inOrder(given);
  const { parents, links } = chooseParents(spans);
  const cutCycles = breakCycles(parents, links);
  const startTimeMs = spans[0]?.startTimeMs ?? 0;
  const { order, children, roots } = depthFirst(parents);
  const place = new Int32Array(spans.length);
  order.forEach((original, index) => (place[original] = index));
  const remarks: TreeRemarks = { orphans: 0, droppedCopies, cutCycles, earlyStarts: 0, largestSkewUs: 0 };
  const nodes: SpanNode[] = [];
  const ids = new OperationIds();
  let endUs = 0;
  for (const [index, original] of order.entries()) {
    const span = spans[original] as Span;
    const parentOriginal = parents[original] as number;
    const parent = parentOriginal < 0 ? undefined : nodes[place[parentOriginal] as number];
    const node = nodeOf(span, ids.of(span), index, parent, startTimeMs);
    node.link = linkOf(links[original] as SpanLink, node, parent);
    node.children = (children[original] as number[]).map((child) => place[child] as number);
    nodes.push(node);
    remark(remarks, node, parent);
    endUs = Math.max(endUs, node.endUs);
  }
  closeSubtrees(nodes);
  return {
    traceId,
    nodes,
    roots: roots.map((root) => place[root] as number),
    operations: ids.operations,
    startTimeMs,
    durationUs: endUs,
    remarks,
  };
}

/** The innermost spans that hold a node, from the root down to it. */
export function ancestors({ nodes }: TraceTree, index: number): number[] {
  const path: number[] = [];
  for (let at = nodes[index]?.parent ?? -1; at >= 0; at = (nodes[at] as SpanNode).parent) {
    path.push(at);
  }
  return path.reverse();
}

/** The node of a span id in any written form; undefined when the trace has none. */
export function findSpan({ nodes }: TraceTree, spanId: string): SpanNode | undefined {
  const key = idKey(spanId);
  return nodes.find(({ span }) => idKey(span.spanId) === key);
}

function nodeOf(
  span: Span,
  operation: number,
  index: number,
  parent: SpanNode | undefined,
  startTimeMs: number
): SpanNode {
  const startUs = Math.round(span.startTimeMs * US_PER_MS) - Math.round(startTimeMs * US_PER_MS);
  return {
    index,
    endIndex: index + 1,
    span,
    operation,
    parent: parent?.index ?? -1,
    children: [],
    depth: parent ? parent.depth + 1 : 0,
    link: 'root',
    isError: isErrorSpan(span),
    startUs,
    endUs: startUs + Math.round(span.durationMs * US_PER_MS),
  };
}

function linkOf(link: SpanLink, node: SpanNode, parent: SpanNode | undefined): SpanLink {
  if (link !== 'blocking' || !parent) {
    return link;
  }
  const isLater = node.startUs > parent.endUs || (node.startUs === parent.endUs && node.endUs > node.startUs);
  return isLater ? 'async' : 'blocking';
}

function remark(remarks: TreeRemarks, { link, startUs }: SpanNode, parent: SpanNode | undefined) {
  remarks.orphans += link === 'orphan' ? 1 : 0;
  if (parent && startUs < parent.startUs) {
    remarks.earlyStarts += 1;
    remarks.largestSkewUs = Math.max(remarks.largestSkewUs, parent.startUs - startUs);
  }
}

function closeSubtrees(nodes: SpanNode[]) {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const { parent, endIndex } = nodes[index] as SpanNode;
    const above = nodes[parent];
    if (above) {
      above.endIndex = Math.max(above.endIndex, endIndex);
    }
  }
}

function depthFirst(parents: Int32Array): { order: number[]; children: number[][]; roots: number[] } {
  const children: number[][] = Array.from({ length: parents.length }, () => []);
  const roots: number[] = [];
  parents.forEach((parent, index) => (parent < 0 ? roots : (children[parent] as number[])).push(index));
  const order: number[] = [];
  const stack = [...roots].reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    order.push(next);
    const own = children[next] as number[];
    for (let at = own.length - 1; at >= 0; at--) {
      stack.push(own[at] as number);
    }
  }
  return { order, children, roots };
}
