import { type DataFrame, FieldType } from '@grafana/data';
import { type Signal } from '../../../domain/signals/types';
import { type ResolvedQuery } from '../panelQueries';
import { tableFrame } from './tableData';

const signal = (title: string, direction: Signal['direction']): Signal => ({
  kind: 'rate',
  title,
  metric: 'x_total',
  unit: 'reqps',
  direction,
});
const query = (
  refId: string,
  title: string,
  by: string[],
  direction: Signal['direction'] = 'lower-is-better'
): ResolvedQuery => ({
  refId,
  signal: signal(title, direction),
  query: { signal: 's.x', by },
});
const series = (refId: string, labels: Record<string, string>, values: Array<number | null>): DataFrame => ({
  refId,
  length: values.length,
  fields: [
    { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, index) => index) },
    { name: 'Value', type: FieldType.number, config: {}, labels, values },
  ],
});
const columns = (frame: DataFrame) => Object.fromEntries(frame.fields.map(({ name, values }) => [name, values]));

describe('tableFrame', () => {
  const queries = [query('A', 'Errors', ['service']), query('B', 'Traffic', ['service'])];

  it('puts the queries of a label side by side, largest first, newest value', () => {
    const frame = tableFrame(
      [
        series('A', { service: 'calm' }, [9, 1]),
        series('B', { service: 'calm' }, [10]),
        series('A', { service: 'bad' }, [5]),
        series('B', { service: 'bad' }, [20]),
      ],
      queries
    );
    expect(columns(frame)).toEqual({ service: ['bad', 'calm'], A: [5, 1], B: [20, 10] });
    expect(frame.fields.map(({ config }) => config.displayName)).toEqual(['Service', 'Errors', 'Traffic']);
  });

  it('keeps rows that one query does not know, and puts those without the first value last', () => {
    const frame = tableFrame([series('B', { service: 'idle' }, [1]), series('A', { service: 'bad' }, [5])], queries);
    expect(columns(frame)).toEqual({ service: ['bad', 'idle'], A: [5, null], B: [null, 1] });
  });

  it('sorts the smallest first when higher is better, and skips what is no number', () => {
    const frame = tableFrame(
      [
        series('A', { service: 'good' }, [0.999]),
        series('A', { service: 'poor' }, [0.5]),
        series('A', { service: 'none' }, [NaN]),
      ],
      [query('A', 'Success', ['service'], 'higher-is-better')]
    );
    expect(columns(frame)).toEqual({ service: ['poor', 'good'], A: [0.5, 0.999] });
  });
});
