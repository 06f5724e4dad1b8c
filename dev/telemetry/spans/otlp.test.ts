/** @jest-environment node */
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-base';
import { ScenarioWorld } from '../engine/world';
import { shop, SHOP_ANCHOR_MS } from '../testing/shop';
import type { SpanSpec } from '../model';
import { flattenTrace } from '../traffic/flatten';
import { trafficBetween } from '../traffic/traffic';
import { hrTime, SpanSender } from './otlp';

const systems = [shop()];
const world = new ScenarioWorld(1, SHOP_ANCHOR_MS, systems);
const { traces } = trafficBetween(systems, world, SHOP_ANCHOR_MS - 120_000, SHOP_ANCHOR_MS);

describe('hrTime', () => {
  it.each([
    [1_760_540_400_000, [1_760_540_400, 0]],
    [1_760_540_400_123.25, [1_760_540_400, 123_250_000]],
    // Rounds up into the next second instead of writing 1,000,000,000 ns.
    [1_760_540_400_999.9999, [1_760_540_401, 0]],
  ])('of %d', (tMs, expected) => {
    expect(hrTime(tMs)).toEqual(expected);
  });
});

describe('SpanSender', () => {
  const exporter = new InMemorySpanExporter();
  beforeEach(() => exporter.reset());

  it('sends every span with the ids, times and status of the scenario', async () => {
    const sender = new SpanSender(systems, exporter);
    sender.add(traces);
    expect(sender.pendingCount).toBe(traces.length);
    await sender.flush();
    expect(sender.sentCount).toBe(traces.length);
    expect(sender.pendingCount).toBe(0);
    const sent = exporter.getFinishedSpans();
    expect(sent.map((span) => [span.spanContext().traceId, span.spanContext().spanId])).toEqual(
      traces.map(({ traceId, spans }) => [traceId, spans[0]!.spanId])
    );
    expect(sent[0]).toMatchObject({
      name: 'POST /buy',
      kind: SpanKind.SERVER,
      startTime: hrTime(traces[0]!.spans[0]!.startMs),
      endTime: hrTime(traces[0]!.spans[0]!.endMs),
      status: { code: SpanStatusCode.UNSET },
    });
    expect(sent[0]!.resource.attributes).toEqual({ system: 'enis', 'service.name': 'shop', 'service.version': '2' });
  });

  it('keeps parents, links, events and errors', async () => {
    const child: SpanSpec = {
      service: 'shop',
      name: 'receive',
      kind: 'consumer',
      offsetMs: 5,
      durationMs: 20,
      linksParent: true,
      exception: { type: 'Timeout', message: 'too late', stacktrace: 'at shop' },
    };
    const root: SpanSpec = {
      ...child,
      name: 'send',
      kind: 'producer',
      offsetMs: 0,
      exception: undefined,
      linksParent: false,
    };
    const trace = flattenTrace(
      'enis',
      'ab'.repeat(16),
      SHOP_ANCHOR_MS,
      { root: { ...root, children: [child] } },
      world
    );
    const sender = new SpanSender(systems, exporter);
    sender.add([trace]);
    await sender.flush();
    const [send, receive] = exporter.getFinishedSpans();
    expect(send!.parentSpanContext).toBeUndefined();
    expect(receive!.parentSpanContext?.spanId).toBe(send!.spanContext().spanId);
    expect(receive!.links.map(({ context }) => context.spanId)).toEqual([send!.spanContext().spanId]);
    expect(receive!.status).toEqual({ code: SpanStatusCode.ERROR, message: 'too late' });
    expect(receive!.events[0]).toMatchObject({ name: 'exception', attributes: { 'exception.type': 'Timeout' } });
  });

  it('passes on that the backend refused', async () => {
    const closed = new InMemorySpanExporter();
    await closed.shutdown();
    const sender = new SpanSender(systems, closed);
    sender.add(traces);
    await expect(sender.flush()).rejects.toThrow(/^Sending \d+ spans failed: /);
    expect(sender.sentCount).toBe(0);
  });

  it('names a service that nobody declared', () => {
    const sender = new SpanSender([{ ...systems[0]!, services: [] }], exporter);
    expect(() => sender.add(traces)).toThrow('enis: a span names service "shop", which is not declared.');
  });
});
