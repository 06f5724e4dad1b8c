import type { ScenarioWorld } from '../engine/world';
import type { LogSender } from '../logs/elasticsearch';
import type { Exemplars } from '../metrics/exemplars';
import type { SystemModel, TimeMs } from '../model';
import type { OwnMetrics, Store } from '../self/own-metrics';
import type { SpanSender } from '../spans/otlp';
import type { FlatTrace } from './flatten';
import { trafficBetween, type OutgoingLog } from './traffic';

/** A server that is down is mentioned once in this time. */
const COMPLAIN_EVERY_MS = 60_000;

export interface TrafficSinks {
  spans?: SpanSender;
  logs?: LogSender;
  exemplars: Exemplars;
  own?: Pick<OwnMetrics, 'delivery'>;
  report(line: string): void;
}

/** Sends sampled requests once they have ended, and log lines once they were written. */
export class LiveTraffic {
  private traces: FlatTrace[] = [];
  private logs: OutgoingLog[] = [];
  private sending: Promise<void> = Promise.resolve();
  private complainedMs = 0;

  constructor(
    private readonly systems: readonly SystemModel[],
    private readonly world: ScenarioWorld,
    private readonly sinks: TrafficSinks,
    private generatedUntilMs: TimeMs
  ) {}

  /** Requests that started up to here have been generated; those still running are lost when the process ends. */
  get sentUntilMs(): TimeMs {
    return this.generatedUntilMs;
  }

  async prepare(): Promise<void> {
    await this.attempt(this.sinks.logs?.putTemplates());
  }

  /** One at a time: a slow server must not pile up requests. */
  sendUntil(tMs: TimeMs): Promise<void> {
    this.sending = this.sending.then(() => this.step(tMs));
    return this.sending;
  }

  private async step(tMs: TimeMs): Promise<void> {
    if (tMs > this.generatedUntilMs) {
      const slice = trafficBetween(this.systems, this.world, this.generatedUntilMs, tMs);
      this.generatedUntilMs = tMs;
      this.traces.push(...slice.traces);
      this.logs.push(...slice.logs);
    }
    const ended = this.traces.filter(({ endMs }) => endMs <= tMs);
    const written = this.logs.filter(({ log }) => log.tMs <= tMs);
    this.traces = this.traces.filter(({ endMs }) => endMs > tMs);
    this.logs = this.logs.filter(({ log }) => log.tMs > tMs);
    this.sinks.exemplars.add(ended);
    this.sinks.spans?.add(ended);
    this.sinks.logs?.add(written);
    await Promise.all([this.deliver('jaeger', this.sinks.spans), this.deliver('elasticsearch', this.sinks.logs)]);
  }

  private deliver(store: Store, sender: { pendingCount: number; flush(): Promise<void> } | undefined): Promise<void> {
    const { own } = this.sinks;
    const flush = () => sender?.flush() ?? Promise.resolve();
    return this.attempt(own ? own.delivery(store, sender?.pendingCount ?? 0, flush) : flush());
  }

  private async attempt(work: Promise<void> | undefined): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (Date.now() - this.complainedMs > COMPLAIN_EVERY_MS) {
        this.complainedMs = Date.now();
        this.sinks.report(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
