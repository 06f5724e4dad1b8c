/** @jest-environment node */
import fc from 'fast-check';
import { ScenarioWorld } from '../engine/world';
import { always } from '../kit/rates';
import { momentsBetween } from './moments';

const START = Date.UTC(2025, 9, 15, 12);
const HOUR = 3_600_000;
const world = new ScenarioWorld(1, START, []);
const times = (perMinute: number, fromMs: number, toMs: number): number[] =>
  momentsBetween('k', always(perMinute), world, 1, fromMs, toMs).map(({ tMs }) => tMs);

describe('momentsBetween', () => {
  it('has the mean that was asked for, fractions too', () => {
    expect(times(3, START, START + 10 * HOUR)).toHaveLength(1_800);
    // 0.25 a minute over 100 hours: 1,500, with a standard deviation of 34.
    expect(Math.abs(times(0.25, START, START + 100 * HOUR).length - 1_500)).toBeLessThan(110);
  });

  it('is the same whether asked at once or piece by piece', () => {
    const whole = times(2.5, START, START + HOUR);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: HOUR - 1 }), { maxLength: 12 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), HOUR].map((offset) => START + offset);
        const pieces = edges.slice(1).flatMap((edge, index) => times(2.5, edges[index]!, edge));
        expect(pieces).toEqual(whole);
      })
    );
  });
});
