import { type SpanNode, type TraceTree } from './tree';

/** A line of the waterfall: a span, or siblings of the same operation folded into one. */
export type WaterfallRow =
  | { kind: 'span'; node: number; depth: number; isCollapsed: boolean; isDimmed: boolean }
  | { kind: 'group'; id: string; members: readonly number[]; depth: number; isExpanded: boolean };

/** What is folded and what is looked for. */
export interface RowsChoice {
  /** Spans whose descendants are hidden. */
  collapsed: ReadonlySet<number>;
  /** Groups (see `groupId`) that are shown one by one. */
  expandedGroups: ReadonlySet<string>;
  /** For each node 1 when it is looked for; absent: everything is. Others are shown, dimmed, only above a match. */
  matches?: Uint8Array | undefined;
  /** From how many siblings of one operation on they are folded. */
  groupFrom: number;
}

export const GROUP_FROM = 10;

/** Names the group that a span belongs to when there are enough of its kind under its parent. */
export function groupId({ parent, operation }: Pick<SpanNode, 'parent' | 'operation'>): string {
  return `${parent}/${operation}`;
}

/** The lines to draw, depth first. O(n), without recursion. */
export function waterfallRows(tree: TraceTree, choice: RowsChoice): WaterfallRow[] {
  const shown = withAncestors(tree, choice.matches);
  const rows: WaterfallRow[] = [];
  const stack: Array<{ item: number | Group; depth: number }> = [];
  const pushAll = (siblings: readonly number[], depth: number) => {
    const visible = shown ? siblings.filter((index) => shown[index] === 1) : siblings;
    const items = fold(tree, visible, choice.groupFrom);
    for (let at = items.length - 1; at >= 0; at--) {
      stack.push({ item: items[at] as number | Group, depth });
    }
  };
  pushAll(tree.roots, 0);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { item, depth } = next;
    if (typeof item === 'number') {
      const { children } = tree.nodes[item] as SpanNode;
      const isCollapsed = children.length > 0 && choice.collapsed.has(item);
      rows.push({ kind: 'span', node: item, depth, isCollapsed, isDimmed: choice.matches?.[item] === 0 });
      if (!isCollapsed) {
        pushAll(children, depth + 1);
      }
    } else {
      const isExpanded = choice.expandedGroups.has(item.id);
      rows.push({ kind: 'group', ...item, depth, isExpanded });
      for (let at = isExpanded ? item.members.length - 1 : -1; at >= 0; at--) {
        stack.push({ item: item.members[at] as number, depth: depth + 1 });
      }
    }
  }
  return rows;
}

interface Group {
  id: string;
  members: readonly number[];
}

/** Folds siblings of one operation, at the place of the first one, when there are enough of them. */
function fold({ nodes }: TraceTree, siblings: readonly number[], groupFrom: number): Array<number | Group> {
  if (siblings.length < groupFrom) {
    return [...siblings];
  }
  const byOperation = new Map<number, number[]>();
  for (const index of siblings) {
    const { operation } = nodes[index] as SpanNode;
    const members = byOperation.get(operation);
    if (members) {
      members.push(index);
    } else {
      byOperation.set(operation, [index]);
    }
  }
  return [...byOperation.values()]
    .flatMap((members): Array<number | Group> =>
      members.length < groupFrom ? members : [{ id: groupId(nodes[members[0] as number] as SpanNode), members }]
    )
    .sort((a, b) => firstOf(a) - firstOf(b));
}

function firstOf(item: number | Group): number {
  return typeof item === 'number' ? item : (item.members[0] as number);
}

/** 1 for what matches and everything above it. */
function withAncestors({ nodes }: TraceTree, matches: Uint8Array | undefined): Uint8Array | undefined {
  if (!matches) {
    return undefined;
  }
  const shown = Uint8Array.from(matches);
  for (let index = nodes.length - 1; index >= 0; index--) {
    const { parent } = nodes[index] as SpanNode;
    if (parent >= 0 && shown[index] === 1) {
      shown[parent] = 1;
    }
  }
  return shown;
}
