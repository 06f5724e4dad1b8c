import { type LogRecord } from '../../../src/domain/logs/types';
import {
  and,
  fieldAnyOf,
  fieldBetween,
  fieldEquals,
  fieldExists,
  fieldLike,
  not,
} from '../../../src/domain/logs/lucene';
import { elasticsearch } from '../../../src/datasources';
import { loadDataSources, serverUrl } from './support/runtime';
import { lastHours, valueOf } from './support/window';

jest.mock('@grafana/runtime', () => jest.requireActual('./support/runtime'));

const dataSourceUid = 'elasticsearch';
const index = `watchkeeper-contract-${process.pid}`;
// Long before the demo's data, so that these documents are alone in their window.
const startMs = Date.UTC(2020, 0, 1);
const range = { fromMs: startMs - 1000, toMs: startMs + 3_600_000 };
const nasty = [
  'a "quoted" word',
  'back\\slash',
  'a AND (b OR c)',
  'x:y',
  '<tag>',
  'wild*card?',
  '[1 TO 2]',
  'ünïcödé ✓',
  '-minus +plus',
  '/re.*ge/',
];

interface Document {
  offsetMs: number;
  service?: string;
  level?: string;
  duration_ms?: number;
  note?: string;
  status?: number | string;
}

const documents: Document[] = [
  ...nasty.map((note, position) => ({ offsetMs: position * 1000, service: 'nasty', level: 'INFO', note })),
  { offsetMs: 60_000, service: 'api', level: 'ERROR', duration_ms: 100, status: 500 },
  { offsetMs: 61_000, service: 'api', level: 'INFO', duration_ms: 300, status: '200' },
  { offsetMs: 62_000, service: 'silent', status: 204 },
];

