import { type SpanNode, type TraceTree } from './tree';

/** A stripe of the overview: spans that lie next to each other, drawn as one. */
export interface MinimapBar {
  startUs: number;
  endUs: number;
  serviceName: string;
  isError: boolean;
}

/** The trace in at most so many stripes, in the order of the waterfall; each has the service of its longest span. */
export function minimapBars({ nodes }: TraceTree, maxBars: number): MinimapBar[] {
  const perBar = Math.max(1, Math.ceil(nodes.length / Math.max(1, maxBars)));
  const bars: MinimapBar[] = [];
  for (let from = 0; from < nodes.length; from += perBar) {
    bars.push(barOf(nodes, from, Math.min(from + perBar, nodes.length)));
  }
  return bars;
}

function barOf(nodes: readonly SpanNode[], from: number, to: number): MinimapBar {
  let longest = nodes[from] as SpanNode;
  let { startUs, endUs } = longest;
  let isError = false;
  for (let index = from; index < to; index++) {
    const node = nodes[index] as SpanNode;
    longest = node.endUs - node.startUs > longest.endUs - longest.startUs ? node : longest;
    startUs = Math.min(startUs, node.startUs);
    endUs = Math.max(endUs, node.endUs);
    isError ||= node.isError;
  }
  return { startUs, endUs, serviceName: longest.span.serviceName, isError };
}
