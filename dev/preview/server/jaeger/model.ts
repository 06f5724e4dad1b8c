/** A Jaeger query as the browser posts it; without `queryType` it asks for the trace whose id stands in `query`. */
export interface JaegerQueryModel {
  refId: string;
  queryType?: string;
  query?: string;
  service?: string;
  operation?: string;
  /** logfmt: `error=true http.method="GET"` */
  tags?: string;
  minDuration?: string;
  maxDuration?: string;
  limit?: number;
}

export interface JaegerTag {
  key: string;
  type: string;
  value: unknown;
}

export interface JaegerReference {
  refType: string;
  traceID: string;
  spanID: string;
}

/** A span of Jaeger's JSON API; `startTime` and `duration` are microseconds. */
export interface JaegerSpan {
  traceID: string;
  spanID: string;
  processID: string;
  operationName: string;
  startTime: number;
  duration: number;
  references: JaegerReference[] | null;
  tags: JaegerTag[] | null;
  logs: Array<{ timestamp: number; fields: JaegerTag[] | null; name?: string }> | null;
  warnings: string[] | null;
  stackTraces?: string[] | null;
}

export interface JaegerTrace {
  traceID: string;
  spans: JaegerSpan[];
  processes: Record<string, { serviceName: string; tags?: JaegerTag[] | null }>;
}

export interface JaegerDependency {
  parent: string;
  child: string;
  callCount: number;
}
