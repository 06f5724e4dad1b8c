/** @jest-environment node */
import fc from 'fast-check';
import { groupNames, histogramQuery, parseAlias, tableQuery } from './aggregations';
import { columnsOf, metricsOf, withGuards } from './measurements';
import { logsQuery, rawDataQuery } from './queries';

const spec = { dataSourceUid: 'elasticsearch', query: 'level:"ERROR"' };
const datasource = { uid: 'elasticsearch', type: 'elasticsearch' };

describe('document queries', () => {
  it('writes the limit as a string: a number would silently become 500', () => {
    expect(logsQuery({ ...spec, limit: 5 })).toEqual({
      refId: 'A',
      datasource,
      query: 'level:"ERROR"',
      metrics: [{ id: '1', type: 'logs', settings: { limit: '5' } }],
      bucketAggs: [],
    });
    expect(rawDataQuery({ ...spec, limit: 3 }).metrics).toEqual([
      { id: '1', type: 'raw_data', settings: { size: '3' } },
    ]);
    expect(logsQuery(spec).metrics[0]?.settings).toEqual({ limit: '500' });
  });

  it('pages on, in either order', () => {
    expect(logsQuery({ ...spec, order: 'oldest-first', after: [123, 4] }).metrics[0]?.settings).toEqual({
      limit: '500',
      sortDirection: 'asc',
      searchAfter: [123, 4],
    });
  });
});

describe('table queries', () => {
  it('groups, counts and measures; every setting is a string', () => {
    const query = tableQuery({
      ...spec,
      groupBy: [{ field: 'service', size: 10 }],
      measure: [{ kind: 'percentiles', field: 'duration_ms', percents: [95, 99.9] }],
    });
    expect(query.metrics).toEqual([
      { id: '1', type: 'count' },
      { id: '2', type: 'percentiles', field: 'duration_ms', settings: { percents: ['95', '99.9'] } },
      // Tells a percentile of nothing from 0.
      { id: '3', type: 'avg', field: 'duration_ms' },
    ]);
    expect(query.bucketAggs).toEqual([
      {
        id: '4',
        type: 'terms',
        field: 'service',
        settings: { size: '10', order: 'desc', orderBy: '_count', min_doc_count: '1' },
      },
    ]);
  });

  it('names missing values in every group but the first, or rows before them would be lost', () => {
    const groupBy = [{ field: 'a' }, { field: 'b' }, { field: 'c', missing: '0' }] as const;
    const { bucketAggs } = tableQuery({ ...spec, groupBy, measure: [] });
    expect(bucketAggs.map(({ settings }) => settings.missing)).toEqual([undefined, '(none)', '0']);
  });

  it('orders by value when asked', () => {
    const { bucketAggs } = tableQuery({ ...spec, groupBy: [{ field: 'a', orderBy: 'value' }], measure: [] });
    expect(bucketAggs[0]?.settings).toMatchObject({ order: 'asc', orderBy: '_key' });
  });
});

describe('histogram queries', () => {
  const filters = [
    { name: 'errors', query: 'level:"ERROR"' },
    { name: 'all', query: '*' },
  ];

  it('ends with the time buckets: filters in last place bring nothing', () => {
    const query = histogramQuery({
      ...spec,
      timeField: '@timestamp',
      filters,
      groupBy: [{ field: 'service' }],
      measure: [{ kind: 'count' }],
      interval: '1m',
    });
    expect(query.bucketAggs.map(({ id, type }) => [id, type])).toEqual([
      ['2', 'filters'],
      ['3', 'terms'],
      ['4', 'date_histogram'],
    ]);
    expect(query.bucketAggs[0]?.settings).toEqual({
      filters: [
        { query: 'level:"ERROR"', label: 'errors' },
        { query: '*', label: 'all' },
      ],
    });
    expect(query.bucketAggs[2]).toMatchObject({
      field: '@timestamp',
      settings: { interval: '1m', min_doc_count: '0' },
    });
  });

  it('names series so that the group can be read back, whatever its values', () => {
    const groupBy = [{ field: 'service.name' }, { field: 'level' }];
    const { alias = '' } = histogramQuery({ ...spec, timeField: 't', groupBy, filters, measure: [{ kind: 'count' }] });
    const value = fc.string().filter((text) => !text.includes('\u001f') && !text.includes('$'));
    fc.assert(
      fc.property(value, value, value, (filter, service, level) => {
        // What the data source does with an alias.
        const name = alias
          .replace('{{metric}}', 'Count')
          .replace('{{field}}', '')
          .replace('{{filter}}', filter)
          .replace('{{term service.name}}', service)
          .replace('{{term level}}', level);
        expect(parseAlias(name, groupNames(groupBy, true))).toEqual({
          aliasMetric: 'Count',
          field: '',
          group: { filter, 'service.name': service, level },
        });
      })
    );
  });

  it('does not read another name', () => {
    expect(parseAlias('INFO', ['level'])).toBeUndefined();
  });
});

describe('measurements', () => {
  it('knows how the data source names columns', () => {
    const names = (measure: Parameters<typeof columnsOf>[0]) => columnsOf(measure).map(({ column }) => column);
    expect(
      names([
        { kind: 'count' },
        { kind: 'avg', field: 'd' },
        { kind: 'percentiles', field: 'd', percents: [50, 99.9] },
        { kind: 'distinct', field: 'user' },
      ])
    ).toEqual(['Count', 'Average', 'p50.0 d', 'p99.9 d', 'Unique Count']);
    expect(
      names([
        { kind: 'max', field: 'a' },
        { kind: 'max', field: 'b' },
      ])
    ).toEqual(['Max a', 'Max b']);
    expect(
      names([
        { kind: 'sum', field: 'a' },
        { kind: 'sum', field: 'a' },
      ])
    ).toEqual(['Sum a 1', 'Sum a 2']);
  });

  it('guards each field of percentiles once', () => {
    const percentiles = (field: string) => ({ kind: 'percentiles' as const, field, percents: [95] });
    expect(withGuards([percentiles('a'), percentiles('a'), percentiles('b'), { kind: 'avg', field: 'b' }])).toEqual([
      percentiles('a'),
      percentiles('a'),
      percentiles('b'),
      { kind: 'avg', field: 'b' },
      { kind: 'avg', field: 'a' },
    ]);
  });

  it('numbers the metrics: ordering by one needs a numeric id', () => {
    const kinds = ['distinct', 'avg', 'sum', 'min', 'max'] as const;
    expect(metricsOf([{ kind: 'count' }, ...kinds.map((kind) => ({ kind, field: 'x' }))])).toEqual([
      { id: '1', type: 'count' },
      { id: '2', type: 'cardinality', field: 'x' },
      { id: '3', type: 'avg', field: 'x' },
      { id: '4', type: 'sum', field: 'x' },
      { id: '5', type: 'min', field: 'x' },
      { id: '6', type: 'max', field: 'x' },
    ]);
  });
});
