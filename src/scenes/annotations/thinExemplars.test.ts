import { type DataFrame, FieldType } from '@grafana/data';
import { thinExemplars } from './thinExemplars';

function exemplars(values: number[]): DataFrame {
  return {
    length: values.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, index) => index) },
      { name: 'Value', type: FieldType.number, config: {}, values },
      { name: 'trace_id', type: FieldType.string, config: {}, values: values.map((_, index) => `t${index}`) },
    ],
  };
}

describe('thinExemplars', () => {
  it('leaves a few alone', () => {
    const few = exemplars([3, 1, 2]);
    expect(thinExemplars(few)).toBe(few);
  });

  it('keeps the slowest of each part of the time, with its trace', () => {
    // 400 of them, ten in each part; the fifth of each ten is the slowest.
    const many = exemplars(Array.from({ length: 400 }, (_, index) => (index % 10 === 5 ? 100 : 1)));
    const kept = thinExemplars(many);
    expect(kept.length).toBe(40);
    expect(new Set(kept.fields[1]?.values)).toEqual(new Set([100]));
    expect(kept.fields[2]?.values.slice(0, 3)).toEqual(['t5', 't15', 't25']);
  });

  it('keeps one of many at one moment', () => {
    const many = exemplars(Array.from({ length: 50 }, (_, index) => index));
    many.fields[0] = { ...many.fields[0]!, values: Array.from({ length: 50 }, () => 7) };
    expect(thinExemplars(many).fields[1]?.values).toEqual([49]);
  });
});
