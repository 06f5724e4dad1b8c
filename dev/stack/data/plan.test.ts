import { planHistory } from './plan';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const nowMs = 1_800_000_000_000;
const facts = { nowMs, fresh: false, metricsEndMs: nowMs - 30 * 1000, isComplete: true };

test('recent data needs nothing', () => {
  expect(planHistory(facts)).toEqual({ kind: 'none' });
});

test('a gap is filled from where the data ends', () => {
  const metricsEndMs = nowMs - 3 * hourMs;
  expect(planHistory({ ...facts, metricsEndMs })).toEqual({ kind: 'gap', sinceMs: metricsEndMs });
});

test.each([
  ['asked for', { fresh: true }, 'a fresh start was asked for'],
  ['no metrics', { metricsEndMs: undefined }, 'there is no data yet'],
  ['a history that was interrupted', { isComplete: false }, 'there is no data yet'],
  ['data that is too old', { metricsEndMs: nowMs - 30 * hourMs }, 'the last data is 30 h old'],
])('a new history when there is: %s', (_, changed, reason) => {
  expect(planHistory({ ...facts, ...changed })).toEqual({ kind: 'full', reason });
});

test('where data cannot be dropped, any gap is filled', () => {
  const plan = planHistory({ ...facts, metricsEndMs: nowMs - 300 * hourMs, longestGapMs: Number.POSITIVE_INFINITY });
  expect(plan.kind).toBe('gap');
});
