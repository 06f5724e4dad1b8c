import { type AlertPeriod } from '../changes/types';
import { HISTORY_MS, historyExpression, historyKey, spellsByKey, spellsInWords } from './firingHistory';

const HOUR_MS = 3_600_000;
const range = { fromMs: 0, toMs: HISTORY_MS };
const period = (beganMs: number | undefined, endedMs: number | undefined, changes: Partial<AlertPeriod> = {}) => ({
  kind: 'alert' as const,
  system: 's',
  service: 'pay',
  component: 'pay',
  name: 'Slow',
  severity: 'warning',
  beganMs,
  endedMs,
  ...changes,
});
const key = historyKey({ name: 'Slow', labels: { system: 's', service: 'pay', instance: 'a' } });

it('asks for all names at once, whatever stands in them', () => {
  expect(historyExpression(['Slow', 'A.B'])).toBe(
    'max by (alertname, component, service, system) (max_over_time(ALERTS{alertname=~"Slow|A\\\\.B",alertstate="firing"}[5m]))'
  );
});

it('joins what overlaps, and cuts at the range', () => {
  const periods = [
    period(undefined, 2 * HOUR_MS),
    period(HOUR_MS, 3 * HOUR_MS, { severity: 'critical' }),
    period(23 * HOUR_MS, undefined),
  ];
  expect(spellsByKey(periods, range).get(key)).toEqual([
    [0, 3 * HOUR_MS],
    [23 * HOUR_MS, 24 * HOUR_MS],
  ]);
});

it('keeps services and names apart', () => {
  const spells = spellsByKey([period(0, 1), period(0, 1, { component: 'web' }), period(0, 1, { name: 'Down' })], range);
  expect(spells.size).toBe(3);
  expect(historyKey({ name: 'Slow', labels: {} })).not.toBe(key);
});

it('says in words what the strip shows', () => {
  expect(spellsInWords([])).toBe('Did not fire in the last 24 hours');
  expect(spellsInWords([[0, HISTORY_MS]])).toBe('Fired all the last 24 hours');
  expect(
    spellsInWords([
      [0, HOUR_MS],
      [2 * HOUR_MS, 3.5 * HOUR_MS],
    ])
  ).toBe('Fired 2 times in the last 24 hours, 2 h 30 min in all');
});
