/** @jest-environment node */
import { isTooLong, whyMissing } from './limits';

const NOW_MS = Date.UTC(2026, 0, 20);
const day = (count: number) => NOW_MS - count * 86_400_000;

describe('a trace that is not there', () => {
  it.each([
    ['its lines are older than traces are kept', [day(9), day(8)], NOW_MS, 'expired'],
    ['one of its lines is young enough', [day(8), day(6)], NOW_MS, 'unknown'],
    ['its newest line is seconds old', [day(1), NOW_MS - 5000], NOW_MS, 'on-its-way'],
    ['there are no lines, and the time range is older', [], day(7.5), 'expired'],
    ['there are no lines, and the time range is not', [], day(6.5), 'unknown'],
  ] as const)('%s', (_, lines, toMs, why) => {
    expect(whyMissing(lines, { toMs }, NOW_MS)).toBe(why);
  });
});

describe('a trace that takes long', () => {
  it('is too long above half a minute', () => {
    expect([isTooLong(30_000_000), isTooLong(30_000_001)]).toEqual([false, true]);
  });
});
