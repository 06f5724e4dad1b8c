import fc from 'fast-check';

import { alignMs, chooseStepMs, interpolate, parseQuery, type PrometheusQueryModel } from './model';

const HOUR_MS = 3_600_000;

function model(partial: Partial<PrometheusQueryModel>): PrometheusQueryModel {
  return { refId: 'A', expr: 'up', intervalMs: 15_000, maxDataPoints: 120, ...partial };
}

describe('chooseStepMs', () => {
  it('takes the panel interval when the width asks for less', () => {
    // 30 min / 120 points = 15 s
    expect(chooseStepMs(model({}), 0, HOUR_MS / 2)).toBe(15_000);
  });

  it('rounds what the width asks for to the ladder', () => {
    // 6 h / 120 points = 180 s, which lies in the two-minute step (up to 210 s)
    expect(chooseStepMs(model({}), 0, 6 * HOUR_MS)).toBe(120_000);
  });

  it('never goes below the minimum step of the query', () => {
    expect(chooseStepMs(model({ interval: '2m' }), 0, HOUR_MS / 2)).toBe(120_000);
  });

  it('falls back on the scrape interval when the panel sends none', () => {
    expect(chooseStepMs(model({ intervalMs: 0 }), 0, 60_000, '30s')).toBe(30_000);
  });

  it('makes the rate interval a final step', () => {
    // max(15 s + 15 s, 4 × 15 s)
    expect(chooseStepMs(model({ interval: '$__rate_interval' }), 0, HOUR_MS / 2, '15s')).toBe(60_000);
  });

  it('multiplies by the resolution factor', () => {
    expect(chooseStepMs(model({ intervalFactor: 4 }), 0, HOUR_MS / 2)).toBe(60_000);
  });

  it('keeps every window under the point limit of Prometheus', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 100_000 }), (days, maxDataPoints) => {
        const windowMs = days * 24 * HOUR_MS;
        const stepMs = chooseStepMs(model({ intervalMs: 1, maxDataPoints }), 0, windowMs);
        // the ladder rounds down by at most a third, so the limit of 11,000 is kept within that factor
        expect(windowMs / stepMs).toBeLessThanOrEqual(11_000 * 2);
      })
    );
  });
});

describe('interpolate', () => {
  const ask = (expr: string, partial: Partial<PrometheusQueryModel> = {}) =>
    interpolate(model({ expr, ...partial }), 30_000, 0, HOUR_MS, '15s');

  it('fills in both spellings of every variable', () => {
    expect(ask('a[$__interval] b[${__interval}] c[$__interval_ms] d[${__interval_ms}]')).toBe(
      'a[30s] b[30s] c[30000] d[30000]'
    );
    expect(ask('a[$__range] b[${__range}] c[$__range_s] d[$__range_ms]')).toBe('a[3600s] b[3600s] c[3600] d[3600000]');
  });

  it('makes the rate interval from panel interval and scrape interval', () => {
    // max(15 s + 15 s, 4 × 15 s)
    expect(ask('rate(a[$__rate_interval]) $__rate_interval_ms')).toBe('rate(a[1m0s]) 60000');
    // max(120 s + 15 s, 60 s)
    expect(ask('rate(a[$__rate_interval])', { intervalMs: 120_000 })).toBe('rate(a[2m15s])');
    // the minimum step of the query stands for the scrape interval: max(15 s + 60 s, 240 s)
    expect(ask('rate(a[${__rate_interval}])', { interval: '1m' })).toBe('rate(a[4m0s])');
  });

  it('leaves other variables alone', () => {
    expect(ask('a{job="$job"} $__intervals $__rangeX')).toBe('a{job="$job"} 30ss 3600sX');
  });
});

test('parseQuery asks for a range unless an instant alone is wanted', () => {
  expect(parseQuery(model({}), 0, HOUR_MS)).toMatchObject({ range: true, instant: false });
  expect(parseQuery(model({ instant: true, range: false }), 0, HOUR_MS)).toMatchObject({ range: false, instant: true });
  expect(parseQuery(model({ instant: true, range: true }), 0, HOUR_MS)).toMatchObject({ range: true, instant: true });
});

describe('alignMs', () => {
  it('rounds down to the step, in the given time zone', () => {
    expect(alignMs(1_000_007, 15_000)).toBe(990_000);
    // a day step in UTC+1 starts at 23:00 UTC
    expect(alignMs(10 * HOUR_MS, 24 * HOUR_MS, HOUR_MS)).toBe(-HOUR_MS);
  });

  it('never rounds up, and by less than a step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000_000 }),
        fc.integer({ min: 1, max: 86_400_000 }),
        (timeMs, stepMs) => {
          const aligned = alignMs(timeMs, stepMs);
          expect(timeMs - aligned).toBeGreaterThanOrEqual(0);
          expect(timeMs - aligned).toBeLessThan(stepMs);
          expect(Math.abs(aligned % stepMs)).toBe(0);
        }
      )
    );
  });
});
