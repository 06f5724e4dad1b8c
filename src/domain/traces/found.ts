import { isErrorSpan } from './spanFacts';
import { buildTree } from './tree';
import { type Trace, type TraceSummary } from './types';

/** A trace in a list. What only its spans tell is absent when the search did not bring them. */
export interface FoundTrace {
  traceId: string;
  serviceName: string;
  operationName: string;
  startTimeMs: number;
  durationMs: number;
  spanCount?: number | undefined;
  errorCount?: number | undefined;
  /** Spans that name a parent which is not there. */
  orphanCount?: number | undefined;
  /** Names, in order of their first span. */
  services?: readonly string[] | undefined;
}

/** A trace with its spans, as a line of a list: named after its first root, as long as all of it. */
export function foundTrace({ traceId, spans }: Trace): FoundTrace {
  const tree = buildTree(traceId, spans);
  const { serviceName = '', operationName = '' } = tree.nodes[tree.roots[0] ?? -1]?.span ?? {};
  return {
    traceId,
    serviceName,
    operationName,
    startTimeMs: tree.startTimeMs,
    durationMs: tree.durationUs / 1000,
    spanCount: tree.nodes.length,
    errorCount: spans.filter(isErrorSpan).length,
    orphanCount: tree.remarks.orphans,
    services: [...new Set(spans.map((span) => span.serviceName))],
  };
}

/** The same of a search that brings no spans: the duration is the first span's. */
export function foundSummary(summary: TraceSummary): FoundTrace {
  return { ...summary };
}

/** `worst`: failed ones first, then the longest. */
export const TRACE_ORDERS = ['newest', 'worst'] as const;
export type TraceOrder = (typeof TRACE_ORDERS)[number];

/** The same traces in another order. */
export function orderTraces(traces: readonly FoundTrace[], order: TraceOrder): FoundTrace[] {
  const hasFailed = ({ errorCount = 0 }: FoundTrace) => Number(errorCount > 0);
  return [...traces].sort(
    (a, b) =>
      (order === 'worst' ? hasFailed(b) - hasFailed(a) || b.durationMs - a.durationMs : 0) ||
      b.startTimeMs - a.startTimeMs
  );
}

/** What found traces are together. */
export interface FoundFacts {
  failedCount: number;
  /** Traces of more than one service: the context is carried from service to service. */
  spanningCount: number;
  /** Traces in which a span's parent is missing: the context was lost on the way, or spans were. */
  brokenCount: number;
}

export function foundFacts(traces: readonly FoundTrace[]): FoundFacts {
  const count = (is: (trace: FoundTrace) => boolean) => traces.filter(is).length;
  return {
    failedCount: count(({ errorCount = 0 }) => errorCount > 0),
    spanningCount: count(({ services = [] }) => services.length > 1),
    brokenCount: count(({ orphanCount = 0 }) => orphanCount > 0),
  };
}

/** A part of the plane of time and duration. */
export interface Selection {
  fromMs: number;
  toMs: number;
  minMs: number;
  maxMs: number;
}

/** The traces that began and took as the selection says. */
export function selectTraces(traces: readonly FoundTrace[], selection: Selection | undefined): readonly FoundTrace[] {
  if (!selection) {
    return traces;
  }
  const { fromMs, toMs, minMs, maxMs } = selection;
  return traces.filter(
    ({ startTimeMs, durationMs }) =>
      startTimeMs >= fromMs && startTimeMs <= toMs && durationMs >= minMs && durationMs <= maxMs
  );
}

/** Shortest duration that a logarithmic axis can show. */
const SHORTEST_MS = 0.001;

/** A logarithmic axis of durations, from 0 at the shortest to 1 at the longest, with room at both ends. */
export function durationScale(traces: readonly FoundTrace[]): {
  ratioOf: (durationMs: number) => number;
  durationAt: (ratio: number) => number;
  ticksMs: number[];
} {
  const durations = traces.map(({ durationMs }) => Math.max(durationMs, SHORTEST_MS));
  const low = Math.floor(Math.log10(durations.reduce((a, b) => Math.min(a, b), durations[0] ?? 1)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(durations.reduce((a, b) => Math.max(a, b), durations[0] ?? 10))));
  return {
    ratioOf: (durationMs) => (Math.log10(Math.max(durationMs, SHORTEST_MS)) - low) / (high - low),
    durationAt: (ratio) => 10 ** (low + ratio * (high - low)),
    ticksMs: Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)),
  };
}
