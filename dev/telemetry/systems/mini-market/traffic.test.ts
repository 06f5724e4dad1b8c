import { logDocument } from '../../logs/elasticsearch';
import { Probe } from '../../kit/probe';
import { miniMarket } from './index';

const { traces, logs } = new Probe(miniMarket, { minutes: 120 }).traffic;
const documentsOf = (slice: typeof logs) => slice.map((log) => logDocument([miniMarket], log));

describe('requests of Mini Market', () => {
  it('lead from the dashboard through the agents to the stores', () => {
    const order = traces.find(({ spans }) => spans[0]?.name === 'POST /api/ordenes');
    const services = new Set(order?.spans.map(({ service }) => service));
    expect(services).toEqual(new Set(['dashboard', 'agente_negocio', 'agente_deposito', 'ml_service']));
    const systems = order?.spans.map(({ attributes }) => attributes['db.system.name']).filter(Boolean);
    expect(new Set(systems)).toEqual(new Set(['postgresql', 'redis']));
  });

  it('keep every call inside its caller', () => {
    for (const { spans } of traces) {
      const byId = new Map(spans.map((span) => [span.spanId, span]));
      for (const span of spans.slice(1)) {
        const parent = byId.get(span.parentSpanId ?? '');
        expect(span.startMs).toBeGreaterThanOrEqual(parent?.startMs ?? Infinity);
        expect(span.endMs).toBeLessThanOrEqual((parent?.endMs ?? -Infinity) + 1e-6);
      }
    }
  });

  it('fail from the broken release on, with its exception, and are named in the incident', () => {
    const broken = new Probe(miniMarket, { minutes: 40, incident: 'mini-market-order-errors' }).traffic;
    const failed = broken.traces.filter(({ spans }) => spans[0]?.status === 'error');
    expect(failed.length).toBeGreaterThan(10);
    const blamed = failed.filter(({ incidents }) => incidents.includes('mini-market-order-errors'));
    expect(blamed.length).toBe(failed.length);
    const exceptions = failed.flatMap(({ spans }) => spans.flatMap(({ events }) => events));
    expect(exceptions.map(({ attributes }) => attributes['exception.type'])).toContain('CondicionPagoFaltante');
    const culprit = failed[0]?.spans.find(({ events }) => events.some(({ name }) => name === 'exception'));
    expect(culprit).toMatchObject({ service: 'agente_negocio', version: '2.4.1' });
  });

  it('take as long as their histogram says', () => {
    const probe = new Probe(miniMarket, { minutes: 120, seed: 3 });
    const durations = probe.traffic.traces
      .filter(({ spans }) => spans[0]?.name === 'GET /api/kpis')
      .map(({ spans }) => (spans[0]!.endMs - spans[0]!.startMs) / 1_000)
      .sort((a, b) => a - b);
    expect(durations.length).toBeGreaterThan(100);
    const median = durations[Math.floor(durations.length / 2)] ?? 0;
    const counted = probe.quantile(0.5, 'http_request_duration_seconds', { endpoint: '/api/kpis' });
    expect(median / counted).toBeGreaterThan(0.7);
    expect(median / counted).toBeLessThan(1.4);
  });
});

describe('logs of Mini Market', () => {
  it('are one document a line with the stream label and the ids of the trace', () => {
    const traced = logs.filter(({ log }) => log.traceId !== undefined);
    expect(traced.length).toBeGreaterThan(500);
    for (const { index, document } of documentsOf(traced)) {
      expect(index).toBe('mini-market-logs-2025.10.15');
      expect(document).toMatchObject({
        job: expect.stringMatching(/^(agente_deposito|agente_negocio|ml_service|dashboard)$/),
        level: expect.stringMatching(/^(debug|info|warning|error)$/),
        message: expect.any(String),
        otelTraceID: expect.stringMatching(/^[0-9a-f]{32}$/),
        otelSpanID: expect.stringMatching(/^[0-9a-f]{16}$/),
      });
    }
  });

  it('carry no secrets', () => {
    expect(JSON.stringify(documentsOf(logs))).not.toMatch(/password|token|secret/i);
  });

  it('mention the error of a failed request', () => {
    const outage = new Probe(miniMarket, { minutes: 30, incident: 'mini-market-database-down' }).traffic;
    const errors = documentsOf(outage.logs).filter(({ document }) => document.level === 'error');
    expect(errors.length).toBeGreaterThan(20);
    expect(errors.every(({ document }) => String(document.message).includes('error'))).toBe(true);
  });
});
