import fc from 'fast-check';
import { type HealthState, rollUp, stateOfValue } from './states';

describe('rollUp', () => {
  it('is the worst of its parts and names it', () => {
    expect(
      rollUp([
        { state: 'ok', part: 'a' },
        { state: 'warning', part: 'b' },
        { state: 'no-data', part: 'c' },
      ])
    ).toEqual({ state: 'warning', part: 'b' });
  });

  it('never calls the unknown healthy', () => {
    const unknown: HealthState[] = ['no-traffic', 'no-data', 'silent', 'not-configured'];
    fc.assert(
      fc.property(fc.nat(20), fc.constantFrom(...unknown), (healthy, state) => {
        const parts = [
          ...Array.from({ length: healthy }, () => ({ state: 'ok' as const, part: 0 })),
          { state, part: 1 },
        ];
        expect(rollUp(parts)).toEqual({ state, part: 1 });
      })
    );
    expect(rollUp([])).toEqual({ state: 'no-data' });
  });
});

describe('stateOfValue', () => {
  it.each([
    [0.0009, 'ok'],
    [0.001, 'warning'],
    [0.01, 'critical'],
  ])('lower is better: %d is %s', (value, state) => {
    expect(stateOfValue(value, { warning: 0.001, critical: 0.01 })).toBe(state);
  });

  it.each([
    [1, 'ok'],
    [0.99, 'ok'],
    [0.97, 'warning'],
    [0.94, 'critical'],
  ])('higher is better: %d is %s', (value, state) => {
    expect(stateOfValue(value, { warning: 0.99, critical: 0.95 }, 'higher-is-better')).toBe(state);
  });

  it('says no data for what is no number', () => {
    expect(stateOfValue(NaN, { critical: 1 })).toBe('no-data');
    expect(stateOfValue(undefined, {})).toBe('no-data');
  });
});
