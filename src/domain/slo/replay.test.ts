import { indexCounts } from './counts';
import { replay } from './replay';
import { type BudgetedSlo } from './types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const slo: BudgetedSlo = {
  id: 'x',
  title: 'X',
  service: 's',
  sli: { kind: 'boolean', gauge: { metric: 'up' } },
  targetRatio: 0.99,
  windowDays: 7,
};
// Two days of 100 events in five minutes; 20 % bad for two hours.
const index = indexCounts({
  stepMs: 5 * MINUTE,
  slices: Array.from({ length: 576 }, (_, n) => ({
    endMs: (n + 1) * 5 * MINUTE,
    totalEvents: 100,
    badEvents: n >= 288 && n < 312 ? 20 : 0,
  })),
});
const looked = { fromMs: DAY, toMs: 2 * DAY };

describe('replay', () => {
  it('equals the objective when nothing is changed', () => {
    const same = replay(slo, index, slo, looked);
    // 480 of 57,600 are 0.8333 %.
    expect(same.attainment.attainedRatio).toBeCloseTo(0.9916667, 6);
    expect(same.attainment.budgetRemainingRatio).toBeCloseTo(0.1666667, 6);
    expect(same.attainment.coverageRatio).toBeCloseTo(2 / 7, 9);
    // The hour's ratio is over 13.44 % from the 9th slice (180 of 1,200) on; the last bad slice is the 24th.
    expect(same.tiers[0]).toMatchObject({ fired: 1, firingMs: 16 * 5 * MINUTE });
  });

  it('is breached with a higher target, and quiet with a lower one', () => {
    expect(replay(slo, index, { targetRatio: 0.999, windowDays: 7 }, looked).attainment.state).toBe('breached');
    const lax = replay(slo, index, { targetRatio: 0.9, windowDays: 7 }, looked);
    expect(lax.attainment.state).toBe('ok');
    expect(lax.tiers[0]?.fired).toBe(0);
  });

  it('looks at the changed window only', () => {
    // The second day: 480 of 28,800.
    const day = replay(slo, index, { targetRatio: 0.99, windowDays: 1 }, looked);
    expect(day.attainment.attainedRatio).toBeCloseTo(0.9833333, 6);
    expect(day.attainment.coverageRatio).toBe(1);
    const before = { fromMs: -DAY, toMs: 0 };
    expect(replay(slo, index, slo, before).attainment.state).toBe('no-data');
  });
});
