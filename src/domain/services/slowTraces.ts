import { type Span, type Trace, type TraceSummary } from '../traces/types';

/** A trace in a list of slow ones. */
export interface SlowTrace {
  traceId: string;
  startTimeMs: number;
  /** The longest span of what was searched for. */
  spanMs: number;
  /** From the first start to the last end; absent when the spans could not be read. */
  traceMs?: number | undefined;
  spanCount?: number | undefined;
  /** Failed spans of the whole trace. */
  errorCount?: number | undefined;
  /** What the trace begins with. */
  root: string;
}

/** Traces with the longest span of a service (and an operation) first. */
export function slowTraces(
  traces: readonly Trace[],
  { service, operation }: { service: string; operation?: string | undefined }
): SlowTrace[] {
  return traces.flatMap((trace) => summaryOf(trace, service, operation)).sort((a, b) => b.spanMs - a.spanMs);
}

/** The same from a search that only names the first span of each trace. */
export function slowSummaries(summaries: readonly TraceSummary[]): SlowTrace[] {
  return summaries
    .map(({ traceId, startTimeMs, durationMs, serviceName, operationName }) => ({
      traceId,
      startTimeMs,
      spanMs: durationMs,
      root: rootName(serviceName, operationName),
    }))
    .sort((a, b) => b.spanMs - a.spanMs);
}

function summaryOf({ traceId, spans }: Trace, service: string, operation: string | undefined): SlowTrace[] {
  const [first] = spans;
  if (!first) {
    return [];
  }
  let [spanMs, endMs, errorCount] = [0, 0, 0];
  for (const span of spans) {
    if (span.serviceName === service && (operation === undefined || span.operationName === operation)) {
      spanMs = Math.max(spanMs, span.durationMs);
    }
    endMs = Math.max(endMs, span.startTimeMs + span.durationMs);
    errorCount += Number(isFailed(span));
  }
  const root = spans.find(({ parentSpanId }) => parentSpanId === null) ?? first;
  return [
    {
      traceId,
      startTimeMs: first.startTimeMs,
      spanMs,
      traceMs: endMs - first.startTimeMs,
      spanCount: spans.length,
      errorCount,
      root: rootName(root.serviceName, root.operationName),
    },
  ];
}

/** By the tags that Jaeger's and OpenTelemetry's libraries set. */
function isFailed({ tags }: Span): boolean {
  return tags.some(
    ({ key, value }) =>
      (key === 'error' && (value === true || value === 'true')) ||
      ((key === 'otel.status_code' || key === 'status.code') && String(value).toUpperCase() === 'ERROR')
  );
}

const rootName = (service: string, operation: string) => [service, operation].filter(Boolean).join(': ');
