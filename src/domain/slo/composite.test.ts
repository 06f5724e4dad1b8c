import fc from 'fast-check';
import { attainment } from './attainment';
import { composite, type Member } from './composite';

const member = (targetRatio: number, badEvents: number, totalEvents: number, weight?: number): Member => ({
  attainment: attainment({ targetRatio }, { badEvents, totalEvents, coverageRatio: 1 }),
  targetRatio,
  badEvents,
  totalEvents,
  weight,
});

describe('composite', () => {
  it('pools events, and weighs members', () => {
    const both = composite([member(0.99, 10, 10_000), member(0.95, 60, 1000)]);
    // 70 of 11,000; and the mean of 99.9 % and 94 %.
    expect(both?.pooledRatio).toBeCloseTo(0.9936364, 6);
    expect(both?.weightedRatio).toBeCloseTo(0.9695, 9);
    expect(both?.targetRatio).toBeCloseTo(0.97, 9);
    // 0.63636 % of the 3 % that may be bad.
    expect(both?.budgetRemainingRatio).toBeCloseTo(0.787879, 5);
    // The second member is breached, and so is the whole.
    expect(both?.state).toBe('breached');
  });

  it('weighs as it is told', () => {
    const weighted = composite([member(0.99, 0, 100, 3), member(0.95, 10, 100, 1)]);
    // (3 × 100 % + 90 %) / 4.
    expect(weighted?.weightedRatio).toBeCloseTo(0.975, 9);
    expect(weighted?.targetRatio).toBeCloseTo(0.98, 9);
  });

  it('says how many were not measured', () => {
    const quiet = composite([member(0.99, 0, 0), member(0.99, 0, 10)]);
    expect(quiet).toMatchObject({ unmeasured: 1, pooledRatio: 1, state: 'no-traffic' });
    expect(composite([member(0.99, 0, 0)])?.pooledRatio).toBeUndefined();
    expect(composite([])).toBeUndefined();
  });

  it('lies between its best and its worst member', () => {
    const events = fc.tuple(fc.nat(1000), fc.integer({ min: 1000, max: 5000 }));
    fc.assert(
      fc.property(fc.array(events, { minLength: 1, maxLength: 8 }), (pairs) => {
        const members = pairs.map(([bad, total]) => member(0.9, bad, total));
        const ratios = pairs.map(([bad, total]) => 1 - bad / total);
        const whole = composite(members);
        for (const ratio of [whole?.pooledRatio, whole?.weightedRatio]) {
          expect(ratio).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-9);
          expect(ratio).toBeLessThanOrEqual(Math.max(...ratios) + 1e-9);
        }
      })
    );
  });
});
