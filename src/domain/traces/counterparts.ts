import { messageId } from './spanSummary';
import { type SpanNode, type TraceTree } from './tree';

/** The spans that handle the same message as this one: its producer, or its consumers. */
export function counterparts({ nodes }: TraceTree, node: SpanNode): SpanNode[] {
  const id = messageId(node.span);
  return id === undefined ? [] : nodes.filter((other) => other.index !== node.index && messageId(other.span) === id);
}
