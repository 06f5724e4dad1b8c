/** @jest-environment node */
import { ScenarioWorld } from '../engine/world';
import type { SpanSpec } from '../model';
import { flattenTrace } from './flatten';

const NOW = Date.UTC(2025, 9, 15, 12);
const TRACE = '000102030405060708090a0b0c0d0e0f';
const world = new ScenarioWorld(1, NOW, []);

const child: SpanSpec = {
  service: 'db',
  name: 'SELECT',
  kind: 'client',
  offsetMs: 5,
  durationMs: 20,
  linksParent: true,
  exception: { type: 'Timeout', message: 'too late', stacktrace: 'at db' },
};
const root: SpanSpec = {
  service: 'shop',
  name: 'GET /',
  kind: 'server',
  offsetMs: 0,
  durationMs: 50,
  attributes: { a: 1 },
  events: [{ name: 'cache miss', offsetMs: 2 }],
  children: [child],
  logs: [{ schema: 's', service: 'shop', level: 'info', message: 'done', offsetMs: 50 }],
};

describe('flattenTrace', () => {
  const trace = flattenTrace('enis', TRACE, NOW, { root, incidents: ['x'] }, world);
  const [first, second] = trace.spans;

  it('places spans in absolute time and links them', () => {
    expect(trace.spans.map(({ name }) => name)).toEqual(['GET /', 'SELECT']);
    expect(first!.startMs - NOW).toBeLessThan(1);
    expect(second!.startMs - first!.startMs).toBeCloseTo(5, 3);
    expect(second!.endMs - second!.startMs).toBeCloseTo(20, 3);
    expect(second!.parentSpanId).toBe(first!.spanId);
    expect(first!.parentSpanId).toBeUndefined();
    expect(first!.spanId).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(trace.spans.map(({ spanId }) => spanId)).size).toBe(2);
    expect(second!.linksParent).toBe(true);
    expect(trace.endMs).toBeCloseTo(first!.endMs, 0);
  });

  it('writes the standard exception event and the error status', () => {
    expect(first!.events).toEqual([{ name: 'cache miss', atMs: first!.startMs + 2, attributes: {} }]);
    expect(second!.status).toBe('error');
    expect(second!.statusMessage).toBe('too late');
    expect(second!.events).toEqual([
      {
        name: 'exception',
        atMs: second!.endMs,
        attributes: { 'exception.type': 'Timeout', 'exception.message': 'too late', 'exception.stacktrace': 'at db' },
      },
    ]);
  });

  it('stamps log lines with the ids of their span', () => {
    expect(trace.logs).toHaveLength(1);
    expect(trace.logs[0]).toMatchObject({ traceId: TRACE, spanId: first!.spanId, message: 'done', version: '1.0.0' });
    expect(Math.abs(trace.logs[0]!.tMs - (first!.startMs + 50))).toBeLessThanOrEqual(0.5);
  });

  it('is the same every time', () => {
    expect(flattenTrace('enis', TRACE, NOW, { root, incidents: ['x'] }, world)).toEqual(trace);
  });
});
