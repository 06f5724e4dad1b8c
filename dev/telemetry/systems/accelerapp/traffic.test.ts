import { logDocument } from '../../logs/elasticsearch';
import { Probe } from '../../kit/probe';
import { accelerapp } from './index';

const { traces, logs } = new Probe(accelerapp, { minutes: 90 }).traffic;
const documentsOf = (slice: typeof logs) => slice.map((log) => logDocument([accelerapp], log).document);
const generations = traces.filter(({ spans }) => spans[0]?.name === 'POST /api/v1/generate');

describe('requests of Accelerapp', () => {
  it('lead from the API through the queue to worker, model, compiler and store', () => {
    const [trace] = generations;
    expect(new Set(trace?.spans.map(({ service }) => service))).toEqual(
      new Set(['accelerapp', 'accelerapp-worker', 'ollama'])
    );
    const generation = trace?.spans.find(({ name }) => name === 'code_generation');
    const steps = trace?.spans
      .filter(({ parentSpanId }) => parentSpanId === generation?.spanId)
      .map(({ name }) => name);
    expect(steps).toEqual([
      'parse_spec',
      expect.stringMatching(/^chat /),
      'render_templates',
      'compile_check',
      'INSERT artifacts',
    ]);
    const consumer = trace?.spans.find(({ kind }) => kind === 'consumer');
    expect(consumer?.linksParent).toBe(true);
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

  it('carry one correlation id on all spans, and the user on the hand-made one', () => {
    for (const { spans } of traces) {
      expect(new Set(spans.map(({ attributes }) => attributes.correlation_id)).size).toBe(1);
    }
    const custom = traces.flatMap(({ spans }) => spans).find(({ name }) => name === 'custom_operation');
    expect(custom?.attributes.user_id).toEqual(expect.any(Number));
  });

  it('fail at the compiler with the broken templates, in one language alone', () => {
    const broken = new Probe(accelerapp, { minutes: 60, incident: 'accelerapp-codegen-failures' }).traffic.traces;
    const blamed = broken.filter(({ incidents }) => incidents.includes('accelerapp-codegen-failures'));
    expect(blamed.length).toBeGreaterThan(20);
    const failing = blamed.flatMap(({ spans }) =>
      spans.filter(({ events }) => events.some(({ name }) => name === 'exception'))
    );
    const compiler = failing.filter(({ name }) => name === 'compile_check');
    expect(compiler.length / failing.length).toBeGreaterThan(0.8);
    expect(compiler.filter(({ attributes }) => attributes['accelerapp.language'] === 'rust').length).toBeGreaterThan(
      compiler.length * 0.9
    );
  });

  it('take seconds while the store is locked, as the histogram says', () => {
    const locked = new Probe(accelerapp, { minutes: 30, incident: 'accelerapp-slow-spec-store' });
    const durations = locked.traffic.traces
      .filter(({ spans }) => spans[0]?.name === 'GET /api/v1/jobs/{job_id}')
      .slice(-60)
      .map(({ spans }) => (spans[0]!.endMs - spans[0]!.startMs) / 1_000)
      .sort((a, b) => a - b);
    const counted = locked.quantile(0.5, 'accelerapp_request_duration_seconds', { endpoint: '/api/v1/jobs/{job_id}' });
    expect(counted).toBeGreaterThan(0.8);
    expect(durations[30] ?? 0).toBeGreaterThan(counted * 0.6);
    expect(durations[30] ?? 0).toBeLessThan(counted * 1.6);
  });
});

describe('logs of Accelerapp', () => {
  it('are structured, with the correlation id that the pipeline takes out', () => {
    const requests = logs.filter(({ log }) => log.traceId !== undefined);
    expect(requests.length).toBeGreaterThan(500);
    for (const document of documentsOf(requests)) {
      expect(document).toMatchObject({
        '@timestamp': expect.stringMatching(/^2025-10-15T/),
        level: expect.stringMatching(/^(DEBUG|INFO|WARN|ERROR)$/),
        message: expect.any(String),
        correlation_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        request_id: expect.any(String),
        user_id: expect.any(Number),
      });
    }
    expect(logs.every((log) => logDocument([accelerapp], log).index === 'accelerapp-logs-2025.10.15')).toBe(true);
  });

  it('have the trace id too, except the lines of compilers, which only the correlation id joins', () => {
    const requests = documentsOf(logs.filter(({ log }) => log.traceId !== undefined));
    const [untraced, traced] = [
      requests.filter(({ trace_id }) => trace_id === undefined),
      requests.filter(({ trace_id }) => trace_id !== undefined),
    ];
    expect(new Set(untraced.map(({ logger }) => logger))).toEqual(new Set(['accelerapp.toolchain']));
    const known = new Set(traced.map(({ correlation_id }) => correlation_id));
    expect(untraced.every(({ correlation_id }) => known.has(correlation_id ?? null))).toBe(true);
  });

  it('tag lines that could not be parsed', () => {
    expect(documentsOf(logs).some(({ tags }) => Array.isArray(tags) && tags.includes('_jsonparsefailure'))).toBe(true);
  });
});
