interface DirectedEdge {
  source: string;
  target: string;
}

/**
 * Sorts nodes into layers: whoever is called stands right of the callers. Edges that would close a circle do not push
 * their target any further, so the walk ends for every graph.
 */
export function layerNodes(nodes: string[], edges: DirectedEdge[]): string[][] {
  const callees = new Map<string, string[]>();
  for (const { source, target } of edges) {
    callees.set(source, [...(callees.get(source) ?? []), target]);
  }
  const called = new Set(edges.filter(({ source, target }) => source !== target).map(({ target }) => target));
  const roots = nodes.filter((node) => !called.has(node));
  const depths = new Map<string, number>();
  const visit = (node: string, depth: number, path: ReadonlySet<string>): void => {
    if (path.has(node) || (depths.get(node) ?? -1) >= depth) {
      return;
    }
    depths.set(node, depth);
    const further = new Set([...path, node]);
    callees.get(node)?.forEach((callee) => visit(callee, depth + 1, further));
  };
  [...roots, ...nodes].forEach((node) => {
    if (!depths.has(node)) {
      visit(node, 0, new Set());
    }
  });
  const layers: string[][] = [];
  for (const node of nodes) {
    (layers[depths.get(node) ?? 0] ??= []).push(node);
  }
  return layers.filter((layer) => layer !== undefined);
}
