import { formatGoDuration, formatInterval, parseIntervalMs, roundIntervalMs } from './interval';

describe('roundIntervalMs', () => {
  it.each([
    [1, 1],
    [10, 1],
    [11, 10],
    [1_500, 1_000],
    [1_501, 2_000],
    [12_600, 15_000],
    [45_000, 30_000],
    [46_000, 60_000],
    [210_001, 300_000],
    [5_400_001, 7_200_000],
    [86_400_000, 43_200_000],
    [86_400_001, 86_400_000],
    [50 * 86_400_000, 365 * 86_400_000],
  ])('takes %i ms to the step of %i ms', (intervalMs, stepMs) => {
    expect(roundIntervalMs(intervalMs)).toBe(stepMs);
  });
});

describe('parseIntervalMs', () => {
  it.each([
    ['15s', 15_000],
    ['1m30s', 90_000],
    ['250ms', 250],
    ['>2m', 120_000],
    ['1h', 3_600_000],
    ['1d', 86_400_000],
    ['1w', 604_800_000],
    ['30', 30_000],
    ['0.5', 500],
  ])('reads %s as %i ms', (text, expected) => {
    expect(parseIntervalMs(text)).toBe(expected);
  });

  it.each(['soon', '', '5 minutes', '-'])('refuses "%s" and says so', (text) => {
    expect(() => parseIntervalMs(text)).toThrow(`time: invalid duration "${text}"`);
  });
});

test('formatInterval cuts to one whole unit', () => {
  expect(formatInterval(15_000)).toBe('15s');
  expect(formatInterval(90_000)).toBe('1m');
  expect(formatInterval(7_200_000)).toBe('2h');
  expect(formatInterval(200)).toBe('200ms');
  expect(formatInterval(2 * 86_400_000)).toBe('2d');
});

test('formatGoDuration writes every unit down to seconds', () => {
  expect(formatGoDuration(15_000)).toBe('15s');
  expect(formatGoDuration(60_000)).toBe('1m0s');
  expect(formatGoDuration(5_400_000)).toBe('1h30m0s');
  expect(formatGoDuration(3_600_000)).toBe('1h0m0s');
  expect(formatGoDuration(500)).toBe('500ms');
  expect(formatGoDuration(0)).toBe('0s');
});
