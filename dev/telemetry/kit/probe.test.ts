import type { SystemModel } from '../model';
import { Probe } from './probe';
import { always, latency } from './rates';

/** One job with constant rates, so that every answer can be worked out by hand. */
const shop: SystemModel = {
  id: 'mini-market',
  services: [{ name: 'shop' }],
  targets: [
    { job: 'shop', instance: 'shop-1', up: (tMs, world) => world.incident('shop-down', tMs) < 0.5 },
    { job: 'shop', instance: 'shop-2' },
  ],
  metrics: [
    {
      kind: 'counter',
      name: 'sales_total',
      help: 'Sales',
      series: [
        { job: 'shop', instance: 'shop-1', labels: { kind: 'cash' }, ratePerSecond: always(4) },
        { job: 'shop', instance: 'shop-2', labels: { kind: 'card' }, ratePerSecond: always(12) },
      ],
    },
    {
      kind: 'histogram',
      name: 'wait_seconds',
      help: 'Waiting',
      bucketsLe: [1, 2, 4],
      // Half of the values lie below the median of 2, which is a bucket's edge.
      series: [{ job: 'shop', instance: 'shop-2', ratePerSecond: always(100), latency: latency(2, 0.5) }],
    },
    {
      kind: 'gauge',
      name: 'stock',
      help: 'Stock',
      series: [{ job: 'shop', instance: 'shop-1', value: always(7) }],
    },
  ],
  flows: [],
  logSchemas: [],
  logStreams: [],
  incidents: [{ id: 'shop-down', kind: 'target-down', service: 'shop', title: 'Shop closed', windows: [], rampMs: 1 }],
  deploys: [],
};

describe('Probe', () => {
  const probe = new Probe(shop, { minutes: 10 });

  it('sums rates of matching series', () => {
    expect(probe.rate('sales_total')).toBeCloseTo(16, 6);
    expect(probe.rate('sales_total', { kind: 'cash' })).toBeCloseTo(4, 6);
    expect(probe.ratio('sales_total', 'sales_total', { kind: 'card' }, {})).toBeCloseTo(0.75, 6);
  });

  it('interpolates quantiles inside a bucket', () => {
    expect(probe.quantile(0.5, 'wait_seconds')).toBeCloseTo(2, 1);
    // Below 1: P(ln x < ln 1) = Phi(-1.386) = 0.0829; so the quantile 0.04 lies at 0.04 / 0.0829 of the first bucket.
    expect(probe.quantile(0.04, 'wait_seconds')).toBeCloseTo(0.483, 2);
    // Above 4 there is only +Inf: the last finite edge is the answer.
    expect(probe.quantile(0.99, 'wait_seconds')).toBe(4);
  });

  it('reads gauges, labels and targets', () => {
    expect(probe.gauges('stock')).toEqual([7]);
    expect(probe.up({ instance: 'shop-1' })).toEqual([1]);
    expect(probe.labelSets('sales_total')).toContainEqual({
      job: 'shop',
      instance: 'shop-2',
      system: 'mini-market',
      kind: 'card',
    });
    // Two counters, a histogram with three edges, +Inf, count and sum, one gauge, two targets.
    expect(probe.sampleCount).toBe(2 + 6 + 1 + 2);
  });

  it('plays one incident, whose down target exposes nothing', () => {
    const closed = new Probe(shop, { minutes: 10, incident: 'shop-down' });
    expect(closed.up()).toEqual([0, 1]);
    expect(closed.gauges('stock')).toEqual([]);
    expect(closed.rate('sales_total')).toBeCloseTo(12, 6);
  });

  it('refuses an incident that the system does not have', () => {
    expect(() => new Probe(shop, { incident: 'flood' })).toThrow('mini-market has no incident "flood".');
  });
});
