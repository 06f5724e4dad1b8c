/** @jest-environment node */
import type { SystemModel } from '../model';
import { ScenarioWorld } from './world';

const ANCHOR = Date.UTC(2025, 9, 15, 15);
const HOUR = 3_600_000;
const system: SystemModel = {
  id: 'enis',
  services: [],
  targets: [],
  metrics: [],
  flows: [],
  logSchemas: [],
  logStreams: [],
  incidents: [
    {
      id: 'bad-deploy',
      kind: 'error-burst-after-deploy',
      service: 'shop',
      title: 'Bad deploy',
      windows: [{ startBeforeEndMs: HOUR, durationMs: HOUR / 2 }],
      deploys: { service: 'shop', version: '3.0.0' },
    },
  ],
  deploys: [{ service: 'shop', version: '2.0.0', beforeEndMs: 10 * HOUR }],
};

describe('ScenarioWorld', () => {
  const world = new ScenarioWorld(1, ANCHOR, [system]);

  it.each([
    ['Wednesday 15:00 UTC', Date.UTC(2025, 9, 15, 15), 1],
    ['Wednesday 03:00 UTC', Date.UTC(2025, 9, 15, 3), 0.4],
    ['Wednesday 09:00 UTC', Date.UTC(2025, 9, 15, 9), 0.7],
    ['Saturday 15:00 UTC', Date.UTC(2025, 9, 18, 15), 0.75],
    ['Sunday 03:00 UTC', Date.UTC(2025, 9, 19, 3), 0.3],
    ['Monday 15:00 UTC', Date.UTC(2025, 9, 20, 15), 1],
  ])('%s has its share of the traffic', (_name, tMs, expected) => {
    expect(world.daily(tMs)).toBeCloseTo(expected, 10);
  });

  it('knows which version runs', () => {
    expect(world.version('other', ANCHOR)).toBe('1.0.0');
    expect(world.version('shop', ANCHOR - 11 * HOUR)).toBe('1.0.0');
    expect(world.version('shop', ANCHOR - 9 * HOUR)).toBe('2.0.0');
    expect(world.version('shop', ANCHOR - 0.9 * HOUR)).toBe('3.0.0');
    expect(world.version('shop', ANCHOR - 0.4 * HOUR)).toBe('2.0.0');
  });

  it('answers the same about one moment, whatever was asked in between', () => {
    const before = [
      world.daily(ANCHOR),
      world.incident('bad-deploy', ANCHOR - HOUR + 30_000),
      world.noise('k', ANCHOR),
    ];
    world.daily(0);
    world.incident('bad-deploy', 0);
    expect([
      world.daily(ANCHOR),
      world.incident('bad-deploy', ANCHOR - HOUR + 30_000),
      world.noise('k', ANCHOR),
    ]).toEqual(before);
    expect(before[1]).toBeCloseTo(0.5, 12);
  });

  it('has other noise under another seed and another key', () => {
    const other = new ScenarioWorld(2, ANCHOR, [system]);
    expect(other.noise('k', ANCHOR)).not.toBe(world.noise('k', ANCHOR));
    expect(world.noise('l', ANCHOR)).not.toBe(world.noise('k', ANCHOR));
  });
});
