/**
 * The vocabulary of the telemetry generator: what a system model has to say about itself.
 *
 * Everything is a function of time. Metrics, sampled traces and logs of one operation read the same rate, error ratio
 * and latency functions, so an incident that changes one of them shows in all three signals at the same moment.
 */

/** Milliseconds since the Unix epoch. */
export type TimeMs = number;
export type SystemId = 'enis' | 'mini-market' | 'soma-agent' | 'accelerapp' | 'obs-standards';
export type Labels = Readonly<Record<string, string>>;
export type AttributeValue = string | number | boolean | string[];
export type Attributes = Readonly<Record<string, AttributeValue>>;
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** What the models may ask about a moment. Pure: the same question has the same answer under one seed and anchor. */
export interface World {
  /** Smooth noise in [-1, 1]; `key` picks the curve, `periodMs` its pace (default 10 minutes). */
  noise(key: string, tMs: TimeMs, periodMs?: number): number;
  /** Daily rhythm: about 0.4 at night, 1 at the afternoon peak, lower on weekends (UTC). */
  daily(tMs: TimeMs): number;
  /** Intensity 0..1 of an incident, with its ramps; 0 for one that is not on. Unknown ids throw. */
  incident(id: string, tMs: TimeMs): number;
  /** Version of a service that runs at this moment, as its deploys say. Services without deploys run `1.0.0`. */
  version(service: string, tMs: TimeMs): string;
}

export type Of<T> = (tMs: TimeMs, world: World) => T;

/** Lognormal latency in the unit of whoever declares it: half of the requests are faster than `median`. */
export interface Latency {
  median: number;
  /** Standard deviation of ln(latency); 0.3 is tight, 0.6 usual, 1 has a long tail. p95 = median · e^(1.645 sigma). */
  sigma: number;
}

/** A scrape target. Every series of it gets `job`, `instance`, `system` and these labels, so metrics must not repeat them. */
export interface TargetModel {
  job: string;
  instance: string;
  labels?: Labels;
  /** false: the scrape fails, `up` is 0 and its series stop. Default: always up. */
  up?: Of<boolean>;
}

export interface SeriesBase {
  job: string;
  /** Default: the first target of the job. */
  instance?: string;
  labels?: Labels;
  /** The series exists only while this is true (a version label, a job that comes and goes). Default: always. */
  present?: Of<boolean>;
}
export interface CounterSeries extends SeriesBase {
  ratePerSecond: Of<number>;
}
export interface GaugeSeries extends SeriesBase {
  /** A value that is not finite is not exposed. */
  value: Of<number>;
}
export interface DistributionSeries extends SeriesBase {
  ratePerSecond: Of<number>;
  /** In the unit of the metric (seconds, milliseconds, bytes, …). */
  latency: Of<Latency>;
}

interface MetricBase {
  /** Exposed name; for histograms and summaries without `_bucket`, `_count`, `_sum`. Counters are named in full. */
  name: string;
  help: string;
}
export interface CounterModel extends MetricBase {
  kind: 'counter';
  series: CounterSeries[];
}
export interface GaugeModel extends MetricBase {
  kind: 'gauge';
  series: GaugeSeries[];
}
export interface HistogramModel extends MetricBase {
  kind: 'histogram';
  /** Upper bounds in ascending order, without +Inf. Exposed the way Prometheus 3 stores them: `le="1.0"`, `le="0.25"`. */
  bucketsLe: readonly number[];
  series: DistributionSeries[];
}
export interface SummaryModel extends MetricBase {
  kind: 'summary';
  /** In [0, 1]. */
  quantiles: readonly number[];
  series: DistributionSeries[];
}
export type MetricModel = CounterModel | GaugeModel | HistogramModel | SummaryModel;

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

/** A kind of request that is traced. Only a sample of the counted requests is: `samplesPerMinute`. */
export interface FlowModel {
  id: string;
  samplesPerMinute: Of<number>;
  /**
   * Further requests that are drawn and kept only when a span of them failed: the tail-sampling policy "errors always".
   * Costs a build each, so a few times `samplesPerMinute` at most.
   */
  errorCandidatesPerMinute?: Of<number>;
  /** All operations that `build` can draw; source of the span metrics. An operation shared by flows is listed in one. */
  operations: OperationModel[];
  build(draw: Draw): TraceSpec;
}

/** Logs without a trace: start-up lines, syslog, cron jobs. */
export interface LogStreamModel {
  id: string;
  perMinute: Of<number>;
  build(draw: Draw): LogSpec;
}

/** A log line with everything that its schema may need. */
export interface StampedLog extends LogSpec {
  tMs: TimeMs;
  traceId?: string;
  spanId?: string;
  parentSpanId?: string;
  version: string;
}
export interface LogSchemaModel {
  id: string;
  /** Pattern of the index template, e.g. `logs-*`. */
  indexPattern: string;
  indexName(log: StampedLog): string;
  /** Elasticsearch `properties`. Strings that are not listed become keyword. `@timestamp` is added. */
  properties: JsonObject;
  /** The document in the system's own schema; `@timestamp` is added by the engine. */
  render(log: StampedLog): JsonObject;
}

export type IncidentKind =
  | 'error-burst-after-deploy'
  | 'slow-dependency'
  | 'provider-down'
  | 'queue-growth'
  | 'dlq-growth'
  | 'budget-burn-fast'
  | 'budget-burn-medium'
  | 'budget-burn-slow'
  | 'target-down'
  | 'resource-exhaustion'
  | 'business-anomaly'
  | 'silent';

export interface IncidentWindow {
  /** Start of the window, before the anchor (the end of the first backfill). */
  startBeforeEndMs: number;
  /** Absent: goes on, through the live phase. */
  durationMs?: number;
}
export interface IncidentModel {
  /** Unique over all systems: `<system>-<slug>`. */
  id: string;
  kind: IncidentKind;
  /** Service that a responder would name. */
  service: string;
  /** Says what happened, in one sentence. */
  title: string;
  /** May reach back 30 days; may be empty (only started live). */
  windows: IncidentWindow[];
  /** Time from 0 to full intensity, and back. Default 60 s. */
  rampMs?: number;
  /** Name of the alert that should fire. */
  alert?: string;
  /** Further alerts that fire with it. */
  alsoAlerts?: readonly string[];
  /** A live start deploys this version, the end of the incident rolls it back. */
  deploys?: { service: string; version: string };
}

export interface DeployModel {
  service: string;
  version: string;
  beforeEndMs: number;
  /** Log lines that the deploy leaves; `offsetMs` counts from its moment. */
  logs?: LogSpec[];
}

export interface ServiceModel {
  /** `service.name` of its spans. */
  name: string;
  /** Further resource attributes. */
  resource?: Attributes;
  /** Instrumentation scope. Default: the service's name. */
  scope?: string;
}

export interface SystemModel {
  id: SystemId;
  services: ServiceModel[];
  targets: TargetModel[];
  metrics: MetricModel[];
  flows: FlowModel[];
  logSchemas: LogSchemaModel[];
  logStreams: LogStreamModel[];
  incidents: IncidentModel[];
  deploys: DeployModel[];
}
