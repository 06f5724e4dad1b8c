import { type SpanNode, type TraceTree } from './tree';

/** The part of each span in which somebody may have waited for it. */
export interface EffectiveTimes {
  startUs: Float64Array;
  endUs: Float64Array;
  /** 1 when the span can be on a critical path. */
  counts: Uint8Array;
}

/**
 * Cuts spans to the time of those that wait for them. A blocking child that overflows its parent counts up to the
 * parent's end, because nobody waited longer; one that lies outside of it does not count, and neither does what it
 * waited for. Spans that nobody waits for (roots, orphans, asynchronous ones) count as they are.
 */
export function effectiveTimes({ nodes }: TraceTree): EffectiveTimes {
  const startUs = new Float64Array(nodes.length);
  const endUs = new Float64Array(nodes.length);
  const counts = new Uint8Array(nodes.length);
  for (const node of nodes) {
    const { index, parent } = node;
    const isHead = isSegmentHead(node);
    const floor = isHead ? node.startUs : (startUs[parent] as number);
    const ceiling = isHead ? node.endUs : (endUs[parent] as number);
    const overlaps = node.startUs <= ceiling && node.endUs >= floor;
    counts[index] = isHead || (counts[parent] === 1 && overlaps) ? 1 : 0;
    startUs[index] = Math.max(node.startUs, floor);
    endUs[index] = Math.min(node.endUs, ceiling);
  }
  return { startUs, endUs, counts };
}

/** A span that nobody waits for: work begins here that has a critical path of its own. */
export function isSegmentHead({ link }: SpanNode): boolean {
  return link !== 'blocking';
}