beforeAll(async () => {
  await loadDataSources();
  const keyword = { type: 'keyword' };
  const properties = {
    '@timestamp': { type: 'date' },
    service: keyword,
    level: keyword,
    note: keyword,
    duration_ms: { type: 'float' },
    status: keyword,
  };
  await toServer('PUT', `/${index}`, { mappings: { properties } });
  const lines = documents.flatMap(({ offsetMs, ...document }) => [
    { index: {} },
    { '@timestamp': new Date(startMs + offsetMs).toISOString(), ...document },
  ]);
  await toServer('POST', `/${index}/_bulk?refresh=true`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
});

afterAll(() => toServer('DELETE', `/${index}`));

async function toServer(method: string, path: string, body?: unknown): Promise<void> {
  const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${serverUrl(dataSourceUid)}${path}`, { method, body: text, headers });
  if (!answer.ok) {
    throw new Error(`Elasticsearch answered ${answer.status} to ${method} ${path}: ${await answer.text()}`);
  }
}

function fieldOf(records: readonly LogRecord[], field: string): unknown[] {
  return records.map(({ fields }) => fields[field]);
}

describe('log documents', () => {
  it('come newest first, whole, with their own types', async () => {
    const page = valueOf(
      await elasticsearch.logs({ dataSourceUid, query: fieldAnyOf('service', ['api', 'silent']), range })
    );
    expect(page).toMatchObject({ total: 3, nextPage: undefined });
    expect(fieldOf(page.records, 'status')).toEqual([204, '200', 500]);
    expect(page.records.map(({ timeMs }) => timeMs)).toEqual(
      [62_000, 61_000, 60_000].map((offset) => startMs + offset)
    );
    expect(page.records[0]?.index).toBe(index);
    expect(new Set(page.records.map(({ id }) => id)).size).toBe(3);
  });

  it('come oldest first when asked', async () => {
    const request = { dataSourceUid, query: fieldEquals('service', 'nasty'), range, order: 'oldest-first' as const };
    expect(fieldOf(valueOf(await elasticsearch.logs(request)).records, 'note')).toEqual(nasty);
  });

  it('come page by page, each once', async () => {
    const request = { dataSourceUid, query: '*', range, limit: 4 };
    const seen: string[] = [];
    let after: readonly unknown[] | undefined;
    for (let page = 0; page < 10; page++) {
      const answer = await elasticsearch.logs({ ...request, after });
      const { records, nextPage } = valueOf(answer);
      seen.push(...records.map(({ id }) => id));
      expect(answer).toMatchObject({ warnings: nextPage ? [{ kind: 'truncated' }] : [] });
      if (!nextPage) {
        break;
      }
      after = nextPage;
    }
    expect(seen).toHaveLength(documents.length);
    expect(new Set(seen).size).toBe(documents.length);
  });

  it('come in columns too', async () => {
    const page = valueOf(await elasticsearch.rawData({ dataSourceUid, query: 'service:api', range, limit: 2 }));
    expect(fieldOf(page.records, 'duration_ms')).toEqual([300, 100]);
  });

  it('are none outside the window', async () => {
    const before = { fromMs: startMs - 10_000, toMs: startMs - 5_000 };
    expect(valueOf(await elasticsearch.logs({ dataSourceUid, query: '*', range: before })).records).toEqual([]);
  });
});

describe('Lucene', () => {
  const count = async (query: string) =>
    valueOf(await elasticsearch.logs({ dataSourceUid, query, range })).records.length;

  it.each(nasty.map((value) => [value]))('finds exactly the value %s', async (value) => {
    const page = valueOf(await elasticsearch.logs({ dataSourceUid, query: fieldEquals('note', value), range }));
    expect(fieldOf(page.records, 'note')).toEqual([value]);
  });

  it('combines conditions', async () => {
    expect(await count(fieldAnyOf('note', nasty))).toBe(nasty.length);
    expect(await count(fieldAnyOf('note', []))).toBe(0);
    expect(await count(fieldExists('duration_ms'))).toBe(2);
    expect(await count(and([fieldEquals('service', 'api'), not(fieldEquals('level', 'ERROR'))]))).toBe(1);
    expect(await count(not(fieldExists('level')))).toBe(1);
    expect(await count(fieldBetween('duration_ms', { min: 100, max: 299 }))).toBe(1);
    expect(await count(fieldLike('_index', 'watchkeeper-contract-*'))).toBe(documents.length);
    expect(await count(fieldLike('note', '*minus*'))).toBe(1);
    expect(await count(fieldLike('note', 'wild*card?'))).toBe(1);
  });
});

describe('tables', () => {
  const measure = [
    { kind: 'percentiles' as const, field: 'duration_ms', percents: [50, 95] },
    { kind: 'max' as const, field: 'duration_ms' },
  ];

  it('group and measure, and know a percentile of nothing', async () => {
    const request = { dataSourceUid, query: '*', range, measure };
    const rows = valueOf(await elasticsearch.table({ ...request, groupBy: [{ field: 'service', orderBy: 'value' }] }));
    expect(rows).toEqual([
      {
        group: { service: 'api' },
        values: {
          count: 2,
          'p50 duration_ms': expect.any(Number),
          'p95 duration_ms': expect.any(Number),
          'max duration_ms': 300,
        },
      },
      {
        group: { service: 'nasty' },
        values: { count: nasty.length, 'p50 duration_ms': null, 'p95 duration_ms': null, 'max duration_ms': null },
      },
      {
        group: { service: 'silent' },
        values: { count: 1, 'p50 duration_ms': null, 'p95 duration_ms': null, 'max duration_ms': null },
      },
    ]);
  });

  it('keep the groups before one that lacks the inner field', async () => {
    const groupBy = [
      { field: 'service', orderBy: 'value' as const },
      { field: 'level', orderBy: 'value' as const },
    ] as const;
    const rows = valueOf(await elasticsearch.table({ dataSourceUid, query: '*', range, measure: [], groupBy }));
    expect(rows.map(({ group, values }) => [group.service, group.level, values.count])).toEqual([
      ['api', 'ERROR', 1],
      ['api', 'INFO', 1],
      ['nasty', 'INFO', nasty.length],
      ['silent', '(none)', 1],
    ]);
  });

  it('say when there are more groups', async () => {
    const groupBy = [{ field: 'service', size: 1 }] as const;
    const answer = await elasticsearch.table({ dataSourceUid, query: '*', range, measure: [], groupBy });
    expect(answer).toMatchObject({
      value: [{ group: { service: 'nasty' } }],
      warnings: [{ kind: 'truncated', shown: 1 }],
    });
  });
});

describe('histograms', () => {
  const request = { dataSourceUid, query: '*', range, timeField: '@timestamp', interval: '1m' };
  const sum = (points: ReadonlyArray<readonly [number, number | null]>) =>
    points.reduce((total, [, value]) => total + (value ?? 0), 0);

  it('count by group over time', async () => {
    const series = valueOf(
      await elasticsearch.histogram({ ...request, groupBy: [{ field: 'service' }], measure: [{ kind: 'count' }] })
    );
    const byService = Object.fromEntries(series.map(({ group, points }) => [group.service, sum(points)]));
    expect(byService).toEqual({ api: 2, nasty: nasty.length, silent: 1 });
    const api = series.find(({ group }) => group.service === 'api')?.points.filter(([, value]) => value !== 0);
    expect(api).toEqual([[startMs + 60_000, 2]]);
  });

  it('count by filter and measure', async () => {
    const filters = [
      { name: 'errors', query: fieldEquals('level', 'ERROR') },
      { name: 'all', query: '*' },
    ];
    const measure = [{ kind: 'count' as const }, { kind: 'max' as const, field: 'duration_ms' }];
    const series = valueOf(await elasticsearch.histogram({ ...request, filters, measure }));
    const totals = Object.fromEntries(
      series
        .filter(({ measurement }) => measurement === 'count')
        .map(({ group, points }) => [group.filter, sum(points)])
    );
    expect(totals).toEqual({ errors: 1, all: documents.length });
    const slowest = series.find(
      ({ measurement, group }) => measurement === 'max duration_ms' && group.filter === 'all'
    );
    expect(Math.max(...(slowest?.points ?? []).map(([, value]) => value ?? 0))).toBe(300);
  });
});

describe('resources', () => {
  it('know the fields', async () => {
    const fields = valueOf(
      await elasticsearch.fieldCapabilities({ dataSourceUid, index, matching: /^(note|duration_ms)$/ })
    );
    expect(fields).toEqual([
      { name: 'duration_ms', types: ['float'], searchable: true, aggregatable: true },
      { name: 'note', types: ['keyword'], searchable: true, aggregatable: true },
    ]);
  });

  it('know which fields of the demo logs carry a trace id', async () => {
    const fields = valueOf(await elasticsearch.fieldCapabilities({ dataSourceUid, matching: /trace_?id/i }));
    expect(fields.some(({ types, searchable }) => searchable && types.includes('keyword'))).toBe(true);
  });

  it('search in the query language, several at once', async () => {
    const answers = valueOf(
      await elasticsearch.multiSearch({
        dataSourceUid,
        searches: [
          {
            index,
            body: { size: 1, query: { term: { service: 'api' } }, aggs: { s: { max: { field: 'duration_ms' } } } },
          },
          { index, body: { sort: [{ no_such_field: 'asc' }] } },
          { index: 'no-such-index', body: { size: 0 } },
        ],
      })
    );
    expect(answers[0]).toMatchObject({
      ok: true,
      value: { total: 2, hits: { length: 1 }, aggregations: { s: { value: 300 } } },
    });
    expect(answers[1]).toMatchObject({ ok: false, error: { kind: 'bad-query' } });
    expect(answers[2]).toMatchObject({ ok: true, value: { total: 0 } });
  });
});

describe('failures', () => {
  // A query by its grammar, and more of it than the store reads.
  const query = Array.from({ length: 1100 }, (_, index) => `level:w${index}`).join(' ');
  const error = { kind: 'bad-query', message: expect.stringContaining('level:w0 level:w1') };

  it('explain a query that Elasticsearch cannot read', async () => {
    const everything = { fromMs: startMs - 1000, toMs: Date.now() };
    expect(await elasticsearch.logs({ dataSourceUid, query, range: everything })).toMatchObject({ error });
  });

  it('explain it also when an index outside the range hides it', async () => {
    const recent = { dataSourceUid, query, range: lastHours(1) };
    expect(await elasticsearch.logs(recent)).toMatchObject({ ok: true, value: { records: [] } });
    expect(await elasticsearch.logs({ ...recent, isTyped: true })).toMatchObject({ ok: false, error });
  });

  it('leave the demo logs readable', async () => {
    const page = valueOf(await elasticsearch.logs({ dataSourceUid, query: '*', range: lastHours(7), limit: 3 }));
    expect(page.records).toHaveLength(3);
    expect(page.records.every(({ timeMs }) => timeMs !== null)).toBe(true);
  });
});
