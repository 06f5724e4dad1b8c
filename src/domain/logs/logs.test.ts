/** @jest-environment node */
import fc from 'fast-check';
import { buildTree } from '../traces/tree';
import { spanOf, T0_MS, TRACE_ID } from '../traces/testing/spans';
import { attachLines } from './attach';
import { type LogLine, readLogLine } from './logLine';
import { readLevel } from './logLevel';
import { luceneProblem } from './luceneProblem';
import { readTraceId, traceIdsInText, writtenForms } from './traceIdsInText';
import { correlationsInTags, linesOfCorrelations, linesOfTrace, matchesIndex } from './traceLogQuery';

const record = (fields: Record<string, unknown>) => ({ id: 'i#1', index: 'i', timeMs: 1, fields });

describe('log documents', () => {
  it.each<[string, Record<string, unknown>, Partial<LogLine>]>([
    [
      'structlog, enriched by Vector (document 000)',
      {
        event: 'request_completed',
        level: 'info',
        severity: 'INFO',
        service: 'nops-kernel',
        otel_trace_id: TRACE_ID,
        otel_span_id: '00f067aa0ba902b7',
      },
      {
        message: 'request_completed',
        level: 'info',
        service: 'nops-kernel',
        traceId: TRACE_ID,
        spanId: 'f067aa0ba902b7',
      },
    ],
    [
      'ECS',
      {
        'log.level': 'error',
        message: 'boom',
        'service.name': 'cart',
        'trace.id': TRACE_ID,
        'transaction.id': 'f067aa0ba902b700',
        'event.duration': 1_500_000,
      },
      {
        level: 'error',
        message: 'boom',
        service: 'cart',
        traceId: TRACE_ID,
        spanId: 'f067aa0ba902b700',
        durationMs: 1.5,
      },
    ],
    [
      'OpenTelemetry, as the collector exports it',
      {
        'body.text': 'slow',
        severity_number: 13,
        'resource.attributes.service.name': 'api',
        trace_id: TRACE_ID.toUpperCase(),
      },
      { message: 'slow', level: 'warning', service: 'api', traceId: TRACE_ID },
    ],
    [
      'JSON that Filebeat put below json',
      { 'json.msg': 'hi', 'json.level': 30, 'json.traceId': 'a3ce929d0e0e4736', message: '' },
      { message: 'hi', level: 'info', traceId: 'a3ce929d0e0e4736' },
    ],
    [
      'JSON that nobody took out of the message',
      { message: '{"msg":"inside","level":"WARN","trace_id":"a3ce929d0e0e4736"}', service: 'web' },
      { level: 'warning', service: 'web', traceId: 'a3ce929d0e0e4736' },
    ],
    [
      'nested objects',
      { trace: { id: TRACE_ID }, log: { level: 'DEBUG' }, message: 'm' },
      { traceId: TRACE_ID, level: 'debug' },
    ],
    ['Datadog', { 'dd.trace_id': '11803532876627986230', msg: 'm' }, { traceId: 'a3ce929d0e0e4736' }],
    ['nothing at all', {}, { message: '', level: 'unknown', service: '', traceId: undefined, spanId: undefined }],
    ['what is no id', { trace_id: 'none', span_id: 'a b' }, { traceId: undefined, spanId: undefined }],
  ])('of %s', (_, fields, expected) => {
    expect(readLogLine(record(fields))).toMatchObject(expected);
  });

  it("prefer the system's own names", () => {
    const own = {
      message: ['error_message'],
      level: ['severity', 'level'],
      correlationId: ['request_id', 'execution_id'],
    };
    const fields = {
      message: 'no',
      error_message: 'yes',
      level: 'info',
      severity: 'ERROR',
      request_id: 'r',
      execution_id: 'e',
    };
    expect(readLogLine(record(fields), own)).toMatchObject({
      message: 'yes',
      level: 'error',
      correlationIds: ['r', 'e'],
    });
  });

  it('are read whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('message', 'level', 'trace_id', 'span_id', 'duration_ms', 'json'),
          fc.jsonValue()
        ),
        (fields) => {
          expect(readLogLine(record(fields)).id).toBe('i#1');
        }
      )
    );
  });
});

describe('levels', () => {
  it.each([
    ['FATAL', '', 'error'],
    ['ERR', '', 'error'],
    ['Warning', '', 'warning'],
    ['AUDIT', '', 'info'],
    ['INFO2', '', 'info'],
    ['trace', '', 'debug'],
    [17, 'SeverityNumber', 'error'],
    [9, 'severity_number', 'info'],
    [50, 'level', 'error'],
    [40, 'level', 'warning'],
    [3, 'level', 'unknown'],
    ['what', '', 'unknown'],
    [undefined, '', 'unknown'],
  ])('%j in %j is %s', (value, field, level) => {
    expect(readLevel(value, field)).toBe(level);
  });
});

