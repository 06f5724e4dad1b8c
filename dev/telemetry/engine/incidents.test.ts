/** @jest-environment node */
import type { IncidentModel } from '../model';
import { IncidentSchedule } from './incidents';

const ANCHOR = 1_700_000_000_000;
const burst: IncidentModel = {
  id: 'shop-burst',
  kind: 'error-burst-after-deploy',
  service: 'shop',
  title: 'Errors',
  windows: [{ startBeforeEndMs: 600_000, durationMs: 300_000 }],
  rampMs: 60_000,
};
const ongoing: IncidentModel = { ...burst, id: 'shop-ongoing', windows: [{ startBeforeEndMs: 120_000 }] };
const start = ANCHOR - 600_000;

describe('IncidentSchedule', () => {
  const schedule = new IncidentSchedule([burst, ongoing], ANCHOR);

  it.each([
    ['before', start - 1, 0],
    ['at its start', start, 0],
    ['half way up', start + 30_000, 0.5],
    ['at the top', start + 60_000, 1],
    ['at its end', start + 300_000, 1],
    ['a quarter down', start + 315_000, 0.75],
    ['after the ramp', start + 360_000, 0],
  ])('%s', (_name, tMs, intensity) => {
    expect(schedule.intensity('shop-burst', tMs)).toBeCloseTo(intensity, 12);
  });

  it('goes on for ever without a duration', () => {
    expect(schedule.intensity('shop-ongoing', ANCHOR + 10 * 86_400_000)).toBe(1);
    expect(schedule.isOn('shop-ongoing', ANCHOR - 120_001)).toBe(false);
  });

  it('starts and ends by hand, and remembers it for the next run', () => {
    const live = new IncidentSchedule([burst], ANCHOR);
    live.start('shop-burst', ANCHOR + 1_000);
    live.start('shop-burst', ANCHOR + 2_000);
    expect(live.isOn('shop-burst', ANCHOR + 3_000)).toBe(true);
    live.end('shop-burst', ANCHOR + 90_000);
    expect(live.actions).toEqual([
      { id: 'shop-burst', action: 'start', atMs: ANCHOR + 1_000 },
      { id: 'shop-burst', action: 'end', atMs: ANCHOR + 90_000 },
    ]);
    const replayed = new IncidentSchedule([burst], ANCHOR, live.actions);
    expect(replayed.all()[0]?.occurrences).toEqual(live.all()[0]?.occurrences);
    expect(replayed.intensity('shop-burst', ANCHOR + 61_000)).toBe(1);
    expect(replayed.intensity('shop-burst', ANCHOR + 150_000)).toBe(0);
  });

  it('ends a scheduled incident early', () => {
    const live = new IncidentSchedule([ongoing], ANCHOR);
    live.end('shop-ongoing', ANCHOR);
    expect(live.intensity('shop-ongoing', ANCHOR + 60_001)).toBe(0);
  });

  it('names what is wrong', () => {
    expect(() => schedule.intensity('nope', ANCHOR)).toThrow(
      'Unknown incident "nope". Known: shop-burst, shop-ongoing.'
    );
    expect(() => new IncidentSchedule([burst, burst], ANCHOR)).toThrow('Incident "shop-burst" is declared twice.');
  });
});
