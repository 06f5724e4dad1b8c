import { encodeLogs, encodeRawData, flatten, type Hit } from './documents';

const FIELDS = { timeField: '@timestamp', logMessageField: 'message', logLevelField: 'severity' };
const QUERY = { refId: 'A', metrics: [{ id: '1', type: 'logs', settings: { limit: '5' } }] };

function hit(source: Record<string, unknown>, more: Partial<Hit> = {}): Hit {
  return { _id: '1', _index: 'logs', _source: source, sort: [7], ...more };
}

function column(frame: ReturnType<typeof encodeLogs>, name: string): unknown[] | undefined {
  return frame.data.values[frame.schema.fields.findIndex((field) => field.name === name)];
}

describe('flatten', () => {
  it('dots nested keys and leaves lists and empty objects', () => {
    expect(flatten({ a: { b: { c: 1 }, d: [1, { e: 2 }] }, f: {} })).toEqual({
      'a.b.c': 1,
      'a.d': [1, { e: 2 }],
      f: {},
    });
  });

  it('stops at ten levels', () => {
    const deep = { a: { a: { a: { a: { a: { a: { a: { a: { a: { a: { a: { a: 1 } } } } } } } } } } } };
    expect(flatten(deep)).toEqual({ 'a.a.a.a.a.a.a.a.a.a.a': { a: 1 } });
  });
});

describe('encodeLogs', () => {
  it('puts time and message first and sorts the rest by code point', () => {
    const frame = encodeLogs(
      QUERY,
      { hits: [hit({ zeta: 1, Alpha: 2, message: 'm', '@timestamp': '2026-01-01T00:00:00Z' })] },
      FIELDS
    );
    expect(frame.schema.fields.map((field) => field.name)).toEqual([
      '@timestamp',
      'message',
      'Alpha',
      '_id',
      '_index',
      '_source',
      '_type',
      'highlight',
      'id',
      'sort',
      'zeta',
    ]);
  });

  it('reads times to the nanosecond and gives up on anything else', () => {
    const times = ['2026-01-01T00:00:00.123456789Z', '2026-01-01T01:00:00+01:00', '01/01/2026', 42];
    const frame = encodeLogs(QUERY, { hits: times.map((time) => hit({ '@timestamp': time })) }, FIELDS);
    expect(column(frame, '@timestamp')).toEqual([Date.UTC(2026, 0, 1, 0, 0, 0, 123), Date.UTC(2026, 0, 1), null, null]);
    expect(frame.data.nanos?.[0]).toEqual([456_789, 0, 0, 0]);
  });

  it('renames the level field, and keeps it in the source', () => {
    const frame = encodeLogs(QUERY, { hits: [hit({ severity: 'ERROR', text: '<b>' })] }, FIELDS);
    expect(column(frame, 'level')).toEqual(['ERROR']);
    expect(column(frame, 'severity')).toBeUndefined();
    expect(column(frame, '_source')).toEqual(['{"severity":"ERROR","text":"\\u003cb\\u003e"}']);
  });

  it('types a column by its first value and drops values of other types', () => {
    const frame = encodeLogs(QUERY, { hits: [hit({ status: 500 }), hit({ status: '500' }), hit({})] }, FIELDS);
    expect(frame.schema.fields.find((field) => field.name === 'status')).toMatchObject({
      type: 'number',
      typeInfo: { frame: 'float64', nullable: true },
    });
    expect(column(frame, 'status')).toEqual([500, null, null]);
  });

  it('says the limit, the total, and which words matched', () => {
    const highlight = { message: ['a @HIGHLIGHT@timeout@/HIGHLIGHT@ and @HIGHLIGHT@error@/HIGHLIGHT@'] };
    const frame = encodeLogs(QUERY, { total: { value: 99 }, hits: [hit({ message: 'm' }, { highlight })] }, FIELDS);
    expect(frame.schema.meta?.custom).toEqual({ limit: 5, searchWords: ['error', 'timeout'], total: 99 });
  });

  it('has no field at all without hits', () => {
    expect(encodeLogs(QUERY, { hits: [] }, FIELDS).schema.fields).toEqual([]);
  });
});

test('raw data has neither source nor id, and sorts the message in', () => {
  const frame = encodeRawData(
    { refId: 'A' },
    { hits: [hit({ message: 'm', '@timestamp': '2026-01-01T00:00:00Z', b: true })] },
    FIELDS
  );
  expect(frame.schema.fields.map((field) => field.name)).toEqual([
    '@timestamp',
    '_id',
    '_index',
    '_type',
    'b',
    'highlight',
    'message',
    'sort',
  ]);
});
