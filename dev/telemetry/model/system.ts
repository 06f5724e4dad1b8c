import type { TimeMs, SystemId, Attributes, JsonObject, Of } from './world';
import type { TargetModel, MetricModel } from './metrics';
import type { OperationModel, Draw, LogSpec, TraceSpec } from './traces';

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
  /** Index settings beyond those that all indices have. */
  settings?: JsonObject;
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
