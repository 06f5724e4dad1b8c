import { type DataFrame, FieldType } from '@grafana/data';
import { groupFrame, timelineFrames } from './logFrames';
import { type LogQuestion } from './logSpecs';

const schema = { indexPattern: 'x-*', timeField: '@timestamp', fields: { service: ['svc'] } };
const ofServices: LogQuestion = {
  query: { schema: 'x', by: ['service'], part: { title: 'Errors', where: [{ field: 'level', anyOf: ['ERROR'] }] } },
  schema,
};

const table = (refId: string, services: string[], counts: number[]): DataFrame => ({
  refId,
  length: services.length,
  fields: [
    { name: 'svc', type: FieldType.string, config: {}, values: services },
    { name: 'Count', type: FieldType.number, config: {}, values: counts },
  ],
});

test('groups stand with their part and its share, the largest part first; no part is zero', () => {
  const frame = groupFrame(
    [table('A', ['calm', 'busy', 'bad'], [50, 1000, 40]), table('B', ['bad', 'busy'], [10, 20])],
    ofServices
  );
  expect(frame.fields.map(({ name, values }) => [name, values])).toEqual([
    ['Service', ['busy', 'bad', 'calm']],
    ['Lines', [1000, 40, 50]],
    ['Errors', [20, 10, 0]],
    ['Share', [0.02, 0.25, 0]],
  ]);
});

test('without a part there are only the lines', () => {
  const { part: _, ...query } = ofServices.query;
  const frame = groupFrame([table('A', ['a'], [3])], { query, schema });
  expect(frame.fields.map(({ name }) => name)).toEqual(['Service', 'Lines']);
});

test('a series is named by its group, and a bucket without lines is zero', () => {
  const separator = '\u001f';
  const frames: DataFrame[] = [
    {
      name: ['Count', '', 'shop'].join(separator),
      length: 2,
      fields: [
        { name: 'Time', type: FieldType.time, config: {}, values: [1000, 2000] },
        { name: 'Value', type: FieldType.number, config: {}, values: [4, null] },
      ],
    },
  ];
  const [series] = timelineFrames(frames, ofServices);
  expect(series?.fields[1]?.config.displayNameFromDS).toBe('shop');
  expect(series?.fields[1]?.values).toEqual([4, 0]);
});

test('levels that differ in capitals only are one series, the gravest one first', () => {
  const separator = '\u001f';
  const series = (level: string, values: number[]): DataFrame => ({
    name: `Count${separator}${separator}${level}`,
    length: values.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: [10, 20] },
      { name: 'Value', type: FieldType.number, config: {}, values },
    ],
  });
  const question = { query: { schema: 'x', by: ['level'] }, schema: { ...schema, fields: { level: ['level'] } } };
  const frames = timelineFrames([series('INFO', [1, 2]), series('error', [5, 6]), series('info', [10, 20])], question);
  expect(frames.map(({ name, fields }) => [name, fields[1]?.values])).toEqual([
    ['ERROR', [5, 6]],
    ['INFO', [11, 22]],
  ]);
});
