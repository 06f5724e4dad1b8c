import { idKey } from '../traces/ids';
import { type SpanNode, type TraceTree } from '../traces/tree';
import { type LogLine } from './logLine';

/**
 * A line with its place in a trace. `exact`: it names the span. `inferred`: it names none, and the deepest span of its
 * service at that time is taken. `trace`: it belongs to the trace, and to no span that could be told.
 */
export interface AttachedLine {
  line: LogLine;
  basis: 'exact' | 'inferred' | 'trace';
  node?: number | undefined;
  /** Microseconds since the trace's start, wherever that is: lines may be before or after the trace. */
  offsetUs: number | null;
  isOutside: boolean;
  /** It carries no id of the trace, but a correlation id that the trace has. */
  byCorrelation: boolean;
}

const US_PER_MS = 1000;

/** Puts lines on the spans of a trace, in order of time; lines without a time come last. O(n log n). */
export function attachLines(tree: TraceTree, lines: readonly LogLine[], traceId: string): AttachedLine[] {
  const key = idKey(traceId);
  const byId = nodesById(tree);
  const ordered = [...lines].sort(byTime);
  const inferred = inferNodes(
    tree,
    ordered.filter((line) => exactNode(byId, line) === undefined)
  );
  return ordered.map((line) => {
    const exact = exactNode(byId, line);
    const node = exact ?? inferred.get(line.id);
    const offsetUs = line.timeMs === null ? null : Math.round((line.timeMs - tree.startTimeMs) * US_PER_MS);
    return {
      line,
      basis: exact !== undefined ? 'exact' : node !== undefined ? 'inferred' : 'trace',
      node,
      offsetUs,
      // Logs are written to the millisecond, and spans to the microsecond.
      isOutside: offsetUs !== null && (offsetUs < -US_PER_MS || offsetUs > tree.durationUs + US_PER_MS),
      byCorrelation: line.traceId === undefined || idKey(line.traceId) !== key,
    };
  });
}

/** Names of one service in traces and in logs: `nops_kernel` and `nops-kernel`. */
export function isSameService(a: string, b: string): boolean {
  return serviceKey(a) === serviceKey(b);
}

function serviceKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function byTime(a: LogLine, b: LogLine): number {
  if (a.timeMs === null || b.timeMs === null) {
    return Number(a.timeMs === null) - Number(b.timeMs === null);
  }
  return a.timeMs - b.timeMs || (a.id < b.id ? -1 : 1);
}

function nodesById({ nodes }: TraceTree): Map<string, SpanNode[]> {
  const byId = new Map<string, SpanNode[]>();
  for (const node of nodes) {
    const key = idKey(node.span.spanId);
    byId.set(key, [...(byId.get(key) ?? []), node]);
  }
  return byId;
}

function exactNode(byId: ReadonlyMap<string, readonly SpanNode[]>, { spanId, service }: LogLine): number | undefined {
  const named = spanId === undefined ? [] : (byId.get(spanId) ?? []);
  return (named.find(({ span }) => isSameService(span.serviceName, service)) ?? named[0])?.index;
}

/** One sweep over time for each service: spans enter at their start and are dropped when they are over. */
function inferNodes({ nodes, startTimeMs }: TraceTree, lines: readonly LogLine[]): Map<string, number> {
  const spansByService = new Map<string, SpanNode[]>();
  for (const node of nodes) {
    const key = serviceKey(node.span.serviceName);
    const known = spansByService.get(key);
    if (known) {
      known.push(node);
    } else {
      spansByService.set(key, [node]);
    }
  }
  const sweeps = new Map<string, Sweep>();
  const found = new Map<string, number>();
  for (const line of lines) {
    const key = serviceKey(line.service);
    const spans = spansByService.get(key);
    if (spans && key !== '' && line.timeMs !== null) {
      const sweep = sweeps.get(key) ?? new Sweep(spans);
      sweeps.set(key, sweep);
      const deepest = sweep.deepestAt(Math.round((line.timeMs - startTimeMs) * US_PER_MS));
      if (deepest) {
        found.set(line.id, deepest.index);
      }
    }
  }
  return found;
}

class Sweep {
  private readonly waiting: SpanNode[];
  private next = 0;
  private active: SpanNode[] = [];

  constructor(spans: readonly SpanNode[]) {
    this.waiting = [...spans].sort((a, b) => a.startUs - b.startUs);
  }

  /** The deepest span at a time; of several the one that began last. Times must not decrease from call to call. */
  deepestAt(timeUs: number): SpanNode | undefined {
    // A line's time may be cut to the millisecond, and so lie before the span in which it was written.
    while (this.next < this.waiting.length && (this.waiting[this.next] as SpanNode).startUs < timeUs + US_PER_MS) {
      this.active.push(this.waiting[this.next++] as SpanNode);
    }
    this.active = this.active.filter(({ endUs }) => endUs >= timeUs);
    return this.active.reduce<SpanNode | undefined>(
      (best, node) =>
        !best || node.depth > best.depth || (node.depth === best.depth && node.startUs > best.startUs) ? node : best,
      undefined
    );
  }
}
