import { agreementStanding, monthSoFar } from './agreement';

const enterprise = {
  targetRatio: 0.9995,
  credits: [
    { atLeastRatio: 0.99, belowRatio: 0.9995, feeRatio: 0.1 },
    { atLeastRatio: 0.95, belowRatio: 0.99, feeRatio: 0.25 },
    { atLeastRatio: 0, belowRatio: 0.95, feeRatio: 0.5 },
  ],
};
const HOUR = { seconds: 3600 };

describe('monthSoFar', () => {
  it('begins with the first of the month, UTC', () => {
    const end = Date.UTC(2026, 10, 21, 17, 0, 0);
    // 20 days and 17 hours.
    expect(monthSoFar(end)).toEqual({ startMs: Date.UTC(2026, 10, 1), seconds: 20 * 86_400 + 17 * 3600 });
  });

  it('is never shorter than one recording', () => {
    expect(monthSoFar(Date.UTC(2026, 0, 1)).seconds).toBe(300);
  });
});

describe('agreementStanding', () => {
  it('is kept when the target is reached', () => {
    // 4 of 10000 are 0.04 %: 99.96 %, 0.01 points above.
    const standing = agreementStanding(enterprise, { totalEvents: 10_000, badEvents: 4, recordedCounts: 12 }, HOUR);
    expect(standing).toMatchObject({
      state: 'ok',
      creditRatio: 0,
      words: '0.01 points above the agreed target of 99.95 %',
    });
    expect(standing.attainedRatio).toBeCloseTo(0.9996, 9);
  });

  it.each([
    [100, 0.1],
    [101, 0.25],
    [500, 0.25],
    [501, 0.5],
  ])('%d bad events of 10000 are worth a credit of %d', (badEvents, creditRatio) => {
    const standing = agreementStanding(enterprise, { totalEvents: 10_000, badEvents, recordedCounts: 12 }, HOUR);
    expect(standing).toMatchObject({ state: 'breached', creditRatio });
  });

  it('says which part of the month was recorded', () => {
    const { words } = agreementStanding(enterprise, { totalEvents: 100, badEvents: 0, recordedCounts: 6 }, HOUR);
    expect(words).toContain('recorded for 50 % of it');
  });

  it('does not take nothing for 100 %', () => {
    const none = { totalEvents: undefined, badEvents: undefined, recordedCounts: undefined };
    expect(agreementStanding(enterprise, none, HOUR).state).toBe('no-data');
    const idle = { totalEvents: 0, badEvents: 0, recordedCounts: 12 };
    expect(agreementStanding(enterprise, idle, HOUR)).toMatchObject({ state: 'no-traffic' });
    expect(agreementStanding(undefined, none, HOUR)).toMatchObject({ state: 'not-configured' });
  });
});
