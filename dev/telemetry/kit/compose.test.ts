import type { Draw, Latency, World } from '../model';
import { always } from './rates';
import { calling, inSeries, spanCalling } from './compose';

const quiet: World = { noise: () => 0, daily: () => 1, incident: () => 0, version: () => '1.0.0' };

describe('inSeries', () => {
  it('keeps a single part as it is', () => {
    const { median, sigma } = inSeries(always<Latency>({ median: 40, sigma: 0.5 }))(0, quiet);
    expect(median).toBeCloseTo(40, 9);
    expect(sigma).toBeCloseTo(0.5, 9);
  });

  it('adds means and variances', () => {
    // Two parts with median 100 and sigma 0.5: mean 113.3148, variance 3646.96 each (worked out by hand).
    const part = always<Latency>({ median: 100, sigma: 0.5 });
    const { median, sigma } = inSeries(part, part)(0, quiet);
    const mean = median * Math.exp(sigma ** 2 / 2);
    expect(mean).toBeCloseTo(226.6297, 3);
    expect(mean ** 2 * (Math.exp(sigma ** 2) - 1)).toBeCloseTo(7293.92, 0);
  });
});

describe('spanCalling', () => {
  const draw = { tMs: 0, world: quiet, latency: (latency: Latency) => latency.median } as Draw;
  const operation = calling({
    service: 'shop',
    name: 'GET /stock',
    kind: 'server',
    ratePerSecond: always(1),
    errorRatio: always(0),
    ownMs: always<Latency>({ median: 9, sigma: 0.3 }),
  });

  it('places its calls one after another inside its own work and does not wait for consumers', () => {
    const span = spanCalling(draw, operation, true, [
      { service: 'shop', name: 'SELECT', kind: 'client', offsetMs: 0, durationMs: 20 },
      { service: 'shop', name: 'GET', kind: 'client', offsetMs: 0, durationMs: 5 },
      { service: 'mail', name: 'process', kind: 'consumer', offsetMs: 500, durationMs: 900 },
    ]);
    expect(span.children?.map((child) => child.offsetMs)).toEqual([3, 23.4, 500]);
    expect(span.durationMs).toBeCloseTo(23.4 + 5 + 6, 9);
    expect(span.status).toBe('error');
  });
});