const SHORT = 'a3ce929d0e0e4736';

describe('trace ids in what was pasted', () => {
  it.each([
    [TRACE_ID, [TRACE_ID]],
    [`  ${TRACE_ID.toUpperCase()} \n`, [TRACE_ID]],
    ['4bf92f35-77b3-4da6-a3ce-929d0e0e4736', [TRACE_ID]],
    [`00-${TRACE_ID}-00f067aa0ba902b7-01`, [TRACE_ID]],
    [`traceparent: 00-${TRACE_ID}-00f067aa0ba902b7-01`, [TRACE_ID]],
    [`uber-trace-id: ${SHORT}:00f067aa0ba902b7:0:1`, [SHORT]],
    ['11803532876627986230', [SHORT]],
    ['dd.trace_id=11803532876627986230 dd.span_id=1', [SHORT]],
    [`https://jaeger.example.com/trace/${TRACE_ID}?uiFind=x`, [TRACE_ID]],
    [`https://grafana/explore?left=%7B%22query%22%3A%22${TRACE_ID}%22%7D`, [TRACE_ID]],
    [`https://g/a/watchkeeper-oncall-app/traces/${SHORT}?from=now-1h`, [SHORT]],
    [`2026-11-21 ERROR [cart,${TRACE_ID},00f067aa0ba902b7] boom`, [TRACE_ID, '00f067aa0ba902b7']],
    [`{"level":"error","trace.id":"${TRACE_ID}","message":"boom"}`, [TRACE_ID]],
    [`span 00f067aa0ba902b7 of trace_id="${TRACE_ID}"`, [TRACE_ID, '00f067aa0ba902b7']],
    ['nothing here, not 12345', []],
    ['%E0%A4%A', []],
    ['0'.repeat(32), []],
    ['', []],
  ])('%j: %j', (text, ids) => {
    expect(traceIdsInText(text)).toEqual(ids);
  });

  it('are found in every form in which they are written', () => {
    const id = fc.stringMatching(/^[1-9a-f][0-9a-f]{15}([0-9a-f]{16})?$/);
    fc.assert(
      fc.property(id, (traceId) => {
        for (const form of writtenForms(traceId)) {
          const isDecimal = /^\d{17,20}$/.test(form);
          // Sixteen digits and fewer read as hex: a random id has only digits once in two thousand times.
          if (isDecimal || !/^\d+$/.test(form)) {
            const expected = isDecimal ? traceId.slice(-16) : traceId;
            expect(readTraceId(form)[0]?.padStart(32, '0')).toBe(expected.padStart(32, '0'));
          }
        }
      })
    );
  });

  it('are ids, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(traceIdsInText(text).every((id) => /^([0-9a-f]{16}|[0-9a-f]{32})$/.test(id))).toBe(true);
      })
    );
  });

  it('are written in these forms', () => {
    expect(writtenForms(TRACE_ID)).toEqual([
      TRACE_ID,
      TRACE_ID.toUpperCase(),
      '4bf92f35-77b3-4da6-a3ce-929d0e0e4736',
      '11803532876627986230',
    ]);
    expect(writtenForms(SHORT).slice(0, 2)).toEqual([SHORT, `0000000000000000${SHORT}`]);
  });
});

describe('queries for the lines of a trace', () => {
  const sources = [
    { indexPattern: 'a-logs-*', fields: { traceId: ['trace_id', 'otel_trace_id'], correlationId: ['request_id'] } },
    { indexPattern: 'plain-*', fields: {} },
  ];

  it('ask each index in its own fields', () => {
    const query = linesOfTrace(sources, TRACE_ID);
    expect(query).toMatch(/^\(_index:a\\-logs\\-\*\) AND \(\(\(trace_id:"4bf92f/);
    expect(query).toContain('otel_trace_id:"4bf92f35-77b3-4da6-a3ce-929d0e0e4736"');
    expect(query).not.toContain('plain');
    expect(linesOfCorrelations(sources, ['x"y'])).toBe('(_index:a\\-logs\\-*) AND (request_id:"x\\"y")');
  });

  it('can always be read, and match nothing when there is nothing to look for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ minLength: 1, unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (id, field, pattern) => {
          const source = { indexPattern: pattern, fields: { traceId: [field], correlationId: [field] } };
          expect(luceneProblem(linesOfTrace([source], id))).toBeUndefined();
          expect(luceneProblem(linesOfCorrelations([source], [id]))).toBeUndefined();
        }
      )
    );
    expect(linesOfCorrelations(sources, [])).toContain('NOT *');
    expect(linesOfTrace([], TRACE_ID)).toBe('(* AND NOT *)');
  });

  it('take correlation ids from tags of the same name', () => {
    const tags = [
      { key: 'app.request_id', value: 'r-1' },
      { key: 'requestId', value: 'r-2' },
      { key: 'user_id', value: 7 },
      { key: 'request_id', value: '' },
    ];
    expect(correlationsInTags(tags, sources)).toEqual(['r-1', 'r-2']);
  });

  it.each([
    ['logs-*', 'logs-nops-2026', true],
    ['logs-*', 'app-logs-x', false],
    ['a.b', 'axb', false],
    ['*', 'anything', true],
  ])('index pattern %s and %s: %s', (pattern, index, matches) => {
    expect(matchesIndex(pattern, index)).toBe(matches);
  });
});

