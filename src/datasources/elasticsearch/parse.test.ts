/** @jest-environment node */
import fc from 'fast-check';
import { frameOf, recordedFrames, recording } from '../testing/recorded';
import { parseFieldCapabilities } from './parseFields';
import { parseLogs, parseRawData } from './parseLogs';
import { parseHistogram, parseTable } from './parseTables';

/** A logs frame of documents, as the data source makes it; the sources hold what the columns may lose. */
function logsFrame(documents: Array<{ timeMs: number | null; source?: string; sort?: unknown[] }>, total?: number) {
  return frameOf(
    {
      '@timestamp': { type: 'time', values: documents.map(({ timeMs }) => timeMs) },
      _id: { type: 'string', values: documents.map((_, index) => `id${index}`) },
      _index: { type: 'string', values: documents.map(() => 'logs-a') },
      _source: { type: 'string', values: documents.map(({ source }) => source ?? null) },
      sort: { type: 'other', values: documents.map(({ sort }) => sort ?? null) },
    },
    { meta: { custom: { total } } }
  );
}

describe('log documents', () => {
  it('reads the recorded ones', () => {
    const page = parseLogs(recordedFrames('elasticsearch-logs'), { limit: 5 });
    expect(page).toMatchObject({ limit: 5, total: 100 });
    expect(page.records).toHaveLength(5);
    expect(page.records[0]).toEqual({
      id: 'logs-nops_kernel-demo-2026-11-21#Qrxf_qEBVo3HYO6kM7DR',
      index: 'logs-nops_kernel-demo-2026-11-21',
      timeMs: 1795268853693,
      level: undefined,
      fields: {
        '@timestamp': '2026-11-21T13:47:33.693Z',
        'context.endpoint': '/api/v1/ask',
        'context.status': 200,
        duration_ms: 332.8,
        environment: 'demo',
        level: 'INFO',
        message: 'request 693 handled',
        otel_span_id: '0000000000000004',
        otel_trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
        service: 'inference_service',
        tenant_id: 'acme',
      },
    });
  });

  it('reads an empty frame, which has no fields', () => {
    expect(parseLogs(recordedFrames('elasticsearch-empty'), { limit: 5 })).toEqual({
      records: [],
      limit: 5,
      total: 0,
      nextPage: undefined,
    });
    expect(parseLogs([])).toMatchObject({ records: [], total: undefined });
  });

  it('sorts by time, in either order, and puts documents without a time last', () => {
    const frames = () => [logsFrame([{ timeMs: 2 }, { timeMs: null }, { timeMs: 3 }, { timeMs: 1 }])];
    const times = (order?: 'oldest-first') => parseLogs(frames(), { order }).records.map(({ timeMs }) => timeMs);
    expect(times()).toEqual([3, 2, 1, null]);
    expect(times('oldest-first')).toEqual([1, 2, 3, null]);
  });

  it('is sorted and complete whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat())), (times) => {
        const records = parseLogs([logsFrame(times.map((timeMs) => ({ timeMs })))]).records;
        const known = times.filter((time) => time !== null);
        expect(records.map(({ timeMs }) => timeMs)).toEqual([
          ...known.sort((a, b) => b - a),
          ...times.filter((time) => time === null),
        ]);
      })
    );
  });

  it('leads on from the last document of the answer, not of the sorted page', () => {
    const frame = logsFrame(
      [
        { timeMs: 1, sort: [1, 10] },
        { timeMs: 9, sort: [9, 11] },
      ],
      40
    );
    expect(parseLogs([frame], { limit: 2 }).nextPage).toEqual([9, 11]);
  });

  it.each([
    [2, 3, 3, undefined],
    [2, 2, 2, undefined],
    [2, 2, 3, []],
    [2, 2, undefined, []],
  ])('%i documents of a limit of %i, %s counted: next page %j', (count, limit, total, nextPage) => {
    const documents = Array.from({ length: count }, (_, index) => ({ timeMs: index }));
    expect(parseLogs([logsFrame(documents, total)], { limit }).nextPage).toEqual(nextPage);
  });

  it('reads the level that the data source renames, and the document under its own names', () => {
    const frame = logsFrame([{ timeMs: 1, source: '{"severity":"ERROR"}' }]);
    const renamed = { ...frame, fields: [...frame.fields, { name: 'level', type: 'string', values: ['ERROR'] }] };
    expect(parseLogs([renamed]).records[0]).toMatchObject({ level: 'ERROR', fields: { severity: 'ERROR' } });
    const numeric = { ...frame, fields: [...frame.fields, { name: 'level', type: 'number', values: [30] }] };
    expect(parseLogs([numeric]).records[0]?.level).toBe('30');
  });

  it('keeps values that the columns lose because their type differs', () => {
    const frame = logsFrame([{ timeMs: 1, source: '{"status":"500"}' }]);
    const column = { name: 'status', type: 'number', values: [null] };
    expect(parseLogs([{ ...frame, fields: [...frame.fields, column] }]).records[0]?.fields).toEqual({ status: '500' });
  });

  it.each([['{broken'], ['[1]'], [undefined]])('falls back on the columns without a readable source (%j)', (source) => {
    const frame = logsFrame([{ timeMs: 1, source: source ?? undefined }]);
    const columns = [
      { name: 'message', type: 'string', values: ['hello'] },
      { name: 'other', type: 'string', values: [null] },
    ];
    expect(parseLogs([{ ...frame, fields: [...frame.fields, ...columns] }]).records[0]?.fields).toEqual({
      '@timestamp': 1,
      message: 'hello',
    });
  });

  it('reads raw data', () => {
    const page = parseRawData(recordedFrames('elasticsearch-raw-data'), { limit: 3 });
    expect(page.records.map(({ timeMs }) => timeMs)).toEqual([1795268844687, 1795268836682, 1795268818670]);
    expect(page.records[0]?.id).toBe('logs-nops_kernel-demo-2026-11-21#PLxf_qEBVo3HYO6kM7DR');
  });
});

