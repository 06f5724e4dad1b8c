import { burnRateThresholds } from './burnRateTiers';
import { indexCounts } from './counts';
import { firingTier, guarded, tierReason, tierState } from './tierState';

const MINUTE = 60_000;
const slo = { targetRatio: 0.999, windowDays: 30 };
const [fast] = burnRateThresholds(slo);
if (!fast) {
  throw new Error('there is no tier');
}
const events = (badEvents: number, totalEvents = 1000) => ({ badEvents, totalEvents });

describe('tierState', () => {
  // The limit is 1.44 %.
  it.each([
    [15, 15, 'firing'],
    [15, 14, 'long-only'],
    [14, 15, 'short-only'],
    [14, 14, 'quiet'],
  ])('%d and %d bad of 1000 are %s', (long, short, condition) => {
    expect(tierState(fast, { long: events(long), short: events(short) }, slo).condition).toBe(condition);
  });

  it('does not fire on the limit itself', () => {
    const onIt = events(144, 10_000);
    expect(tierState(fast, { long: onIt, short: onIt }, slo).condition).toBe('quiet');
  });

  it('wakes nobody for a handful of events', () => {
    const few = { long: events(1, 5), short: events(1, 1) };
    expect(tierState(fast, few, { ...slo, minimumEvents: 50 }).condition).toBe('too-few-events');
    expect(tierState(fast, few, slo).condition).toBe('firing');
  });

  it('is kept from firing when the number of events becomes known later', () => {
    const state = tierState(fast, { long: events(1, 1), short: events(1, 1) }, slo);
    expect(guarded(state, 49, 50).condition).toBe('too-few-events');
    expect(guarded(state, 50, 50).condition).toBe('firing');
    expect(guarded(state, undefined, 50).condition).toBe('firing');
  });

  it('knows silence from ignorance', () => {
    expect(tierState(fast, { long: undefined, short: events(0) }, slo).condition).toBe('no-data');
    expect(tierState(fast, { long: events(0, 0), short: events(0, 0) }, slo).condition).toBe('no-traffic');
    // Nothing happened in the last five minutes: that does not keep an alert firing.
    expect(tierState(fast, { long: events(500), short: events(0, 0) }, slo).condition).toBe('long-only');
  });

  it('says why', () => {
    const state = tierState(fast, { long: events(20), short: events(100) }, slo);
    expect(tierReason(state)).toBe('Both windows are over 14.4×: 1h burns 20×, 5m burns 100×.');
    expect(firingTier([tierState(fast, { long: events(0), short: events(0) }, slo), state])).toBe(state);
  });
});

describe('an hour without errors, ten minutes of 10 %, then none', () => {
  // One slice a minute with 100 requests; minute 60 is the last good one.
  const slices = Array.from({ length: 180 }, (_, minute) => ({
    endMs: minute * MINUTE,
    totalEvents: 100,
    badEvents: minute > 60 && minute <= 70 ? 10 : 0,
  }));
  const index = indexCounts({ stepMs: MINUTE, slices });
  const at = (minute: number) => {
    const toMs = minute * MINUTE;
    return tierState(
      fast,
      { long: index.within(toMs - 60 * MINUTE, toMs), short: index.within(toMs - 5 * MINUTE, toMs) },
      slo
    );
  };

  it.each([
    [68, 'short-only'],
    [69, 'firing'],
    [74, 'firing'],
    [76, 'long-only'],
    [100, 'long-only'],
  ])('after %d minutes it is %s', (minute, condition) => {
    expect(at(minute).condition).toBe(condition);
  });

  it('keeps the long window up long after: 1.67 % after 70 and after 100 minutes', () => {
    // 100 of 6,000.
    expect((at(70).longBurn ?? NaN) * 0.001).toBeCloseTo(0.0166667, 6);
    expect((at(100).longBurn ?? NaN) * 0.001).toBeCloseTo(0.0166667, 6);
    // 10 of 500.
    expect((at(74).shortBurn ?? NaN) * 0.001).toBeCloseTo(0.02, 9);
  });
});
