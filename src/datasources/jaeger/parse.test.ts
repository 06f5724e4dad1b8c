/** @jest-environment node */
import fc from 'fast-check';
import { type Frame } from '../../domain/frames';
import { recordedFrames, recording } from '../testing/recorded';
import { parseApiTraces } from './parseApi';
import { parseDependencies, parseSearch, parseTrace } from './parse';
import { eventTimeMs, parseTags } from './parseSpan';

/** A trace frame of one span, with these cells. */
function spanFrame(cells: Record<string, unknown>): Frame {
  const all = {
    traceID: 'abc',
    spanID: '1',
    parentSpanID: null,
    operationName: 'op',
    serviceName: 'svc',
    serviceTags: [],
    startTime: 1605873894680.409,
    duration: 12.5,
    logs: [],
    references: [],
    tags: [],
    warnings: null,
    stackTraces: null,
    ...cells,
  };
  return {
    fields: Object.entries(all).map(([name, value]) => ({ name, type: 'other', values: [value] })),
    length: 1,
  };
}

function spanOf(cells: Record<string, unknown>) {
  return parseTrace([spanFrame(cells)])?.spans[0];
}

describe('a trace', () => {
  it('reads the recorded spans, in order of start time, to the microsecond', () => {
    const trace = parseTrace(recordedFrames('jaeger-trace'));
    expect(trace?.traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(
      trace?.spans.map(({ spanId, parentSpanId, serviceName, operationName, startTimeMs, durationMs }) => [
        spanId,
        parentSpanId,
        serviceName,
        operationName,
        startTimeMs,
        durationMs,
      ])
    ).toEqual([
      ['0000000000000001', null, 'nops_kernel', 'POST /api/v1/ask', 1795268413947.329, 200.409],
      ['0000000000000002', '0000000000000001', 'nops_kernel', 'db.query', 1795268413957.329, 30],
      ['0000000000000003', '0000000000000001', 'edge_agents', 'agent.execute', 1795268413992.329, 150],
      ['0000000000000004', '0000000000000003', 'inference_service', 'llm.generate', 1795268414007.329, 115],
      ['0000000000000005', '0000000000000003', 'inference_service', 'llm.retry', 1795268414123.329, 14],
      ['0000000000000006', null, 'edge_agents', 'kafka.consume', 1795268414157.329, 20],
    ]);
    expect(trace?.spans[0]?.serviceTags).toEqual([{ key: 'deployment.environment', type: 'string', value: 'demo' }]);
  });

  it.each([
    ['microseconds (Grafana 12.1 to 12.4.3)', 1605873894681000],
    ['milliseconds (since)', 1605873894681],
  ])('reads event times in %s', (_, timestamp) => {
    const logs = [{ timestamp, name: 'retry', fields: [{ key: 'attempt', type: 'int64', value: 2 }] }];
    expect(spanOf({ logs })?.events).toEqual([
      { timeMs: 1605873894681, name: 'retry', fields: [{ key: 'attempt', type: 'int64', value: 2 }] },
    ]);
  });

  it('tells microseconds from milliseconds for any event within ten years of its span', () => {
    const tenYearsMs = 315_360_000_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000_000_000, max: 4_000_000_000_000 }),
        fc.integer({ min: -tenYearsMs, max: tenYearsMs }),
        (startMs, offsetMs) => {
          const eventMs = startMs + offsetMs;
          expect(eventTimeMs(eventMs, startMs)).toBe(eventMs);
          expect(eventTimeMs(eventMs * 1000, startMs)).toBe(eventMs);
        }
      )
    );
  });

  it('finds the name of an event among its fields', () => {
    const logs = [{ timestamp: 1605873894681, fields: [{ key: 'event', type: 'string', value: 'exception' }] }];
    expect(spanOf({ logs })?.events[0]?.name).toBe('exception');
  });

  it('reads null warnings, and warnings', () => {
    expect(spanOf({ warnings: null })?.warnings).toEqual([]);
    expect(spanOf({ warnings: ['clock skew'] })?.warnings).toEqual(['clock skew']);
  });

  it('keeps a span without its process', () => {
    expect(spanOf({ serviceName: '', serviceTags: undefined })).toMatchObject({ serviceName: '', serviceTags: [] });
    expect(spanOf({ serviceName: '', serviceTags: '' })).toMatchObject({ serviceTags: [] });
  });

  it('keeps the kinds of references', () => {
    const references = [
      { refType: 'FOLLOWS_FROM', traceID: 'other', spanID: '9' },
      { refType: 'CHILD_OF', traceID: 'abc', spanID: '8' },
      { refType: 'NEW_KIND', traceID: 'abc', spanID: '7' },
    ];
    expect(spanOf({ references })?.references).toEqual([
      { kind: 'follows-from', traceId: 'other', spanId: '9' },
      { kind: 'child-of', traceId: 'abc', spanId: '8' },
      { kind: 'unknown', traceId: 'abc', spanId: '7' },
    ]);
  });

  it.each([
    ['no frames', []],
    ['a frame without fields', [{ fields: [], length: 0 }]],
    ['a frame without rows', [{ ...spanFrame({}), length: 0 }]],
  ])('is none in %s', (_, frames) => {
    expect(parseTrace(frames)).toBeNull();
  });

  it('reads tags of any type', () => {
    expect(
      parseTags([
        { key: 'http.status_code', type: 'int64', value: 200 },
        { key: 'big', type: 'int64', value: '9223372036854775807' },
        { key: 'error', type: 'bool', value: true },
        { key: 'odd', value: { nested: 1 } },
        { type: 'string', value: 'no key' },
        null,
      ])
    ).toEqual([
      { key: 'http.status_code', type: 'int64', value: 200 },
      { key: 'big', type: 'int64', value: '9223372036854775807' },
      { key: 'error', type: 'bool', value: true },
      { key: 'odd', type: undefined, value: '{"nested":1}' },
    ]);
  });
});

