import { retentionWarning } from './retention';

const DAYS = 86_400;

it('counts the objectives whose window is longer than metrics are kept', () => {
  expect(retentionWarning(15 * DAYS, [28, 7, 30, 15])).toBe(
    'Prometheus keeps metrics for 15 days, and 2 objectives look back up to 30: what is older is missing from ' +
      'attainment and budget. Keep metrics for 30 days, or read them from a store that does.'
  );
});

it.each([
  ['every window fits', 40 * DAYS, [28, 30]],
  ['a window is exactly as long', 28 * DAYS, [28]],
  ['there are no objectives', 1 * DAYS, []],
  ['the store does not say', undefined, [28]],
  ['only its size is limited', 0, [28]],
])('says nothing when %s', (_case, seconds, windows) => {
  expect(retentionWarning(seconds, windows)).toBeUndefined();
});
