/** @jest-environment node */
import fc from 'fast-check';
import { joined, percentAt, stretchIn, viewOf } from './shared';
import { NO_CHOICE } from '../traceChoice';

describe('places in a view', () => {
  const view = { fromUs: 1000, toUs: 3000 };

  it('are shares of it', () => {
    expect(percentAt(view, 1500)).toBe(25);
    expect(stretchIn(view, 1500, 2000)).toEqual({ left: '25%', width: '25%' });
  });

  it('are cut to it, and none outside of it', () => {
    expect(stretchIn(view, 0, 2000)).toEqual({ left: '0%', width: '50%' });
    expect(stretchIn(view, 0, 900)).toBeUndefined();
    expect(stretchIn(view, 3100, 4000)).toBeUndefined();
  });

  it('of the whole trace unless a part is chosen', () => {
    expect(viewOf(NO_CHOICE, 0)).toEqual({ fromUs: 0, toUs: 1 });
    expect(viewOf({ ...NO_CHOICE, zoom: [5, 9] }, 100)).toEqual({ fromUs: 5, toUs: 9 });
  });
});

describe('stretches of a row', () => {
  it('that nearly touch are one', () => {
    // 0.2 % of 2000 µs is 4 µs.
    expect(
      joined({ fromUs: 0, toUs: 2000 }, [
        [0, 100],
        [103, 200],
        [300, 400],
        [5000, 6000],
      ])
    ).toEqual([
      [0, 200],
      [300, 400],
    ]);
  });

  it('are some hundred at most, and cover what they are made of', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
      maxLength: 3000,
    });
    fc.assert(
      fc.property(steps, (gaps) => {
        let at = 0;
        const stretches = gaps.map(([gap, length]) => [(at += gap), (at += length)] as const);
        const result = joined({ fromUs: 0, toUs: Math.max(at, 1) }, stretches);
        expect(result.length).toBeLessThanOrEqual(501);
        expect(stretches.every(([from, to]) => result.some(([low, high]) => low <= from && to <= high))).toBe(true);
      }),
      { numRuns: 30 }
    );
  });
});
