import { distanceToTarget, formatPoints } from './distance';
import { type TierHealth } from './types';
import { formatMeasure } from './values';
import { listOf, tiersVerdict } from './verdict';

describe('distanceToTarget', () => {
  it('counts in percentage points', () => {
    expect(distanceToTarget(0.98946, 0.99)).toBe('0.054 points below the target of 99 %');
    expect(distanceToTarget(0.9978, 0.995)).toBe('0.28 points above the target of 99.5 %');
    expect(distanceToTarget(0.95, 0.9995)).toBe('5 points below the target of 99.95 %');
    // 0.0012 and 0.0006 points.
    expect(distanceToTarget(0.998988, 0.999)).toBe('0.001 points below the target of 99.9 %');
    expect(distanceToTarget(0.998994, 0.999)).toBe('just below the target of 99.9 %');
    expect(distanceToTarget(0.999, 0.999)).toBe('at the target of 99.9 %');
  });

  it('has as many decimals as the size needs', () => {
    expect(formatPoints(-12.4)).toBe('12 points');
    expect(formatPoints(3.14)).toBe('3.1 points');
    expect(formatPoints(0.278)).toBe('0.28 points');
  });
});

describe('formatMeasure', () => {
  it.each([
    ['s', 0.2468, '247 ms'],
    ['s', 2.94, '2.94 s'],
    ['s', 150, '2.5 min'],
    ['ms', 900, '900 ms'],
    ['percentunit', 0.0123, '1.23 %'],
    ['ops', 1.2821, '1.28/s'],
    ['short', 210, '210'],
    ['bytes', 12, '12 bytes'],
  ])('writes %s %d as %s', (unit, value, text) => {
    expect(formatMeasure(unit, value)).toBe(text);
  });

  it('does not write what is no number', () => {
    expect(formatMeasure('s', NaN)).toBe('–');
  });
});

describe('tiersVerdict', () => {
  const well: TierHealth = { state: 'ok', reasons: [] };
  const silent: TierHealth = {
    state: 'silent',
    reasons: [{ about: 'silence', state: 'silent', text: 'has not reported for 3 h' }],
  };
  const burning: TierHealth = {
    state: 'critical',
    reasons: [{ about: 'burn', state: 'critical', text: 'is burning its error budget 15 times too fast' }],
  };

  it('names the tiers in trouble, worst first, then those that are well', () => {
    const verdict = tiersVerdict([
      { name: 'Airgapped', health: silent },
      { name: 'Zero', health: burning },
      { name: 'Shared', health: well },
      { name: 'Lite', health: well },
    ]);
    expect(verdict).toEqual({
      state: 'critical',
      sentence:
        'Zero tier is burning its error budget 15 times too fast; Airgapped tier has not reported for 3 h. Shared and Lite are well.',
    });
  });

  it('says how many more there are than it names', () => {
    const tiers = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, health: silent }));
    expect(tiersVerdict(tiers).sentence).toBe(
      'A tier has not reported for 3 h; B tier has not reported for 3 h; C tier has not reported for 3 h; and 2 more tiers need a look.'
    );
  });

  it('names a silent tier before one that is a little over its bound, and a fourth rather than "1 more"', () => {
    const warned: TierHealth = {
      state: 'warning',
      reasons: [{ about: 'burn', state: 'warning', text: 'burns 1.2 times too fast' }],
    };
    const tiers = [
      { name: 'A', health: warned },
      { name: 'B', health: silent },
      { name: 'C', health: burning },
      { name: 'D', health: warned },
    ];
    expect(tiersVerdict(tiers).sentence).toBe(
      'C tier is burning its error budget 15 times too fast; B tier has not reported for 3 h; ' +
        'A tier burns 1.2 times too fast; D tier burns 1.2 times too fast.'
    );
    expect(tiersVerdict([...tiers, { name: 'E', health: warned }]).sentence).toMatch(
      /B tier has not reported .*2 more/
    );
  });

  it('says when all are well, and when there are none', () => {
    expect(tiersVerdict([{ name: 'Zero', health: well }])).toEqual({ state: 'ok', sentence: 'Zero tier is well.' });
    expect(tiersVerdict([]).state).toBe('not-configured');
  });

  it('lists names as a sentence does', () => {
    expect(listOf(['a'])).toBe('a');
    expect(listOf(['a', 'b', 'c'])).toBe('a, b and c');
  });
});
