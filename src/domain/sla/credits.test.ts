import fc from 'fast-check';
import { creditProblems, moneyText, mostAtStake, shownUptime, slaOutcome } from './credits';
import { type Sla } from './types';

/** Document 000: the enterprise tier. */
const enterprise: Sla = {
  targetRatio: 0.9995,
  credits: [
    { atLeastRatio: 0.99, belowRatio: 0.9995, feeRatio: 0.1 },
    { atLeastRatio: 0.95, belowRatio: 0.99, feeRatio: 0.25 },
    { atLeastRatio: 0, belowRatio: 0.95, feeRatio: 0.5 },
  ],
};

describe('slaOutcome', () => {
  it.each([
    [1, undefined],
    [0.9995, undefined],
    [0.99949999, 0.1],
    [0.99, 0.1],
    [0.9899999, 0.25],
    [0.95, 0.25],
    [0.949999, 0.5],
    [0, 0.5],
  ])('an uptime of %d means a credit of %s', (uptime, feeRatio) => {
    const outcome = slaOutcome(enterprise, uptime);
    expect(outcome.kind).toBe(feeRatio === undefined ? 'kept' : 'missed');
    expect(outcome.kind === 'missed' ? outcome.credit?.feeRatio : undefined).toBe(feeRatio);
  });

  it('says what is due when the fee is known', () => {
    const outcome = slaOutcome({ ...enterprise, monthlyFee: { amount: 1234.5, currency: 'EUR' } }, 0.98);
    // A quarter of 1,234.50 is 308.625.
    expect(outcome).toMatchObject({ kind: 'missed', due: { amount: 308.63, currency: 'EUR' } });
    expect(moneyText({ amount: 308.6, currency: 'EUR' })).toBe('308.60 EUR');
  });

  it('tells apart no agreement, no measurement, and a miss without credits', () => {
    expect(slaOutcome(undefined, 0.5)).toEqual({ kind: 'no-agreement' });
    expect(slaOutcome(enterprise, undefined)).toEqual({ kind: 'not-measured' });
    expect(slaOutcome({ targetRatio: 0.999 }, 0.998)).toEqual({ kind: 'missed', uptimeRatio: 0.998 });
  });
});

describe('shownUptime', () => {
  it.each([
    [0.9994999, 0.99949],
    [0.9995, 0.9995],
    [0.29, 0.29],
    [0.999999, 0.99999],
  ])('%d is told as %d', (attained, shown) => expect(shownUptime(attained)).toBe(shown));

  it('stands in the band of the true value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (attained) => {
        const bound = enterprise.credits?.find((one) => attained >= one.atLeastRatio && attained < one.belowRatio);
        const outcome = slaOutcome(enterprise, attained);
        // Within the noise of binary fractions around a bound either is right.
        fc.pre([0.95, 0.99, 0.9995].every((edge) => Math.abs(attained - edge) > 1e-11));
        expect(outcome.kind === 'missed' ? outcome.credit : undefined).toBe(bound);
        expect(shownUptime(attained)).toBeLessThanOrEqual(attained + 1e-11);
      })
    );
  });
});

it('knows the most that a month can cost', () => {
  expect(mostAtStake(enterprise)).toEqual({ feeRatio: 0.5 });
  expect(mostAtStake({ ...enterprise, monthlyFee: { amount: 1000, currency: 'USD' } })).toEqual({
    feeRatio: 0.5,
    money: { amount: 500, currency: 'USD' },
  });
  expect(mostAtStake({ targetRatio: 0.999 })).toBeUndefined();
  expect(mostAtStake(undefined)).toBeUndefined();
});

describe('creditProblems', () => {
  it('finds nothing wrong with the document', () => expect(creditProblems(enterprise)).toEqual([]));

  it('names gaps and overlaps', () => {
    const credits = [
      { atLeastRatio: 0.99, belowRatio: 0.999, feeRatio: 0.1 },
      { atLeastRatio: 0.95, belowRatio: 0.995, feeRatio: 0.2 },
    ];
    expect(creditProblems({ targetRatio: 0.9995, credits })).toEqual([
      'the credit below 99.9 % leaves a gap under what is above it (99.95 %)',
      'the credit below 99.5 % overlaps what is above it (99 %)',
    ]);
  });
});
