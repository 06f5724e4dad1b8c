import fc from 'fast-check';
import { keepsBound, levelState, violatingOperator } from './level';

describe('levelState', () => {
  // Document 004: at least 1000 requests per second, critical under 800.
  it.each([
    [1500, 'ok'],
    [1000, 'ok'],
    [999, 'warning'],
    [800, 'warning'],
    [799, 'critical'],
  ])('%d requests per second are %s', (value, state) => {
    expect(levelState({ op: '>=', bound: 1000, criticalBound: 800 }, value)).toBe(state);
  });

  // Document 002: at most 1000 messages of lag, with nothing said about worse.
  it.each([
    [1000, 'ok'],
    [1001, 'warning'],
    [1e9, 'warning'],
  ])('a lag of %d is %s', (value, state) => {
    expect(levelState({ op: '<=', bound: 1000 }, value)).toBe(state);
  });
});

it('is violated exactly when it is not kept', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('<', '<=', '>', '>=' as const),
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -3, max: 3 }),
      (op, value, bound) => {
        expect(keepsBound({ op: violatingOperator(op), bound }, value)).toBe(!keepsBound({ op, bound }, value));
      }
    )
  );
});
