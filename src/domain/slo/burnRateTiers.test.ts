import fc from 'fast-check';
import { budgetSpentAtAlert, burnRateThresholds, tierProblems } from './burnRateTiers';

const factors = (targetRatio: number, windowDays: number) =>
  burnRateThresholds({ targetRatio, windowDays }).map(({ long, short, factor }) => [long, short, factor]);

describe('burnRateThresholds', () => {
  it('is the table of the workbook for 30 days', () => {
    expect(factors(0.999, 30)).toEqual([
      ['1h', '5m', 14.4],
      ['6h', '30m', 6],
      ['1d', '2h', 3],
      ['3d', '6h', 1],
    ]);
    // 14.4, 6, 3 and 1 times 0.1 %, without the noise of 1 - 0.999.
    expect(burnRateThresholds({ targetRatio: 0.999, windowDays: 30 }).map(({ errorRatio }) => errorRatio)).toEqual([
      0.0144, 0.006, 0.003, 0.001,
    ]);
  });

  it('scales the factor for 28 days, and not below a burn that exhausts the budget', () => {
    expect(factors(0.999, 28).map(([, , factor]) => factor)).toEqual([13.44, 5.6, 2.8, 1]);
    expect(burnRateThresholds({ targetRatio: 0.999, windowDays: 28 }).map(({ adjusted }) => adjusted)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('has tiers for a week and for a day', () => {
    expect(factors(0.99, 7)).toEqual([
      ['1h', '5m', 13.44],
      ['6h', '30m', 3.5],
      ['1d', '2h', 1.4],
    ]);
    expect(factors(0.95, 1)).toEqual([
      ['1h', '5m', 6],
      ['6h', '30m', 2],
    ]);
  });

  it('lowers a threshold that no outage could reach', () => {
    // 14.4 × 10 % would be 144 % of errors.
    const [fast, slow] = burnRateThresholds({ targetRatio: 0.9, windowDays: 30 });
    expect(fast).toMatchObject({ factor: 9, errorRatio: 0.9, adjusted: true });
    expect(slow).toMatchObject({ factor: 6, errorRatio: 0.6, adjusted: false });
  });

  it('takes an objective’s own tiers as they are', () => {
    const burnRateTiers = [{ id: 'own', severity: 'critical', budgetRatio: 0.02, long: '1h', short: '5m' }] as const;
    const [own] = burnRateThresholds({ targetRatio: 0.9, windowDays: 30, burnRateTiers });
    expect(own).toMatchObject({ id: 'own', factor: 14.4, errorRatio: 1.44, adjusted: false });
  });

  it('has thresholds that an error ratio can pass, whatever the objective', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99999, noNaN: true }),
        fc.integer({ min: 1, max: 366 }),
        (targetRatio, windowDays) => {
          for (const { factor, errorRatio } of burnRateThresholds({ targetRatio, windowDays })) {
            expect(factor).toBeGreaterThanOrEqual(1);
            expect(errorRatio).toBeLessThan(1);
          }
        }
      )
    );
  });
});

describe('budgetSpentAtAlert', () => {
  it.each([
    [14.4, '1h', 0.02],
    [6, '6h', 0.05],
    [3, '1d', 0.1],
    [1, '3d', 0.1],
  ])('burn %d over %s has spent %d of 30 days', (factor, long, spent) => {
    expect(budgetSpentAtAlert({ factor, long }, 30)).toBeCloseTo(spent, 12);
  });
});

describe('tierProblems', () => {
  const tier = { id: 'own', severity: 'critical', budgetRatio: 0.02, long: '1h', short: '5m' } as const;
  const problems = (change: Partial<typeof tier> | object, targetRatio = 0.999, scrapeSeconds = 15, windowDays = 30) =>
    tierProblems({ targetRatio, windowDays, burnRateTiers: [{ ...tier, ...change }] }, scrapeSeconds);

  it('finds nothing wrong with the defaults', () => {
    for (const windowDays of [1, 7, 28, 30, 90]) {
      expect(tierProblems({ targetRatio: 0.999, windowDays }, 60)).toEqual([]);
      expect(tierProblems({ targetRatio: 0.5, windowDays }, 60)).toEqual([]);
    }
  });

  it('names a tier that can never fire', () => {
    // 14.4 × 7 % is 100.8 %; 14.4 × 6.9 % is 99.36 %.
    expect(problems({}, 0.93)).toEqual([
      '"own" can never fire: 14.4 times the budget of 7 % is more than 100 % of errors',
    ]);
    expect(problems({}, 0.931)).toEqual([]);
  });

  it('names windows that are too short, swapped or longer than the objective', () => {
    expect(problems({ short: '1m' }, 0.999, 60)).toEqual(['"own": the window 1m is shorter than 4 scrapes of 60 s']);
    expect(problems({ short: '1m' }, 0.999, 15)).toEqual([]);
    expect(problems({ short: '1h' })).toEqual(['"own": the short window 1h is not shorter than the long one, 1h']);
    expect(problems({ long: '2d' }, 0.999, 15, 1)).toEqual(['"own": 2d is longer than the objective\'s 1 day']);
  });
});
