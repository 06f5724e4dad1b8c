import { type KeyValue, type Span, type Trace } from '../traces/types';
import { slowSummaries, slowTraces } from './slowTraces';

const span = (changes: Partial<Span> & Pick<Span, 'spanId'>): Span => ({
  traceId: 't',
  parentSpanId: 'root',
  operationName: 'GET /',
  serviceName: 'api',
  serviceTags: [],
  startTimeMs: 0,
  durationMs: 10,
  tags: [],
  events: [],
  references: [],
  warnings: [],
  ...changes,
});
const trace = (traceId: string, spans: Span[]): Trace => ({ traceId, spans });
const failed = (tag: KeyValue): Partial<Span> => ({ tags: [tag] });

it('orders traces by the longest span of what was searched for, not by the whole trace', () => {
  const traces = [
    trace('long', [
      span({
        spanId: 'root',
        parentSpanId: null,
        serviceName: 'web',
        operationName: 'page',
        startTimeMs: 100,
        durationMs: 900,
      }),
      span({ spanId: 'a', startTimeMs: 150, durationMs: 20 }),
      span({ spanId: 'b', startTimeMs: 990, durationMs: 30 }),
    ]),
    trace('slow', [span({ spanId: 'root', parentSpanId: null, startTimeMs: 7, durationMs: 300 })]),
    trace('empty', []),
  ];
  expect(slowTraces(traces, { service: 'api', operation: 'GET /' })).toEqual([
    { traceId: 'slow', startTimeMs: 7, spanMs: 300, traceMs: 300, spanCount: 1, errorCount: 0, root: 'api: GET /' },
    // The last span ends at 1020, after the root.
    { traceId: 'long', startTimeMs: 100, spanMs: 30, traceMs: 920, spanCount: 3, errorCount: 0, root: 'web: page' },
  ]);
});

it('counts failed spans of the whole trace, by the tags of either library', () => {
  const [first] = slowTraces(
    [
      trace('t', [
        span({ spanId: '1', ...failed({ key: 'error', value: true }) }),
        span({ spanId: '2', serviceName: 'db', ...failed({ key: 'otel.status_code', value: 'ERROR' }) }),
        span({ spanId: '3', ...failed({ key: 'error', value: false }) }),
        span({ spanId: '4', ...failed({ key: 'otel.status_code', value: 'OK' }) }),
      ]),
    ],
    { service: 'api' }
  );
  expect(first?.errorCount).toBe(2);
});

it('says less of traces whose spans could not be read', () => {
  const summary = { traceId: 'a', serviceName: '', operationName: 'GET /', startTimeMs: 1, durationMs: 5 };
  expect(slowSummaries([summary, { ...summary, traceId: 'b', durationMs: 9 }])).toEqual([
    { traceId: 'b', startTimeMs: 1, spanMs: 9, root: 'GET /' },
    { traceId: 'a', startTimeMs: 1, spanMs: 5, root: 'GET /' },
  ]);
});
