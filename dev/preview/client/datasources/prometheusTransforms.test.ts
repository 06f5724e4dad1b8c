import { createDataFrame, FieldType, type DataFrame, type Labels } from '@grafana/data';

import { toHeatmap, toTable, transformResponse } from './prometheusTransforms';

function series(labels: Labels, times: number[], values: number[], resultType = 'vector'): DataFrame {
  return createDataFrame({
    refId: 'A',
    meta: { custom: { resultType } },
    fields: [
      { name: 'Time', type: FieldType.time, values: times, config: { interval: 1000 } },
      { name: 'Value', type: FieldType.number, labels, values },
    ],
  });
}

function columns(frame: DataFrame | undefined): Record<string, unknown[]> {
  return Object.fromEntries((frame?.fields ?? []).map((field) => [field.name, field.values]));
}

test('toTable makes a column a label and sorts by time', () => {
  const table = toTable([series({ job: 'a' }, [20], [1]), series({ job: 'b', az: 'x' }, [10], [2])], 'Value');
  expect(columns(table)).toEqual({ Time: [10, 20], job: ['b', 'a'], az: ['x', ''], Value: [2, 1] });
});

test('toHeatmap takes cumulative buckets apart, lowest first, never below zero', () => {
  const buckets = [
    series({ le: '+Inf' }, [1, 2], [10, 10]),
    series({ le: '0.5' }, [1, 2], [4, 6]),
    series({ le: '1' }, [1, 2], [9, 5]),
  ];
  const heatmap = toHeatmap(buckets);
  expect(heatmap?.fields.map((field) => field.name)).toEqual(['Time', '0.5', '1', '+Inf']);
  expect(heatmap?.fields.slice(1).map((field) => field.values)).toEqual([
    [4, 6],
    [5, 0],
    [1, 5],
  ]);
  expect(toHeatmap([])).toBeUndefined();
});

describe('transformResponse', () => {
  const request = (format?: string) => ({ targets: [{ refId: 'A', expr: 'x', format }] }) as never;

  it('makes tables only where the query asks for them', () => {
    const frames = [series({ job: 'a' }, [1], [1]), series({ job: 'b' }, [1], [2])];
    expect(transformResponse({ data: frames }, request('table'), {}).data).toHaveLength(1);
    expect(transformResponse({ data: frames }, request(), {}).data).toHaveLength(2);
  });

  it('marks exemplars as annotations and links them where the data source says', () => {
    const exemplars = createDataFrame({
      refId: 'A',
      meta: { custom: { resultType: 'exemplar' } },
      fields: [{ name: 'trace_id', type: FieldType.string, values: ['t'] }],
    });
    const options = { exemplarTraceIdDestinations: [{ name: 'trace_id', url: '/x/${__value.raw}' }] };
    const [frame] = transformResponse({ data: [exemplars] }, request(), options).data as DataFrame[];
    expect(frame?.meta?.dataTopic).toBe('annotations');
    expect(frame?.fields[0]?.config.links).toEqual([
      { title: 'Go to /x/${__value.raw}', url: '/x/${__value.raw}', targetBlank: true },
    ]);
  });
});
