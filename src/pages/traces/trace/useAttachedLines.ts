import { useMemo } from 'react';
import { type AttachedLine, attachLines } from '../../../domain/logs/attach';
import { type TraceAnalysis } from '../../../domain/traces/analysis';
import { type TraceLogs } from '../TraceLogs';

/** The lines of a trace on its spans, and by span. Empty while there are none. */
export interface AttachedLines {
  lines: readonly AttachedLine[];
  byNode: ReadonlyMap<number, readonly AttachedLine[]>;
}

/** Attaches the lines; once for all parts of the page that show them. */
export function useAttachedLines(logs: TraceLogs, { tree }: TraceAnalysis): AttachedLines {
  const { value } = logs.useState();
  return useMemo(() => {
    const lines = attachLines(tree, value?.lines ?? [], tree.traceId);
    const byNode = new Map<number, AttachedLine[]>();
    for (const line of lines) {
      if (line.node !== undefined) {
        const known = byNode.get(line.node);
        if (known) {
          known.push(line);
        } else {
          byNode.set(line.node, [line]);
        }
      }
    }
    return { lines, byNode };
  }, [tree, value]);
}
