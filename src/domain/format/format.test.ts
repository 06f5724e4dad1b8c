import { countOf, formatDuration, formatPercent } from './format';

describe('formatPercent', () => {
  it.each([
    [0.9996, 2, '99.96 %'],
    [1, 2, '100 %'],
    [0.99996, 2, '> 99.99 %'],
    [0.99996, 3, '99.996 %'],
    [0.5, 2, '50 %'],
    [-1.5, 0, '-150 %'],
    [NaN, 2, '–'],
  ])('%d with %d decimals is %s', (ratio, decimals, text) => expect(formatPercent(ratio, decimals)).toBe(text));
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [59_999, '59 s'],
    [61_000, '1 min 1 s'],
    [3_600_000, '1 h'],
    [97_200_000, '1 d 3 h'],
    [86_460_000, '1 d'],
  ])('%d ms is %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
});

it('counts in words', () => {
  expect([countOf(1, 'alert'), countOf(0, 'alert'), countOf(2, 'query', 'queries')]).toEqual([
    '1 alert',
    '0 alerts',
    '2 queries',
  ]);
});
