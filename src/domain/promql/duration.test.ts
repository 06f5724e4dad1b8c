import { durationMs } from './duration';

describe('durationMs', () => {
  it.each([
    ['5m', 300_000],
    ['1h30m', 5_400_000],
    ['28d', 2_419_200_000],
    ['250ms', 250],
    ['1y', 31_536_000_000],
  ])('%s is %d ms', (text, expected) => expect(durationMs(text)).toBe(expected));

  it.each(['', '5', 'm', '5 m', '5minutes', '-5m'])('refuses "%s"', (text) => {
    expect(() => durationMs(text)).toThrow('is not a duration');
  });
});
