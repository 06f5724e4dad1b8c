import { maintenance, slo } from './slo';

const requests = { kind: 'ratio', total: { metric: 'a_total' }, bad: { metric: 'b_total' } };
const level = {
  kind: 'level',
  signal: { kind: 'gauge', title: 'Lag', unit: 'short', metric: 'lag', aggregation: 'max' },
  op: '<=',
  bound: 1000,
};
const base = { id: 'x', title: 'X', service: 's', sli: requests, targetRatio: 0.999, windowDays: 28 };
const problems = (change: object) =>
  (slo.safeParse({ ...base, ...change }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`
  );

describe('an objective', () => {
  it('may do without a target only when it is a level', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ sli: level, targetRatio: undefined })).toEqual([]);
    expect(problems({ targetRatio: undefined })).toEqual([
      'targetRatio: is missing; only an objective of kind "level" may do without an error budget',
    ]);
  });

  it('refuses a target without a budget, and a window that is no whole number of days', () => {
    expect(problems({ targetRatio: 1 })).toEqual(['targetRatio: must be below 1 (write 99.9 % as 0.999)']);
    expect(problems({ windowDays: '30d' })).toHaveLength(1);
    expect(problems({ windowDays: 0.5 })).toHaveLength(1);
  });

  it('refuses a budget that disagrees with the target', () => {
    expect(problems({ errorBudgetRatio: 0.001 })).toEqual([]);
    expect(problems({ errorBudgetRatio: 0.005 })).toEqual([
      'errorBudgetRatio: disagrees with the target of 0.999, which leaves 0.001',
    ]);
  });

  it('refuses a burn-rate tier that can never fire, and says which', () => {
    const tier = { id: 'fast', severity: 'critical', budgetRatio: 0.02, long: '1h', short: '5m' };
    expect(problems({ burnRateTiers: [tier] })).toEqual([]);
    // 13.44 times 10 % is more than everything.
    expect(problems({ targetRatio: 0.9, burnRateTiers: [tier] })[0]).toMatch(/^burnRateTiers: "fast" can never fire/);
    expect(problems({ burnRateTiers: [{ ...tier, short: '30s' }] })[0]).toMatch(/shorter than 4 scrapes/);
  });

  it('names a time zone that nobody knows', () => {
    expect(problems({ calendar: { unit: 'month', timeZone: 'Europe/Berlin' } })).toEqual([]);
    expect(problems({ calendar: { unit: 'month', timeZone: 'Europe/Nowhere' } })).toEqual([
      'calendar.timeZone: is not a time zone such as "Europe/Berlin"',
    ]);
  });
});

describe('announced work', () => {
  const work = { id: 'a', reason: 'Disks', from: '2026-11-10T02:00:00+01:00', to: '2026-11-10T03:00:00+01:00' };
  const messages = (change: object) =>
    (maintenance.safeParse({ ...work, ...change }).error?.issues ?? []).map(({ message }) => message);

  it('needs times with a zone, in order', () => {
    expect(messages({})).toEqual([]);
    expect(messages({ from: '2026-11-10 02:00' })[0]).toMatch(/a time with a zone/);
    expect(messages({ to: '2026-11-10T01:00:00Z' })).toEqual(['must be later than "from"']);
  });
});
