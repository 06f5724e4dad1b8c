import { type Span, type Trace } from '../traces/types';
import { judgeLogs } from './judgeLogs';
import { judgeTraces } from './judgeTraces';
import { type LogQuestion, type TraceQuestion } from './questions';

const logs: LogQuestion = {
  kind: 'log',
  title: 'Error lines',
  query: 'level:ERROR',
  anyLine: '*',
  fields: {},
  within: '15m',
  withinMs: 900_000,
  abnormal: { op: '>', value: 10 },
  blames: 'db',
};

describe('judgeLogs', () => {
  it('counts against the bound', () => {
    expect(judgeLogs(logs, { total: 1200, isLeast: false, records: [] })).toMatchObject({
      verdict: 'abnormal',
      blames: 'db',
      statement: 'Error lines: 1,200 lines in 15m (abnormal above 10).',
    });
    expect(judgeLogs(logs, { total: 1, isLeast: false, records: [] })).toMatchObject({
      verdict: 'normal',
      blames: undefined,
      statement: 'Error lines: 1 line in 15m (abnormal above 10).',
    });
    expect(judgeLogs(logs, { total: 10_000, isLeast: true, records: [] }).statement).toContain('at least 10,000 lines');
  });

  it('does not take silence for health', () => {
    expect(judgeLogs(logs, { total: 0, isLeast: false, records: [], anyLines: true }).verdict).toBe('normal');
    expect(judgeLogs(logs, { total: 0, isLeast: false, records: [], anyLines: false })).toMatchObject({
      verdict: 'no-data',
      statement: expect.stringContaining('no line at all was written'),
    });
    const expected = { ...logs, abnormal: { op: '<', value: 1 } } as const;
    expect(judgeLogs(expected, { total: 0, isLeast: false, records: [] }).verdict).toBe('abnormal');
  });
});

interface Given {
  service: string;
  parent?: string;
  startMs: number;
  durationMs: number;
  error?: boolean;
  calls?: string;
}

/** Spans by id. */
function traceOf(traceId: string, spans: Record<string, Given>): Trace {
  return {
    traceId,
    spans: Object.entries(spans).map(([spanId, { service, parent, startMs, durationMs, error, calls }]): Span => ({
      traceId,
      spanId,
      parentSpanId: parent ?? null,
      operationName: `do ${spanId}`,
      serviceName: service,
      serviceTags: [],
      startTimeMs: 1_000_000 + startMs,
      durationMs,
      tags: [
        ...(error ? [{ key: 'error', value: true }] : []),
        ...(calls
          ? [
              { key: 'span.kind', value: 'client' },
              { key: 'server.address', value: calls },
            ]
          : []),
      ],
      events: [],
      references: [],
      warnings: [],
    })),
  };
}

// web calls cart, cart calls the database, which reports no spans itself.
const failing = (traceId: string) =>
  traceOf(traceId, {
    a: { service: 'web', startMs: 0, durationMs: 100, error: true },
    b: { service: 'cart', parent: 'a', startMs: 10, durationMs: 80, error: true },
    c: { service: 'cart', parent: 'b', startMs: 20, durationMs: 60, error: true, calls: 'db' },
  });
const healthy = (traceId: string, durationMs = 40) =>
  traceOf(traceId, {
    a: { service: 'web', startMs: 0, durationMs },
    b: { service: 'cart', parent: 'a', startMs: 5, durationMs: durationMs - 10 },
  });
const traces: TraceQuestion = {
  kind: 'trace',
  title: 'Traces',
  service: 'web',
  measure: 'error-share',
  within: '15m',
  withinMs: 900_000,
  abnormal: { op: '>', value: 0.1 },
};

describe('judgeTraces', () => {
  it('finds the share of failing traces and where their errors begin', () => {
    const answer = { traces: [failing('1'), healthy('2'), healthy('3'), healthy('4')], isSample: true };
    expect(judgeTraces(traces, answer)).toMatchObject({
      verdict: 'abnormal',
      measured: 0.25,
      blames: 'db',
      traces: [{ traceId: '1', durationMs: 100, remark: 'cart: do c' }],
      statement:
        'Traces: errors in 25 % of the newest 4 traces of 15m; they begin in db (cart: do c) (abnormal above 10 %).',
    });
    expect(judgeTraces(traces, { traces: [healthy('2')], isSample: false })).toMatchObject({
      verdict: 'normal',
      measured: 0,
      blames: undefined,
    });
  });

  it('finds the slowest and where its time went', () => {
    const slowest: TraceQuestion = { ...traces, measure: 'slowest', abnormal: { op: '>', value: 1000 } };
    const answer = { traces: [healthy('1', 50), healthy('2', 2000)], isSample: false };
    expect(judgeTraces(slowest, answer)).toMatchObject({
      verdict: 'abnormal',
      measured: 2000,
      unit: 'ms',
      blames: 'cart',
    });
  });

  it('counts the pairs of services that call each other, and misses them where nothing crosses', () => {
    const edges: TraceQuestion = { ...traces, measure: 'edges', abnormal: { op: '<', value: 1 } };
    // Two traces with the same pair, web and cart; calls within cart are none.
    const crossing = { traces: [failing('1'), healthy('2')], isSample: false };
    expect(judgeTraces(edges, crossing)).toMatchObject({
      verdict: 'normal',
      measured: 1,
      statement: 'Traces: one pair of services of 2 traces of 15m (abnormal below one pair of services).',
    });
    const alone = traceOf('3', { a: { service: 'web', startMs: 0, durationMs: 10 } });
    expect(judgeTraces(edges, { traces: [alone], isSample: false })).toMatchObject({
      verdict: 'abnormal',
      measured: 0,
      blames: undefined,
    });
    expect(judgeTraces(edges, { traces: [], isSample: false })).toMatchObject({ verdict: 'abnormal', measured: 0 });
  });

  it('has nothing to say without a trace, unless it counts them', () => {
    expect(judgeTraces(traces, { traces: [], isSample: false }).verdict).toBe('no-data');
    const count: TraceQuestion = { ...traces, measure: 'count', abnormal: { op: '<', value: 1 } };
    expect(judgeTraces(count, { traces: [], isSample: false })).toMatchObject({ verdict: 'abnormal', measured: 0 });
  });
});