describe('lines on the spans of a trace', () => {
  const tree = buildTree(TRACE_ID, [
    spanOf('aa01', 0, 100, { service: 'web' }),
    spanOf('aa02', 10, 90, { service: 'nops_kernel', parent: 'aa01' }),
    spanOf('aa03', 20, 40, { service: 'nops_kernel', parent: 'aa02' }),
  ]);
  const line = (id: string, atMs: number | null, extra: Partial<LogLine> = {}): LogLine => ({
    ...readLogLine({ ...record({}), id }),
    timeMs: atMs === null ? null : T0_MS + atMs,
    traceId: TRACE_ID,
    ...extra,
  });
  const attach = (...lines: LogLine[]) =>
    attachLines(tree, lines, TRACE_ID).map(
      ({ line: { id }, basis, node, isOutside, byCorrelation }) =>
        `${id} ${basis} ${node === undefined ? '–' : tree.nodes[node]?.span.spanId}${isOutside ? ' outside' : ''}${byCorrelation ? ' correlated' : ''}`
    );

  it('go to the span that they name, wherever their time lies', () => {
    expect(attach(line('l', 500, { spanId: 'aa03', service: 'web' }))).toEqual(['l exact aa03 outside']);
  });

  it('go to the deepest span of their service at their time when they name none, or one that is not here', () => {
    expect(
      attach(
        line('l1', 30, { service: 'nops-kernel' }),
        line('l2', 50, { service: 'NOPS_KERNEL', spanId: 'ffff' }),
        line('l3', 95, { service: 'nops_kernel' }),
        line('l4', 30, { service: '' })
      )
    ).toEqual(['l1 inferred aa03', 'l4 trace –', 'l2 inferred aa02', 'l3 trace –']);
  });

  it('go to a span that began within the millisecond of the line', () => {
    const late = buildTree(TRACE_ID, [
      spanOf('aa01', 0, 9, { service: 'web' }),
      spanOf('aa02', 5.409, 6, { service: 'web', parent: 'aa01' }),
    ]);
    expect(attachLines(late, [line('l', 5, { service: 'web' })], TRACE_ID)[0]?.node).toBe(1);
  });

  it('stay where they are when they lie outside the trace; those without a time come last', () => {
    expect(attach(line('none', null), line('after', 5000), line('before', -20), line('in', 100))).toEqual([
      'before trace – outside',
      'in trace –',
      'after trace – outside',
      'none trace –',
    ]);
    expect(attachLines(tree, [line('before', -20)], TRACE_ID)[0]?.offsetUs).toBe(-20_000);
  });

  it('that carry another or no trace id came by their correlation id', () => {
    expect(attach(line('l', 5, { traceId: undefined }))).toEqual(['l trace – correlated']);
    expect(attach(line('l', 5, { traceId: `0${TRACE_ID}`.slice(1) }))).toEqual(['l trace –']);
  });

  it('are found by one sweep as they are one by one', () => {
    const spans = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 50 }), length: fc.integer({ min: 0, max: 30 }), parent: fc.nat() }),
      { minLength: 1, maxLength: 15 }
    );
    fc.assert(
      fc.property(spans, fc.array(fc.integer({ min: -5, max: 90 }), { maxLength: 15 }), (made, times) => {
        const some = buildTree(
          TRACE_ID,
          made.map(({ from, length, parent }, at) =>
            spanOf(`s${at}`, from, from + length, at === 0 ? {} : { parent: `s${parent % at}` })
          )
        );
        const lines = times.map((atMs, at) => ({
          ...line(`l${at}`, 0, { service: 'shop' }),
          timeMs: some.startTimeMs + atMs,
        }));
        for (const { node, offsetUs } of attachLines(some, lines, TRACE_ID)) {
          const at = offsetUs ?? NaN;
          const depths = some.nodes
            .filter(({ startUs, endUs }) => startUs < at + 1000 && endUs >= at)
            .map(({ depth }) => depth);
          expect(node === undefined ? -Infinity : some.nodes[node]?.depth).toBe(Math.max(-Infinity, ...depths));
        }
      })
    );
  });
});
