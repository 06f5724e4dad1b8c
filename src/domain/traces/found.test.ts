/** @jest-environment node */
import fc from 'fast-check';
import { durationScale, foundFacts, foundTrace, orderTraces, selectTraces } from './found';
import { readDurationMs, readTagQuery, writeTagQuery } from './tagQuery';
import { spanOf, T0_MS, TRACE_ID } from './testing/spans';

describe('tags that were typed', () => {
  it.each([
    ['', {}],
    ['error=true', { error: 'true' }],
    ['  error=true   http.route="/v1/x y" ', { error: 'true', 'http.route': '/v1/x y' }],
    ['a="say \\"hi\\"" b=', { a: 'say "hi"', b: '' }],
    ['url=http://x/?a=b', { url: 'http://x/?a=b' }],
  ])('%j', (text, tags) => {
    expect(readTagQuery(text)).toEqual({ tags });
  });

  it.each([['error'], ['a=1 "b"'], ['a="open'], ['=x'], ['a="x"y']])('%j is not read, and it says so', (text) => {
    expect(readTagQuery(text).problem).toContain('is no tag');
  });

  it('are read as they were written', () => {
    const name = fc.stringMatching(/^[a-z][a-z._-]{0,8}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: 'binary' })), (tags) => {
        expect(readTagQuery(writeTagQuery(tags))).toEqual({ tags: { ...tags } });
      })
    );
  });

  it('are read or refused, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(readTagQuery(text).tags).toBeDefined()));
  });
});

describe('durations that were typed', () => {
  it.each([
    ['100ms', 100],
    ['1.2 s', 1200],
    ['1,5s', 1500],
    ['500us', 0.5],
    ['2m', 120_000],
    ['250', 250],
    ['', undefined],
    ['fast', undefined],
    ['1.2.3s', undefined],
    ['-5ms', undefined],
  ])('%j is %s ms', (text, durationMs) => {
    expect(readDurationMs(text)).toBe(durationMs);
  });
});

describe('found traces', () => {
  const trace = foundTrace({
    traceId: TRACE_ID,
    spans: [
      spanOf('a', 0, 10, { service: 'web', operation: 'GET' }),
      spanOf('b', 5, 40, { service: 'worker', follows: 'a', error: true }),
    ],
  });

  it('are as long as all of their spans, and count them', () => {
    expect(trace).toEqual({
      traceId: TRACE_ID,
      serviceName: 'web',
      operationName: 'GET',
      startTimeMs: T0_MS,
      durationMs: 40,
      spanCount: 2,
      errorCount: 1,
      orphanCount: 0,
      services: ['web', 'worker'],
    });
  });

  it('come newest first, or the failed and then the long ones', () => {
    const list = [
      { ...trace, traceId: 'old failed', startTimeMs: 1, durationMs: 5, errorCount: 2 },
      { ...trace, traceId: 'fast', startTimeMs: 4, durationMs: 7, errorCount: 0 },
      { ...trace, traceId: 'slow', startTimeMs: 2, durationMs: 900, errorCount: 0 },
      { ...trace, traceId: 'failed', startTimeMs: 3, durationMs: 30, errorCount: 1 },
      { ...trace, traceId: 'unknown', startTimeMs: 5, durationMs: 7, errorCount: undefined },
    ];
    const ids = (order: 'newest' | 'worst') => orderTraces(list, order).map(({ traceId }) => traceId);
    expect(ids('newest')).toEqual(['unknown', 'fast', 'failed', 'slow', 'old failed']);
    expect(ids('worst')).toEqual(['failed', 'old failed', 'slow', 'unknown', 'fast']);
  });

  it('say whether the context is carried from service to service', () => {
    const lost = foundTrace({ traceId: TRACE_ID, spans: [spanOf('x', 0, 10, { parent: 'gone' })] });
    expect(foundFacts([trace, lost, trace])).toEqual({ failedCount: 2, spanningCount: 2, brokenCount: 1 });
    expect(foundFacts([])).toEqual({ failedCount: 0, spanningCount: 0, brokenCount: 0 });
  });

  it('are selected by when they began and how long they took', () => {
    const around = { fromMs: T0_MS - 1, toMs: T0_MS + 1, minMs: 30, maxMs: 50 };
    expect(selectTraces([trace], around)).toEqual([trace]);
    expect(selectTraces([trace], { ...around, maxMs: 39 })).toEqual([]);
    expect(selectTraces([trace], { ...around, fromMs: T0_MS + 1 })).toEqual([]);
    expect(selectTraces([trace], undefined)).toEqual([trace]);
  });

  it('stand on a logarithmic axis', () => {
    const scale = durationScale([
      { ...trace, durationMs: 20 },
      { ...trace, durationMs: 3000 },
    ]);
    expect(scale.ticksMs).toEqual([10, 100, 1000, 10_000]);
    expect(scale.ratioOf(100)).toBeCloseTo(1 / 3, 9);
    expect(scale.durationAt(1 / 3)).toBeCloseTo(100, 6);
    expect(durationScale([]).ticksMs).toHaveLength(2);
  });

  it('stay on their axis', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { minLength: 1 }), (durations) => {
        const scale = durationScale(durations.map((durationMs) => ({ ...trace, durationMs })));
        expect(durations.every((ms) => scale.ratioOf(ms) >= -1e-9 && scale.ratioOf(ms) <= 1 + 1e-9)).toBe(true);
      })
    );
  });
});
