import { type Span, type Trace, type TraceSummary } from '../../../src/domain/traces/types';
import { jaeger } from '../../../src/datasources';
import { loadDataSources } from './support/runtime';
import { lastHours, valueOf } from './support/window';

jest.mock('@grafana/runtime', () => jest.requireActual('./support/runtime'));

const dataSourceUid = 'jaeger';
const range = lastHours(7);
const unknownId = '0123456789abcdef0123456789abcdef';

let service = '';
let found: TraceSummary[] = [];

beforeAll(async () => {
  await loadDataSources();
  const services = valueOf(await jaeger.services({ dataSourceUid }));
  service = services.find((name) => name.startsWith('nops')) ?? services[0] ?? '';
  found = valueOf(await jaeger.search({ dataSourceUid, service, range, limit: 10 }));
  expect(found.length).toBeGreaterThan(0);
});

/** Nothing about floating point: whole microseconds. */
function inMicros({ startTimeMs, durationMs, events, ...span }: Span) {
  return {
    ...span,
    startMicros: Math.round(startTimeMs * 1000),
    durationMicros: Math.round(durationMs * 1000),
    // Grafana passes event times on in milliseconds or microseconds, by version.
    events: events.map(({ timeMs, ...event }) => ({ ...event, timeMs: Math.floor(timeMs) })),
  };
}

function comparable(trace: Trace | undefined) {
  return trace?.spans.map(inMicros).sort((a, b) => a.spanId.localeCompare(b.spanId));
}

describe('search', () => {
  it('lists traces, newest first, within the range', () => {
    const starts = found.map(({ startTimeMs }) => startTimeMs);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    for (const { traceId, startTimeMs, durationMs, operationName } of found) {
      expect(traceId).toMatch(/^[0-9a-f]{16,32}$/);
      expect(startTimeMs).toBeGreaterThan(range.fromMs);
      expect(startTimeMs).toBeLessThan(range.toMs);
      expect(durationMs).toBeGreaterThanOrEqual(0);
      expect(operationName).not.toBe('');
    }
  });

  it('says when there is more', async () => {
    const result = await jaeger.search({ dataSourceUid, service, range, limit: 1 });
    expect(result).toMatchObject({ ok: true, value: { length: 1 }, warnings: [{ kind: 'truncated' }] });
  });

  it('filters by tags and duration', async () => {
    const slow = { dataSourceUid, service, range, limit: 5, minDurationMs: 50, tags: { 'span.kind': 'server' } };
    const traces = valueOf(await jaeger.searchWithSpans(slow));
    // One span with both in Jaeger's memory and Elasticsearch storage; in Badger and Cassandra each may have its own.
    for (const { spans } of traces) {
      const isServer = ({ tags }: (typeof spans)[number]) =>
        tags.some(({ key, value }) => key === 'span.kind' && value === 'server');
      expect(spans.some(isServer)).toBe(true);
      expect(spans.some(({ durationMs }) => durationMs >= 50)).toBe(true);
    }
    expect(valueOf(await jaeger.search({ ...slow, tags: { 'no.such.tag': 'a "b" c=d' } }))).toEqual([]);
  });

  it('finds nothing for an unknown service', async () => {
    expect(valueOf(await jaeger.search({ dataSourceUid, service: 'no such service', range }))).toEqual([]);
    expect(valueOf(await jaeger.operations({ dataSourceUid, service: 'no such service' }))).toEqual([]);
  });

  it('lists operations of a service', async () => {
    expect(valueOf(await jaeger.operations({ dataSourceUid, service })).length).toBeGreaterThan(0);
  });

  it('shows who calls whom', async () => {
    const { services, edges } = valueOf(await jaeger.dependencies({ dataSourceUid, range }));
    expect(edges.length).toBeGreaterThan(0);
    for (const { source, target, callCount } of edges) {
      expect(services).toEqual(expect.arrayContaining([source, target]));
      expect(callCount).toBeGreaterThan(0);
    }
  });
});

describe('a trace', () => {
  it('holds the same spans, to the microsecond, as Jaeger itself tells', async () => {
    const direct = valueOf(await jaeger.searchWithSpans({ dataSourceUid, service, range, limit: 10 }));
    expect(direct.length).toBeGreaterThan(0);
    const framed = await jaeger.traces({ dataSourceUid, range, traceIds: direct.map(({ traceId }) => traceId) });
    for (const trace of direct) {
      const answer = framed.get(trace.traceId);
      expect(answer?.ok && comparable(answer.value)).toEqual(comparable(trace));
    }
  });

  it('is found by its id in capitals, with spaces', async () => {
    const id = found[0]?.traceId ?? '';
    const trace = valueOf(await jaeger.trace({ dataSourceUid, range, traceId: `  ${id.toUpperCase()} ` }));
    expect(jaeger.isSameTraceId(trace.traceId, id)).toBe(true);
    expect(trace.spans.every(({ traceId }) => traceId === trace.traceId)).toBe(true);
  });

  it('is missing, and leaves the others alone', async () => {
    const id = found[0]?.traceId ?? '';
    const answers = await jaeger.traces({ dataSourceUid, range, traceIds: [id, unknownId, 'zz'] });
    expect(answers.get(id)?.ok).toBe(true);
    expect(answers.get(unknownId)).toMatchObject({ error: { kind: 'not-found', what: 'trace' } });
    expect(answers.get('zz')).toMatchObject({ error: { kind: 'bad-query' } });
  });
});
