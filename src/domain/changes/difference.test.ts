import fc from 'fast-check';
import { differenceOf, differenceWords } from './difference';

const words = (now: number, before: number, unit = 's', direction?: 'lower-is-better' | 'higher-is-better') => {
  const difference = differenceOf(now, before, { unit, direction });
  return difference && differenceWords(difference, 'yesterday');
};

describe('differenceOf', () => {
  it.each<[number, number, string]>([
    [112, 100, '+12 % against yesterday'],
    [98.5, 100, '-1.5 % against yesterday'],
    [100.2, 100, 'no change against yesterday'],
    [340, 100, '3.4 times as much as yesterday'],
    [0, 100, '-100 % against yesterday'],
    [5, 0, '0 yesterday'],
    [0, 0, 'no change against yesterday'],
    [-1, -2, '+50 % against yesterday'],
    [1, -2, 'rose above 0 against yesterday'],
  ])('%d after %d: %s', (now, before, text) => expect(words(now, before)).toBe(text));

  it('compares shares in points', () => {
    expect(words(0.002, 0.001, 'percentunit')).toBe('+0.1 points against yesterday');
    expect(words(99.5, 99.9, 'percent')).toBe('-0.4 points against yesterday');
  });

  it('says in a word whether that is good', () => {
    expect(words(2, 1, 's', 'lower-is-better')).toBe('+100 % against yesterday (worse)');
    expect(words(1, 2, 's', 'lower-is-better')).toBe('-50 % against yesterday (better)');
    expect(words(0.99, 0.999, 'percentunit', 'higher-is-better')).toBe('-0.9 points against yesterday (worse)');
    expect(words(1, 1, 's', 'lower-is-better')).toBe('no change against yesterday');
  });

  it('has nothing to say without two numbers', () => {
    expect(differenceOf(undefined, 1)).toBeUndefined();
    expect(differenceOf(1, undefined)).toBeUndefined();
    expect(differenceOf(NaN, 1)).toBeUndefined();
    expect(differenceOf(1, Infinity)).toBeUndefined();
  });

  it('turns its judgement when the two values change places', () => {
    const value = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const there = differenceOf(a, b, {
          unit: 's',
          direction: 'lower-is-better',
        });
        const back = differenceOf(b, a, {
          unit: 's',
          direction: 'lower-is-better',
        });
        const opposite = { up: 'down', down: 'up', same: 'same' } as const;
        // Near the limit of noise one way may round to nothing and the other not.
        fc.pre(there?.trend !== 'same' && back?.trend !== 'same');
        expect(back?.trend).toBe(there && opposite[there.trend]);
        expect(there?.judgement).toBe(there?.trend === 'up' ? 'worse' : 'better');
      })
    );
  });
});