describe('a search', () => {
  it('reads the recorded traces, with microseconds and durations in milliseconds', () => {
    expect(parseSearch(recordedFrames('jaeger-search'))).toEqual([
      {
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
        serviceName: 'nops_kernel',
        operationName: 'POST /api/v1/ask',
        startTimeMs: 1795268413947.329,
        durationMs: 200.409,
      },
      {
        traceId: '6b8b3b773825635d5cfda88d10089b4e',
        serviceName: 'nops_kernel',
        operationName: 'GET /x',
        startTimeMs: 1795267591996.895,
        durationMs: 100,
      },
    ]);
  });

  it('reads an empty one', () => {
    expect(parseSearch(recordedFrames('jaeger-search-empty'))).toEqual([]);
    expect(parseSearch([{ fields: [], length: 0 }])).toEqual([]);
  });
});

describe('dependencies', () => {
  it('reads the recorded graph', () => {
    expect(parseDependencies(recordedFrames('jaeger-dependencies'))).toEqual({
      services: ['edge_agents', 'inference_service', 'nops_kernel'],
      edges: [
        { source: 'edge_agents', target: 'inference_service', callCount: 2 },
        { source: 'nops_kernel', target: 'edge_agents', callCount: 1 },
      ],
    });
  });

  it('reads none', () => {
    expect(parseDependencies([])).toEqual({ services: [], edges: [] });
  });
});

describe("Jaeger's own answer", () => {
  it('reads the same spans as the frames hold', () => {
    const result = parseApiTraces(recording('jaeger-proxy-traces').response);
    const traces = result.ok ? result.value : [];
    expect(traces.map(({ traceId, spans }) => [traceId, spans.length])).toEqual([
      ['6b8b3b773825635d5cfda88d10089b4e', 2],
      ['4bf92f3577b34da6a3ce929d0e0e4736', 3],
    ]);
    const framed = parseTrace(recordedFrames('jaeger-trace'))?.spans ?? [];
    for (const span of traces[1]?.spans ?? []) {
      const same = framed.find(({ spanId }) => spanId === span.spanId);
      expect(span).toMatchObject({
        parentSpanId: same?.parentSpanId,
        serviceName: same?.serviceName,
        startTimeMs: same?.startTimeMs,
        durationMs: same?.durationMs,
        serviceTags: same?.serviceTags,
      });
    }
    expect(traces[1]?.spans.find(({ spanId }) => spanId.endsWith('6'))).toMatchObject({
      references: [{ kind: 'follows-from', spanId: '0000000000000003' }],
      warnings: ['clock skew adjustment disabled; not applying calculated delta of -100ms'],
    });
  });

  it('reads no data, and refuses what is no answer', () => {
    expect(parseApiTraces({ data: null, errors: null })).toMatchObject({ ok: true, value: [] });
    expect(parseApiTraces('<html>')).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
  });
});
