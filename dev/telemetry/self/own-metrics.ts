import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export type Store = 'elasticsearch' | 'jaeger';

/** What the generator itself does: no scenario, but what really happened between it and the servers. */
export class OwnMetrics {
  private readonly registry = new Registry();
  private readonly sent = new Counter({
    name: 'watchkeeper_telemetry_sent_total',
    help: 'Log documents and spans by store and outcome',
    labelNames: ['store', 'result'],
    registers: [this.registry],
  });
  private readonly duration = new Histogram({
    name: 'watchkeeper_telemetry_send_duration_seconds',
    help: 'Duration of one delivery by store',
    labelNames: ['store'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor(stores: readonly Store[]) {
    collectDefaultMetrics({ register: this.registry });
    for (const store of stores) {
      this.sent.inc({ store, result: 'accepted' }, 0);
      this.sent.inc({ store, result: 'failed' }, 0);
    }
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Counts a delivery of `count` items. Rejects as `send` does. */
  async delivery(store: Store, count: number, send: () => Promise<void>): Promise<void> {
    if (count === 0) {
      return send();
    }
    const done = this.duration.startTimer({ store });
    try {
      await send();
      this.sent.inc({ store, result: 'accepted' }, count);
    } catch (error) {
      this.sent.inc({ store, result: 'failed' }, count);
      throw error;
    } finally {
      done();
    }
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
