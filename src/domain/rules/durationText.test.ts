import fc from 'fast-check';
import { durationMs } from '../promql/duration';
import { durationText } from './durationText';

it.each([
  // 30 days over 14.4, 6, 3 and 1; 28 days over 13.44.
  [180_000_000, '2d2h'],
  [432_000_000, '5d'],
  [864_000_000, '10d'],
  [2_592_000_000, '30d'],
  [5_400_000, '1h30m'],
  [1, '1m'],
])('%d ms are %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

it('is read back to the minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600_000 }), (minutes) => {
      expect(durationMs(durationText(minutes * 60_000))).toBe(minutes * 60_000);
    })
  );
});