describe('tables', () => {
  const measure = [
    { kind: 'count' as const },
    { kind: 'avg' as const, field: 'duration_ms' },
    { kind: 'percentiles' as const, field: 'duration_ms', percents: [95, 99] },
  ];

  it('reads the recorded groups', () => {
    const rows = parseTable(recordedFrames('elasticsearch-terms'), { groupBy: [{ field: 'service' }], measure });
    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual({
      group: { service: 'nops_kernel' },
      values: {
        count: 227,
        'avg duration_ms': 316.74405389026396,
        'p95 duration_ms': 959.8000244140624,
        'p99 duration_ms': 1540.3740319824187,
      },
    });
  });

  it('reads two levels of groups', () => {
    const groupBy = [{ field: 'service' }, { field: 'level' }] as const;
    const rows = parseTable(recordedFrames('elasticsearch-terms-two'), { groupBy, measure: [] });
    expect(rows.slice(0, 2)).toEqual([
      { group: { service: 'nops_kernel', level: 'WARN' }, values: { count: 18 } },
      { group: { service: 'nops_kernel', level: 'INFO' }, values: { count: 152 } },
    ]);
  });

  it('has no percentile of nothing, for which the data source writes 0', () => {
    const frame = frameOf({
      service: { type: 'string', values: ['a', 'b'] },
      Count: { type: 'number', values: [3, 4] },
      'p95.0 duration_ms': { type: 'number', values: [0, 0] },
      Average: { type: 'number', values: [null, 0] },
    });
    const only95 = [{ kind: 'percentiles' as const, field: 'duration_ms', percents: [95] }];
    expect(parseTable([frame], { groupBy: [{ field: 'service' }], measure: only95 })).toEqual([
      { group: { service: 'a' }, values: { count: 3, 'p95 duration_ms': null } },
      { group: { service: 'b' }, values: { count: 4, 'p95 duration_ms': 0 } },
    ]);
  });

  it('writes numeric groups as text', () => {
    const frame = frameOf({
      status: { type: 'number', values: [500, null] },
      Count: { type: 'number', values: [1, 2] },
    });
    expect(parseTable([frame], { groupBy: [{ field: 'status' }], measure: [] }).map(({ group }) => group)).toEqual([
      { status: '500' },
      { status: '' },
    ]);
  });

  it('reads what filters in last place bring: nothing', () => {
    expect(
      parseTable(recordedFrames('elasticsearch-filters-last'), { groupBy: [{ field: 'x' }], measure: [] })
    ).toEqual([]);
  });
});

describe('histograms', () => {
  const point = { Time: { type: 'time', values: [10, 20] }, Value: { type: 'number', values: [1, null] } };
  const named = (...parts: string[]) => frameOf(point, { name: parts.join('\u001f') });

  it('reads groups, measurements and empty buckets', () => {
    const series = parseHistogram([named('p95.0', 'd', 'errors', 'api'), named('Count', '', 'all', 'api')], {
      groupBy: [{ field: 'service' }],
      filters: [{ name: 'errors', query: 'x' }],
      measure: [{ kind: 'count' }, { kind: 'percentiles', field: 'd', percents: [95] }],
    });
    const points = [
      [10, 1],
      [20, null],
    ];
    expect(series).toEqual([
      { group: { filter: 'errors', service: 'api' }, measurement: 'p95 d', points },
      { group: { filter: 'all', service: 'api' }, measurement: 'count', points },
    ]);
  });

  it('leaves out series that are named otherwise', () => {
    expect(parseHistogram(recordedFrames('elasticsearch-date-histogram'), { measure: [{ kind: 'count' }] })).toEqual(
      []
    );
  });
});

describe('field capabilities', () => {
  it('reads the recorded fields, without objects and fields of the store', () => {
    const fields = parseFieldCapabilities(recording('elasticsearch-field-caps').response);
    expect(fields.map(({ name }) => name)).toEqual(
      [
        '@timestamp',
        'context.endpoint',
        'context.status',
        'duration_ms',
        'environment',
        'level',
        'message',
        'otel_span_id',
        'otel_trace_id',
        'service',
        'tenant_id',
      ].sort((a, b) => a.localeCompare(b))
    );
    expect(fields.find(({ name }) => name === 'message')).toEqual({
      name: 'message',
      types: ['text'],
      searchable: true,
      aggregatable: false,
    });
  });

  it('is careful where indices disagree', () => {
    const capability = (type: string, aggregatable: boolean) => ({ [type]: { searchable: true, aggregatable } });
    const fields = { trace: { ...capability('keyword', true), ...capability('text', false) } };
    expect(parseFieldCapabilities({ fields })).toEqual([
      { name: 'trace', types: ['keyword', 'text'], searchable: true, aggregatable: false },
    ]);
    expect(parseFieldCapabilities(null)).toEqual([]);
  });
});
