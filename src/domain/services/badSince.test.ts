import { type Signal } from '../signals/types';
import { badSince } from './badSince';
import { type ServiceRow } from './rows';

const errors: Signal = {
  kind: 'gauge',
  title: 'Errors',
  metric: 'e',
  aggregation: 'max',
  unit: 'percentunit',
  thresholds: { warning: 0.01, critical: 0.05 },
};
const row = (values: number[], state: ServiceRow['state'] = 'critical'): ServiceRow => ({
  system: 's',
  service: 'a',
  state,
  values: {
    errors: { signal: errors, value: values.at(-1), state, points: values.map((v, i) => [i * 1000, v] as const) },
  },
});

it.each([
  ['begins with the first value past a bound', [0, 0, 0.02, 0.06, 0.07], { sinceMs: 2000, isWholeRange: false }],
  ['begins anew after a good value', [0.06, 0, 0.06], { sinceMs: 2000, isWholeRange: false }],
  ['takes a gap for no recovery', [0, 0.06, NaN, 0.06], { sinceMs: 1000, isWholeRange: false }],
  ['is longer than the time range', [0.06, 0.06], { isWholeRange: true }],
])('trouble %s', (_what, values, expected) => expect(badSince(row(values))).toEqual(expected));

it('is nothing for a healthy service, or one whose trouble is no signal’s', () => {
  expect(badSince(row([0, 0], 'ok'))).toEqual({ isWholeRange: false });
  expect(badSince({ ...row([0, 0], 'ok'), state: 'critical' })).toEqual({ isWholeRange: false });
});
