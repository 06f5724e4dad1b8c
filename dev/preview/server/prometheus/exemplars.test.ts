import { encodeExemplars, sampleExemplars } from './exemplars';
import type { PrometheusQuery } from './model';

const QUERY = { refId: 'A', expr: 'x', legendFormat: '', stepMs: 10_000 } as PrometheusQuery;

function at(timeMs: number, value: number) {
  return { timeMs, value, labels: {} };
}

describe('sampleExemplars', () => {
  it('keeps the greatest value of each step', () => {
    // deviation of 1, 2, 3, 4 is 1.29, so nothing in a step lies two deviations below its greatest
    expect(sampleExemplars([at(1_000, 1), at(2_000, 3), at(11_000, 2), at(12_000, 4)], 10_000)).toEqual([
      at(2_000, 3),
      at(12_000, 4),
    ]);
  });

  it('keeps a value of the same step that lies far below', () => {
    // ten values of 0 and one of 100: deviation 30.2; 100 - 0 is more than 60.3
    const zeros = Array.from({ length: 10 }, (_, index) => at(20_000 + index, 0));
    expect(sampleExemplars([at(1_000, 100), at(2_000, 0), ...zeros.slice(1)], 10_000)).toEqual([
      at(1_000, 100),
      at(2_000, 0),
      at(20_001, 0),
    ]);
  });
});

describe('encodeExemplars', () => {
  it('makes a column a label, sorted, empty where a series has none', () => {
    const frames = encodeExemplars(QUERY, [
      {
        seriesLabels: { le: '1', job: 'a' },
        exemplars: [{ labels: { trace_id: 't1' }, value: '0.5', timestamp: 1.25 }],
      },
      { seriesLabels: { job: 'b' }, exemplars: [{ labels: { trace_id: 't2' }, value: '2', timestamp: 30 }] },
    ]);
    expect(frames[0]?.schema.fields.map((field) => field.name)).toEqual(['Time', 'Value', 'job', 'le', 'trace_id']);
    expect(frames[0]?.data.values).toEqual([
      [1250, 30_000],
      [0.5, 2],
      ['a', 'b'],
      ['1', ''],
      ['t1', 't2'],
    ]);
  });

  it('makes no frame of nothing', () => {
    expect(encodeExemplars(QUERY, [{ seriesLabels: {}, exemplars: [] }])).toEqual([]);
  });
});
