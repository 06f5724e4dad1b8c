import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type HrTime,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BasicTracerProvider,
  type IdGenerator,
  type ReadableSpan,
  type SpanExporter,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import type { ServiceModel, SystemModel } from '../model';
import type { FlatSpan, FlatTrace } from '../traffic/flatten';

const BATCH_SPANS = 2_000;
const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  internal: SpanKind.INTERNAL,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;
const STATUS = { unset: SpanStatusCode.UNSET, ok: SpanStatusCode.OK, error: SpanStatusCode.ERROR } as const;

/** Hands out the ids that the scenario has already drawn. */
class ScenarioIds implements IdGenerator {
  traceId = '';
  spanId = '';
  generateTraceId = (): string => this.traceId;
  generateSpanId = (): string => this.spanId;
}

/** Keeps finished spans until they are sent. The SDK's batch processor drops spans when a backfill overruns its queue. */
class Outbox implements SpanProcessor {
  spans: ReadableSpan[] = [];
  onStart(_span: Span): void {}
  onEnd(span: ReadableSpan): void {
    this.spans.push(span);
  }
  async forceFlush(): Promise<void> {}
  async shutdown(): Promise<void> {}
}

/** Milliseconds with fractions as seconds and nanoseconds. */
export function hrTime(tMs: number): HrTime {
  const totalUs = Math.round(tMs * 1_000);
  const seconds = Math.floor(totalUs / 1_000_000);
  return [seconds, (totalUs - seconds * 1_000_000) * 1_000];
}

/** Sends to the base URL of an OTLP/HTTP receiver, e.g. Jaeger's port 4318. */
export function otlpExporter(otlpHttpUrl: string): SpanExporter {
  return new OTLPTraceExporter({
    url: new URL('/v1/traces', otlpHttpUrl).href,
    concurrencyLimit: 4,
    // A busy machine takes its time over a backfill's batches; the default of 10 s would give up on it.
    timeoutMillis: 60_000,
  });
}

/** Turns scenario traces into OpenTelemetry spans, one tracer provider for each service and version, and sends them. */
export class SpanSender {
  private readonly ids = new ScenarioIds();
  private readonly outbox = new Outbox();
  private readonly tracers = new Map<string, Tracer>();
  private readonly services = new Map<string, ServiceModel>();
  /** Spans accepted by the backend so far. */
  sentCount = 0;

  constructor(
    systems: readonly SystemModel[],
    private readonly exporter: SpanExporter
  ) {
    for (const system of systems) {
      for (const service of system.services) {
        this.services.set(`${system.id}/${service.name}`, service);
      }
    }
  }

  add(traces: readonly FlatTrace[]): void {
    for (const { spans } of traces) {
      spans.forEach((span) => this.record(span));
    }
  }

  get pendingCount(): number {
    return this.outbox.spans.length;
  }

  /** Sends everything that was added. Rejects when the backend does; the spans are gone then. */
  async flush(): Promise<void> {
    const spans = this.outbox.spans;
    this.outbox.spans = [];
    for (let start = 0; start < spans.length; start += BATCH_SPANS) {
      await this.send(spans.slice(start, start + BATCH_SPANS));
    }
  }

  async shutdown(): Promise<void> {
    await this.exporter.shutdown();
  }

  private send(batch: ReadableSpan[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.exporter.export(batch, ({ code, error }) => {
        if (code === 0) {
          this.sentCount += batch.length;
          resolve();
        } else {
          reject(new Error(`Sending ${batch.length} spans failed: ${error?.message ?? 'unknown reason'}.`));
        }
      });
    });
  }

  private record(flat: FlatSpan): void {
    const parent = flat.parentSpanId
      ? { traceId: flat.traceId, spanId: flat.parentSpanId, traceFlags: TraceFlags.SAMPLED }
      : undefined;
    this.ids.traceId = flat.traceId;
    this.ids.spanId = flat.spanId;
    const span = this.tracer(flat).startSpan(
      flat.name,
      {
        kind: KINDS[flat.kind],
        startTime: hrTime(flat.startMs),
        attributes: { ...flat.attributes },
        links: parent && flat.linksParent ? [{ context: parent }] : [],
      },
      parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT
    );
    for (const { name, atMs, attributes } of flat.events) {
      span.addEvent(name, { ...attributes }, hrTime(atMs));
    }
    if (flat.status !== 'unset') {
      span.setStatus({ code: STATUS[flat.status], message: flat.statusMessage });
    }
    span.end(hrTime(flat.endMs));
  }

  private tracer({ system, service, version }: FlatSpan): Tracer {
    const key = `${system}/${service}`;
    const known = this.tracers.get(`${key}/${version}`);
    if (known) {
      return known;
    }
    const model = this.services.get(key);
    if (!model) {
      throw new Error(`${system}: a span names service "${service}", which is not declared.`);
    }
    const provider = new BasicTracerProvider({
      // `system` lets a collector label its span metrics; service names alone are not unique over all systems.
      resource: resourceFromAttributes({
        system,
        'service.name': service,
        'service.version': version,
        ...model.resource,
      }),
      idGenerator: this.ids,
      sampler: new AlwaysOnSampler(),
      spanProcessors: [this.outbox],
    });
    const tracer = provider.getTracer(model.scope ?? service, version);
    this.tracers.set(`${key}/${version}`, tracer);
    return tracer;
  }
}
