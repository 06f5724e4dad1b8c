/** @jest-environment node */
import type { Sli } from '../../../src/domain/slo/types';
import { ScenarioWorld } from '../engine/world';
import { always, traffic } from '../kit/rates';
import { Fleet } from '../metrics/fleet';
import { shop, SHOP_ANCHOR_MS } from '../testing/shop';
import { eventRates } from './events';
import { eventsInInterval, RECORDING_STEP_MS } from './recorded';

const BURST_MS = SHOP_ANCHOR_MS - 7 * 60_000;
const system = shop();
const world = new ScenarioWorld(1, SHOP_ANCHOR_MS, [system]);
const availability: Sli = {
  kind: 'ratio',
  total: { metric: 'requests_total' },
  bad: { metric: 'requests_total', where: { status: { re: '5..' } } },
};
function ratesAt(sli: Sli, tMs: number, one = system): [total: number, bad: number] {
  const rates = eventRates(one, sli);
  return [rates!.total(tMs, world), rates!.bad(tMs, world)];
}

describe('eventRates', () => {
  it('counts the matching series of a ratio', () => {
    expect(ratesAt(availability, BURST_MS)).toEqual([10, 5]);
    expect(ratesAt(availability, SHOP_ANCHOR_MS)).toEqual([10, 0]);
  });

  it('takes the share above the threshold for a latency', () => {
    const [total, bad] = ratesAt({ kind: 'latency', histogram: 'duration_seconds', thresholdSeconds: 0.05 }, BURST_MS);
    expect(total).toBe(10);
    // ln(0.5) / 0.5 = -1.3863: 91.72 % are slower.
    expect(bad).toBeCloseTo(9.172, 3);
  });

  it('reads a bucket as a counter', () => {
    const sli: Sli = {
      kind: 'ratio',
      total: { metric: 'duration_seconds_count' },
      bad: { metric: 'duration_seconds_bucket', where: { le: '0.1' } },
    };
    const [total, fast] = ratesAt(sli, BURST_MS);
    expect(total).toBe(10);
    expect(fast).toBeCloseTo(5, 5);
  });

  it('counts scrapes of a boolean gauge', () => {
    const sli: Sli = { kind: 'boolean', gauge: { metric: 'up', where: { system: 'enis' } } };
    // Two targets, each scraped every 15 seconds.
    expect(ratesAt(sli, SHOP_ANCHOR_MS)).toEqual([2 / 15, 0]);
    const silent = new ScenarioWorld(1, SHOP_ANCHOR_MS, [system]);
    silent.incidents.start('enis-silent', SHOP_ANCHOR_MS);
    expect(eventRates(system, sli)!.bad(SHOP_ANCHOR_MS + 60_000, silent)).toBeCloseTo(1 / 15, 12);
  });

  it('judges a level once every five minutes', () => {
    const level = (bound: number): Sli => ({
      kind: 'level',
      signal: { kind: 'rate', title: 'Requests', metric: 'requests_total', unit: 'reqps' },
      op: '<=',
      bound,
    });
    // There are ten requests a second.
    expect(ratesAt(level(10), SHOP_ANCHOR_MS)).toEqual([1 / 300, 0]);
    expect(ratesAt(level(9), SHOP_ANCHOR_MS)).toEqual([1 / 300, 1 / 300]);
    const missing: Sli = {
      ...level(9),
      signal: { kind: 'rate', title: 'X', metric: 'other_total', unit: 'reqps' },
    } as Sli;
    expect(eventRates(system, missing)).toBeUndefined();
  });

  it('counts what is missing from the good ones', () => {
    const sli: Sli = {
      kind: 'good-ratio',
      total: { metric: 'requests_total' },
      good: { metric: 'requests_total', where: { status: { notRe: '5..' } } },
    };
    expect(ratesAt(sli, BURST_MS)).toEqual([10, 5]);
  });

  it('has no events while the target is down', () => {
    const down = { ...system, targets: system.targets.map((target) => ({ ...target, up: always(false) })) };
    expect(ratesAt(availability, BURST_MS, down)).toEqual([0, 0]);
  });

  it('says so when no series matches, and refuses a gauge', () => {
    expect(eventRates(system, { ...availability, total: { metric: 'other_total' } })).toBeUndefined();
    expect(() => eventRates(system, { ...availability, total: { metric: 'queue' } })).toThrow(
      'queue is a gauge and counts no events.'
    );
  });
});

describe('eventsInInterval', () => {
  it('agrees with the raw counters of the same five minutes', () => {
    const busy = shop(traffic('shop', 40));
    const own = new ScenarioWorld(1, SHOP_ANCHOR_MS, [busy]);
    const toMs = SHOP_ANCHOR_MS - 5 * 60_000;
    const fleet = new Fleet([busy], own, toMs - RECORDING_STEP_MS);
    fleet.advance(toMs);
    const raw = fleet.series
      .filter(({ metric }) => metric.name === 'requests_total')
      .reduce((sum, series) => sum + fleet.read(series, toMs)[0]!, 0);
    const rates = eventRates(busy, availability)!;
    expect(raw).toBeGreaterThan(5_000);
    expect(Math.abs(eventsInInterval(rates.total, toMs, own, 5) - raw) / raw).toBeLessThan(0.002);
    // The burst lasts the whole interval, and half of the requests fail.
    expect(eventsInInterval(rates.bad, toMs, own, 5) / eventsInInterval(rates.total, toMs, own, 5)).toBeCloseTo(0.5, 6);
  });
});
