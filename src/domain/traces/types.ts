/** A tag of a span, of a process or of an event. int64 beyond JavaScript's safe range comes as a string. */
export interface KeyValue {
  key: string;
  type?: string | undefined;
  value: string | number | boolean;
}

/** Something that happened at a moment of a span (a log of the span, in Jaeger's words). */
export interface SpanEvent {
  timeMs: number;
  name: string;
  fields: readonly KeyValue[];
}

/** A link from a span to another one, possibly of another trace. */
export interface SpanReference {
  kind: 'child-of' | 'follows-from' | 'unknown';
  traceId: string;
  spanId: string;
}

/** One unit of work. Times are Unix milliseconds with a fraction for microseconds, durations milliseconds. */
export interface Span {
  traceId: string;
  spanId: string;
  /** The parent by the first child-of reference, whatever trace that is in; null for a root. */
  parentSpanId: string | null;
  operationName: string;
  /** Empty when the span was reported without its process. */
  serviceName: string;
  serviceTags: readonly KeyValue[];
  startTimeMs: number;
  durationMs: number;
  tags: readonly KeyValue[];
  events: readonly SpanEvent[];
  /** References other than the parent. */
  references: readonly SpanReference[];
  /** Remarks of the trace store, such as an adjusted clock. */
  warnings: readonly string[];
}

/** All spans that the store holds of one trace, in order of start time. */
export interface Trace {
  traceId: string;
  spans: readonly Span[];
}

/** A trace as a search lists it: its earliest span stands for it. */
export interface TraceSummary {
  traceId: string;
  /** Service and operation of the span that started first. */
  serviceName: string;
  operationName: string;
  startTimeMs: number;
  /** Duration of that span, which is not always the trace's. */
  durationMs: number;
}

/** Calls from one service to another. */
export interface DependencyEdge {
  source: string;
  target: string;
  callCount: number;
}

/** Which services call which. */
export interface DependencyGraph {
  services: readonly string[];
  edges: readonly DependencyEdge[];
}
