import { type PathSection } from './criticalPath';
import { type EffectiveTimes } from './effective';
import { type SpanNode, type TraceTree } from './tree';

interface Frame {
  node: number;
  /** Those that were waited for, the last to end first; a pointer moves over them once. */
  children: readonly number[];
  next: number;
  cutUs: number;
}

/** Walks critical paths back in time, with a stack of its own instead of recursion. */
export class PathWalk {
  constructor(
    private readonly tree: TraceTree,
    private readonly times: EffectiveTimes
  ) {}

  /**
   * From `cutUs` in the span `from` back to the start of `head`, the span above it that nobody waits for. Appends the
   * stretches, the latest first. @returns where the walk ended.
   */
  back(from: number, head: number, cutUs: number, sections: PathSection[]): number {
    const stack = this.framesBetween(head, from);
    let reachedUs = cutUs;
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      frame.cutUs = Math.min(frame.cutUs, reachedUs);
      const child = this.lastBefore(frame);
      const stopUs = child === undefined ? this.startOf(frame.node) : this.endOf(child);
      if (stopUs < frame.cutUs) {
        sections.push({ kind: 'work', node: frame.node, startUs: stopUs, endUs: frame.cutUs });
      }
      reachedUs = Math.min(stopUs, frame.cutUs);
      if (child === undefined) {
        stack.pop();
      } else {
        stack.push(this.frame(child));
      }
    }
    return reachedUs;
  }

  private framesBetween(head: number, from: number): Frame[] {
    const frames: Frame[] = [];
    for (let at = from; at !== head; at = (this.tree.nodes[at] as SpanNode).parent) {
      frames.push(this.frame(at));
    }
    return [...frames, this.frame(head)].reverse();
  }

  private frame(node: number): Frame {
    return { node, children: this.waitedFor(node), next: 0, cutUs: this.endOf(node) };
  }

  private waitedFor(node: number): number[] {
    const { nodes } = this.tree;
    const { children } = nodes[node] as SpanNode;
    return children
      .filter((child) => nodes[child]?.link === 'blocking' && this.times.counts[child] === 1)
      .sort((a, b) => this.endOf(b) - this.endOf(a) || this.startOf(a) - this.startOf(b) || a - b);
  }

  private lastBefore(frame: Frame): number | undefined {
    while (frame.next < frame.children.length) {
      const child = frame.children[frame.next++] as number;
      if (this.endOf(child) <= frame.cutUs) {
        return child;
      }
    }
    return undefined;
  }

  private startOf(node: number): number {
    return this.times.startUs[node] as number;
  }

  private endOf(node: number): number {
    return this.times.endUs[node] as number;
  }
}
