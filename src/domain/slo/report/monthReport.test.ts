import { monthReport } from './monthReport';
import { NOVEMBER, scriptedMonth } from './scriptedMonth';

const HOUR = 3_600_000;
const report = monthReport(scriptedMonth);
const result = (id: string) => report.objectives.find(({ slo }) => slo.id === id);

/**
 * The spreadsheet, reckoned by hand:
 * - availability: 120 slices of 1,000 = 120,000 events, budget 120; bad 60 + 30 + 50 = 140.
 * - latency: 24,000 events, budget 1,200; bad 120 × 8 = 960.
 * - enterprise: 120,000 events, budget 60; bad 120.
 */
const SPREADSHEET = [
  // id, state, total, bad, attained, budget, left
  ['enterprise', 'breached', 120_000, 120, 0.999, 60, -1],
  ['availability', 'breached', 120_000, 140, 0.998833333, 120, -0.166666667],
  ['latency', 'warning', 24_000, 960, 0.96, 1200, 0.2],
] as const;

describe('the report of a scripted month', () => {
  it.each(SPREADSHEET)('has %s as in the spreadsheet', (id, state, total, bad, attained, budget, left) => {
    const one = result(id);
    expect(one?.state).toBe(state);
    expect(one?.totalEvents).toBe(total);
    expect(one?.badEvents).toBe(bad);
    expect(one?.attainedRatio).toBeCloseTo(attained, 9);
    expect(one?.budgetEvents).toBeCloseTo(budget, 6);
    expect(one?.budgetRemainingRatio).toBeCloseTo(left, 6);
    expect(one?.coverageRatio).toBe(1);
  });

  it('says what spent the budgets, largest first', () => {
    expect(result('availability')?.incidents).toEqual([
      {
        fromMs: NOVEMBER + 54 * HOUR,
        toMs: NOVEMBER + 66 * HOUR,
        badEvents: 90,
        spentRatio: expect.closeTo(0.75, 9) as unknown as number,
        peakBurn: expect.closeTo(60, 6) as unknown as number,
      },
      {
        fromMs: NOVEMBER + 300 * HOUR,
        toMs: NOVEMBER + 306 * HOUR,
        badEvents: 50,
        spentRatio: expect.closeTo(0.4166667, 6) as unknown as number,
        peakBurn: expect.closeTo(50, 6) as unknown as number,
      },
    ]);
    // One bad event of 1,000 all month long burns twice too fast: a single incident of 30 days.
    expect(result('enterprise')?.incidents).toMatchObject([{ badEvents: 120, fromMs: NOVEMBER }]);
    // Four of a hundred where five are allowed: no incident.
    expect(result('latency')?.incidents).toEqual([]);
  });

  it('shows the figure without maintenance beside the raw one', () => {
    // 118,000 events, 50 bad, budget 118.
    const without = result('availability')?.withoutMaintenance;
    expect(without?.attainedRatio).toBeCloseTo(0.999576271, 9);
    expect(without?.budgetRemainingRatio).toBeCloseTo(0.576271186, 6);
    expect(without?.reasons).toEqual(['Move, of disks']);
    expect(result('latency')?.withoutMaintenance).toBeUndefined();
  });

  it('lists what could not be asked, and does not judge a level', () => {
    expect(result('lost')).toMatchObject({ state: 'no-data', reason: 'No answer.', coverageRatio: 0 });
    expect(result('lag')?.state).toBeUndefined();
    // 12 of 120 slices were over the bound.
    expect(result('lag')?.attainedRatio).toBeCloseTo(0.9, 9);
  });

  it('counts states and sorts by trouble', () => {
    expect(report.total).toBe(5);
    expect(report.levels).toBe(1);
    expect(report.breached).toBe(2);
    expect(report.atRisk).toBe(1);
    expect(Object.fromEntries(report.byState.map(({ state, count }) => [state, count]))).toEqual({
      breached: 2,
      critical: 0,
      warning: 1,
      ok: 0,
      'no-data': 1,
      'not-configured': 0,
      'no-traffic': 0,
    });
    expect(report.objectives.map(({ slo }) => slo.id)).toEqual([
      'enterprise',
      'availability',
      'latency',
      'lost',
      'lag',
    ]);
    expect([report.from, report.until, report.isPartial, report.generatedAt]).toEqual([
      '2026-11-01T00:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
      false,
      '2026-12-01T08:00:00.000Z',
    ]);
  });

  it('pools events by system, team and tier', () => {
    const group = (kind: string, name: string) => report.groups.find((one) => one.kind === kind && one.name === name);
    // 1,220 of 264,000; the target is the mean of 99.9, 95, 99.95 and 99 %.
    expect(group('system', 'Shop')).toMatchObject({ objectives: 4, breached: 2, atRisk: 1 });
    expect(group('system', 'Shop')?.pooledRatio).toBeCloseTo(0.995378788, 9);
    expect(group('system', 'Shop')?.targetRatio).toBeCloseTo(0.984625, 9);
    expect(group('team', 'Payments')?.pooledRatio).toBeCloseTo(0.96, 9);
    expect(group('tier', 'Enterprise')?.pooledRatio).toBeCloseTo(0.999, 9);
  });

  it('owes the enterprise customers a tenth of 5,000', () => {
    expect(report.tiers.map(({ attainedRatio }) => attainedRatio)).toEqual([expect.closeTo(0.999, 9), undefined]);
    expect(report.tiers.map(({ tier, outcome }) => [tier, outcome])).toEqual([
      [
        'enterprise',
        {
          kind: 'missed',
          uptimeRatio: 0.999,
          credit: { atLeastRatio: 0.99, belowRatio: 0.9995, feeRatio: 0.1 },
          due: { amount: 500, currency: 'EUR' },
        },
      ],
      ['zero', { kind: 'no-agreement' }],
    ]);
  });

  it('gives reasons for what it recommends', () => {
    expect(report.recommendations.map(({ because, standard }) => [because, standard])).toEqual([
      [['Enterprise availability', 'Availability'], true],
      [['Enterprise availability', 'Availability'], true],
      [['Latency "p95"'], false],
      [['Lost'], false],
      [['Enterprise availability', 'Availability'], false],
      [['Availability'], false],
    ]);
    expect(report.recommendations[0]?.text).toMatch(/^2 objectives missed\./);
  });
});

describe('a month that is not over', () => {
  it('reckons with what has been', () => {
    const half = monthReport({ ...scriptedMonth, untilMs: NOVEMBER + 15 * 24 * HOUR });
    const one = half.objectives.find(({ slo }) => slo.id === 'availability');
    expect(half.isPartial).toBe(true);
    // 60 slices: 60,000 events and all 140 bad ones.
    expect(one).toMatchObject({ totalEvents: 60_000, badEvents: 140, coverageRatio: 1 });
  });
});
