import type { TimeMs, Labels, Attributes, JsonObject, World, Of, Latency } from './world';

export type SpanKind = 'server' | 'client' | 'internal' | 'producer' | 'consumer';

/**
 * One operation of one service: the single source of truth for its metrics, its spans and its span metrics.
 * The engine derives `traces_span_metrics_*` from it.
 */
export interface OperationModel {
  service: string;
  /** Span name. Low cardinality: `POST /api/v1/execute`, not a URL with an id. */
  name: string;
  kind: SpanKind;
  ratePerSecond: Of<number>;
  /** Share of failed calls in [0, 1]. */
  errorRatio: Of<number>;
  latencyMs: Of<Latency>;
}

export interface Outcome {
  durationMs: number;
  failed: boolean;
}

/** Seeded randomness for one sampled request. */
export interface Draw {
  readonly tMs: TimeMs;
  readonly world: World;
  /** 32 hex digits; the trace that the engine will write. */
  readonly traceId: string;
  /** Uniform in [0, 1). */
  random(): number;
  chance(probability: number): boolean;
  between(low: number, high: number): number;
  int(low: number, highInclusive: number): number;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight; weights need not sum to 1. */
  weighted<T>(items: ReadonlyArray<readonly [item: T, weight: number]>): T;
  latency(latency: Latency): number;
  /** Duration and failure of one call, from the functions that its metrics use, at this request's time. */
  operation(operation: OperationModel): Outcome;
  /** Lower-case hex digits for ids of any sort. */
  hex(digits: number): string;
  uuid(): string;
}

export interface ExceptionSpec {
  type: string;
  message: string;
  stacktrace: string;
}
export interface SpanEventSpec {
  name: string;
  /** From the start of its span. */
  offsetMs: number;
  attributes?: Attributes;
}
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** A log line before its schema gives it field names. */
export interface LogSpec {
  /** Id of one of the system's log schemas. */
  schema: string;
  service: string;
  level: LogLevel;
  /** A level of the schema's own, e.g. `AUDIT`; `level` says how grave it is. */
  levelName?: string;
  message: string;
  /** Schema-specific fields, already under their final names. */
  fields?: JsonObject;
  /** From the start of its span (or of the stream's moment). Default 0. */
  offsetMs?: number;
}
export interface SpanSpec {
  service: string;
  name: string;
  kind: SpanKind;
  /** From the start of the PARENT span; for the root from the request's time. */
  offsetMs: number;
  durationMs: number;
  attributes?: Attributes;
  events?: SpanEventSpec[];
  /** Default `unset`. */
  status?: 'unset' | 'ok' | 'error';
  statusMessage?: string;
  /** Adds the standard exception event at the end of the span and sets the status to error. */
  exception?: ExceptionSpec;
  children?: SpanSpec[];
  /** Adds a span link to the parent, as messaging instrumentation does (Jaeger: FOLLOWS_FROM). */
  linksParent?: boolean;
  /** Get this span's trace and span id. */
  logs?: LogSpec[];
}
/** An observation that this request made: becomes an exemplar on the matching histogram bucket. */
export interface ObservationSpec {
  metric: string;
  /** All labels of the series, without job, instance, system. */
  labels: Labels;
  /** In the unit of the metric. */
  value: number;
}
export interface TraceSpec {
  root: SpanSpec;
  observations?: ObservationSpec[];
  /** Incidents that this very request suffered from; the manifest lists its trace id there. */
  incidents?: string[];
}
