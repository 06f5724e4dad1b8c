import { logDocument } from '../../logs/elasticsearch';
import { Probe } from '../../kit/probe';
import type { FlatTrace } from '../../traffic/flatten';
import { somaAgent } from './index';

const probe = new Probe(somaAgent, { minutes: 60 });
const { traces, logs } = probe.traffic;
const documentsOf = (slice: typeof logs) => slice.map((log) => logDocument([somaAgent], log));
const spansNamed = (all: FlatTrace[], name: string) =>
  all.flatMap(({ spans }) => spans.filter((one) => one.name === name));
const conversations = traces.filter(({ spans }) => spans[0]?.name === 'POST /v1/sessions/{session_id}/messages');

describe('requests of SomaAgent', () => {
  it('lead from the gateway through worker, router and tool executor and back', () => {
    const withTool = conversations.find(({ spans }) => spans.some(({ service }) => service === 'tool-executor'));
    expect(new Set(withTool?.spans.map(({ service }) => service))).toEqual(
      new Set(['gateway', 'conversation-worker', 'router', 'tool-executor'])
    );
    const topics = withTool?.spans
      .filter(({ kind }) => kind === 'consumer')
      .map(({ attributes }) => attributes['messaging.destination.name']);
    expect(topics).toEqual(['conversation.inbound', 'tool.requests', 'tool.results', 'conversation.outbound']);
  });

  it('cross Kafka with a producer and a consumer that follows from it', () => {
    for (const { spans } of conversations.slice(0, 200)) {
      const byId = new Map(spans.map((span) => [span.spanId, span]));
      for (const consumer of spans.filter(({ kind }) => kind === 'consumer')) {
        const producer = byId.get(consumer.parentSpanId ?? '');
        expect(producer?.kind).toBe('producer');
        expect(producer?.attributes['messaging.destination.name']).toBe(
          consumer.attributes['messaging.destination.name']
        );
        expect(consumer.linksParent).toBe(true);
        expect(consumer.startMs).toBeGreaterThan(producer?.endMs ?? Infinity);
      }
    }
  });

  it('keep every awaited call inside its caller', () => {
    for (const { spans } of traces) {
      const byId = new Map(spans.map((span) => [span.spanId, span]));
      for (const span of spans.slice(1).filter(({ kind }) => kind !== 'consumer')) {
        const parent = byId.get(span.parentSpanId ?? '');
        expect(span.startMs).toBeGreaterThanOrEqual(parent?.startMs ?? Infinity);
        expect(span.endMs).toBeLessThanOrEqual((parent?.endMs ?? -Infinity) + 1e-6);
      }
    }
  });

  it('are a tenth of those that the counter saw', () => {
    const counted = probe.rate('http_requests_total', { job: 'gateway' }, 55) * 3_600;
    const sampled = traces.filter(({ spans }) => spans[0]?.service === 'gateway').length;
    expect(sampled / counted).toBeGreaterThan(0.08);
    expect(sampled / counted).toBeLessThan(0.12);
  });

  it('carry token usage on model calls and tool names on executions', () => {
    const [call] = spansNamed(traces, 'chat llama-3.1-8b');
    expect(call?.attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.request.model': 'llama-3.1-8b',
      'gen_ai.usage.input_tokens': expect.any(Number),
      'gen_ai.usage.output_tokens': expect.any(Number),
    });
    const [execution] = spansNamed(traces, 'execute_tool python_exec');
    expect(execution?.attributes['gen_ai.tool.name']).toBe('python_exec');
    expect(spansNamed(traces, 'my_operation')[0]?.attributes).toEqual({ 'custom.attribute': 'value' });
  });

  it('wait in the topic while the consumer lags', () => {
    const lagging = new Probe(somaAgent, { minutes: 30, incident: 'soma-agent-consumer-lag' }).traffic.traces;
    const blamed = lagging.filter(({ incidents }) => incidents.includes('soma-agent-consumer-lag'));
    expect(blamed.length).toBeGreaterThan(30);
    const [trace] = blamed;
    const [consumer] = spansNamed(trace ? [trace] : [], 'conversation.inbound process');
    const producer = trace?.spans.find(({ spanId }) => spanId === consumer?.parentSpanId);
    expect((consumer?.startMs ?? 0) - (producer?.endMs ?? 0)).toBeGreaterThan(5_000);
  });

  it('name the incident of a tenant without budget and of a looping agent', () => {
    const refused = new Probe(somaAgent, { minutes: 30, incident: 'soma-agent-budget-exhausted' }).traffic.traces;
    const names = refused.filter(({ incidents }) => incidents.length > 0);
    expect(names.length).toBeGreaterThan(5);
    expect(names.every(({ spans }) => spans[0]?.attributes['soma.tenant'] === 'initech')).toBe(true);
    const storm = new Probe(somaAgent, { minutes: 30, incident: 'soma-agent-policy-storm' }).traffic.traces;
    expect(storm.filter(({ incidents }) => incidents.includes('soma-agent-policy-storm')).length).toBeGreaterThan(100);
  });
});

describe('logs of SomaAgent', () => {
  it('have the fields of the documented formatter, and the ids that it forgot', () => {
    const documents = documentsOf(logs.filter(({ log }) => log.schema === 'soma-agent' && log.traceId !== undefined));
    expect(documents.length).toBeGreaterThan(1_000);
    for (const { index, document } of documents) {
      expect(index).toBe('soma-agent-logs-2025.10.15');
      expect(document).toMatchObject({
        timestamp: expect.stringMatching(/^2025-10-15T.*Z$/),
        level: expect.stringMatching(/^(DEBUG|INFO|WARNING|ERROR|CRITICAL)$/),
        logger: expect.any(String),
        message: expect.any(String),
        module: expect.any(String),
        function: expect.any(String),
        line: expect.any(Number),
        service: expect.any(String),
        trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        span_id: expect.stringMatching(/^[0-9a-f]{16}$/),
      });
    }
  });

  it('say that a failed event went to the dead letter queue, which stores it', () => {
    const growth = new Probe(somaAgent, { minutes: 40, incident: 'soma-agent-dlq-growth' }).traffic;
    const documents = documentsOf(growth.logs);
    const sent = documents.filter(({ document }) => document.message === 'Sent event to DLQ');
    expect(sent.length).toBeGreaterThan(30);
    expect(sent[0]?.document).toMatchObject({
      level: 'WARNING',
      source_topic: 'conversation.inbound',
      dlq_topic: 'conversation.inbound.dlq',
      error: expect.any(String),
    });
    const stored = documents.filter(({ index }) => index === 'soma-agent-dlq-2025.10.15');
    expect(stored.length).toBe(sent.length);
    expect(stored[0]?.document).toMatchObject({
      original_event: expect.any(Object),
      source_topic: 'conversation.inbound',
      error_message: expect.any(String),
      error_type: expect.any(String),
      retry_count: expect.any(Number),
      timestamp: expect.any(Number),
    });
  });
});
