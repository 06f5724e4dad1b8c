import { encodeDependencies, encodeSearch, encodeTrace } from './frames';
import type { JaegerSpan, JaegerTrace } from './model';
import { parseLogfmt } from './tags';

function span(partial: Partial<JaegerSpan>): JaegerSpan {
  return {
    traceID: 't',
    spanID: 's',
    processID: 'p1',
    operationName: 'op',
    startTime: 1_700_000_000_123_456,
    duration: 1_500,
    references: [],
    tags: [],
    logs: [],
    warnings: null,
    ...partial,
  };
}

function trace(spans: JaegerSpan[]): JaegerTrace {
  return {
    traceID: 't',
    spans,
    processes: { p1: { serviceName: 'api', tags: [{ key: 'host', type: 'string', value: 'h' }] } },
  };
}

function column(frame: ReturnType<typeof encodeTrace>, name: string): unknown[] | undefined {
  return frame.data.values[frame.schema.fields.findIndex((field) => field.name === name)];
}

describe('encodeTrace', () => {
  it('gives times in fractional milliseconds', () => {
    const frame = encodeTrace('A', trace([span({})]));
    expect(column(frame, 'startTime')).toEqual([1_700_000_000_123.456]);
    expect(column(frame, 'duration')).toEqual([1.5]);
  });

  it('takes the first CHILD_OF as parent and keeps the other references', () => {
    const references = [
      { refType: 'FOLLOWS_FROM', traceID: 't', spanID: 'f' },
      { refType: 'CHILD_OF', traceID: 'other', spanID: 'c' },
      { refType: 'CHILD_OF', traceID: 't', spanID: 'd' },
    ];
    const frame = encodeTrace('A', trace([span({ references }), span({ references: [references[0]!] })]));
    expect(column(frame, 'parentSpanID')).toEqual(['c', null]);
    expect(column(frame, 'references')).toEqual([
      [
        { refType: 'FOLLOWS_FROM', spanID: 'f', traceID: 't' },
        { refType: 'CHILD_OF', spanID: 'd', traceID: 't' },
      ],
      [{ refType: 'FOLLOWS_FROM', spanID: 'f', traceID: 't' }],
    ]);
  });

  it('leaves event times in the microseconds of Jaeger and names events', () => {
    const logs = [{ timestamp: 1_700_000_000_123_999, fields: [{ key: 'event', type: 'string', value: 'retry' }] }];
    const frame = encodeTrace('A', trace([span({ logs })]));
    expect(column(frame, 'logs')).toEqual([[{ timestamp: 1_700_000_000_123_999, fields: logs[0]?.fields, name: '' }]]);
  });

  it('has an empty service for a process that is not there', () => {
    expect(column(encodeTrace('A', trace([span({ processID: 'gone' })])), 'serviceName')).toEqual(['']);
  });
});

describe('encodeSearch', () => {
  it('names each trace after its earliest span, newest first, with nanoseconds beside', () => {
    const older = trace([
      span({ startTime: 2_000_009, operationName: 'child' }),
      span({ startTime: 2_000_001, duration: 77, operationName: 'root' }),
    ]);
    const newer = { ...trace([span({ startTime: 5_000_500 })]), traceID: 'n' };
    const frame = encodeSearch('A', { uid: 'jaeger', name: 'Jaeger' }, [older, newer, trace([])]);
    expect(frame.data.values).toEqual([
      ['n', 't'],
      ['api: op', 'api: root'],
      [5000, 2000],
      [1500, 77],
    ]);
    expect(frame.data.nanos).toEqual([null, null, [500_000, 1_000], null]);
  });
});

test('encodeDependencies makes sorted nodes and edges named after both ends', () => {
  const [nodes, edges] = encodeDependencies('A', [
    { parent: 'web', child: 'api', callCount: 3 },
    { parent: 'api', child: 'db', callCount: 5 },
  ]);
  expect(nodes?.data.values).toEqual([
    ['api', 'db', 'web'],
    ['api', 'db', 'web'],
  ]);
  expect(edges?.data.values).toEqual([
    ['web--api', 'api--db'],
    ['web', 'api'],
    ['api', 'db'],
    [3, 5],
  ]);
});

describe('parseLogfmt', () => {
  it('reads bare, quoted, escaped and missing values', () => {
    expect(parseLogfmt('error=true http.method="GET /x" msg="say \\"hi\\"" retry empty=')).toEqual({
      error: 'true',
      'http.method': 'GET /x',
      msg: 'say "hi"',
      retry: '',
      empty: '',
    });
  });
});
