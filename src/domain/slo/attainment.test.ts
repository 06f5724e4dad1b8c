import fc from 'fast-check';
import { attainment, byUrgency } from './attainment';

const slo = { targetRatio: 0.999 };

describe('attainment', () => {
  it('equals the worked example: 400 bad of 1,000,000 at 99.9 % leave 60 % of the budget', () => {
    const result = attainment(slo, { badEvents: 400, totalEvents: 1_000_000, coverageRatio: 1 });
    expect(result.attainedRatio).toBeCloseTo(0.9996, 10);
    expect(result.budgetRemainingRatio).toBeCloseTo(0.6, 10);
    expect(result.state).toBe('ok');
  });

  it.each([
    // Budget: 1,000 events of a million.
    [750, 'warning'],
    [749, 'ok'],
    [900, 'critical'],
    [899, 'warning'],
    [1000, 'critical'],
    [1001, 'breached'],
  ])('%d bad events of a million are %s', (badEvents, state) => {
    expect(attainment(slo, { badEvents, totalEvents: 1_000_000, coverageRatio: 1 }).state).toBe(state);
  });

  it('lets the budget go below zero', () => {
    const result = attainment(slo, { badEvents: 3000, totalEvents: 1_000_000, coverageRatio: 1 });
    expect(result.budgetRemainingRatio).toBeCloseTo(-2, 10);
    expect(result.state).toBe('breached');
  });

  it('takes absent bad events for a fault: the rules record a zero when there are none', () => {
    expect(attainment(slo, { badEvents: undefined, totalEvents: 10, coverageRatio: 1 })).toEqual({
      state: 'not-configured',
      reason: expect.stringContaining('missing') as unknown as string,
      coverageRatio: 1,
    });
    expect(attainment(slo, { badEvents: 0, totalEvents: 10, coverageRatio: 1 })).toMatchObject({
      attainedRatio: 1,
      budgetRemainingRatio: 1,
      state: 'ok',
    });
  });

  it('never calls silence healthy', () => {
    expect(attainment(slo, { badEvents: 0, totalEvents: undefined, coverageRatio: 0 })).toEqual({
      state: 'no-data',
      coverageRatio: 0,
    });
    expect(attainment(slo, { badEvents: 0, totalEvents: 0, coverageRatio: 1 })).toEqual({
      state: 'no-traffic',
      coverageRatio: 1,
    });
    expect(attainment(slo, { badEvents: 0, totalEvents: NaN, coverageRatio: 1 }).state).toBe('no-data');
  });

  it('does not report -19,900 % for selectors that do not fit', () => {
    expect(attainment(slo, { badEvents: 2000, totalEvents: 10, coverageRatio: 1 })).toEqual({
      state: 'not-configured',
      reason: expect.stringContaining('More bad events') as unknown as string,
      coverageRatio: 1,
    });
    // All of ten failed, and extrapolation made ten and a bit of them.
    expect(attainment(slo, { badEvents: 10.05, totalEvents: 10, coverageRatio: 1 })).toMatchObject({
      state: 'breached',
      attainedRatio: 0,
    });
  });

  it('judges a level without a target by its present value', () => {
    const level = {
      sli: {
        kind: 'level' as const,
        signal: { kind: 'gauge' as const, title: 'Lag', unit: 'short', metric: 'lag', aggregation: 'max' as const },
        op: '<=' as const,
        bound: 1000,
      },
    };
    const events = { badEvents: 2, totalEvents: 8, coverageRatio: 1 };
    expect(attainment(level, { ...events, level: 1200 })).toEqual({
      state: 'warning',
      level: 1200,
      attainedRatio: 0.75,
      coverageRatio: 1,
    });
    expect(attainment(level, { ...events, level: 900 }).state).toBe('ok');
    expect(attainment(level, events).state).toBe('no-data');
  });

  it('never improves when more events are bad', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.nat(1000),
        fc.double({ min: 0.01, max: 0.9999, noNaN: true }),
        (few, more, targetRatio) => {
          const better = attainment({ targetRatio }, { badEvents: few, totalEvents: 2000, coverageRatio: 1 });
          const worse = attainment({ targetRatio }, { badEvents: few + more, totalEvents: 2000, coverageRatio: 1 });
          expect(byUrgency(worse, better)).toBeLessThanOrEqual(0);
        }
      )
    );
  });
});
