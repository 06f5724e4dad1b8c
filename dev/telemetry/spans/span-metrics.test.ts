/** @jest-environment node */
import { ScenarioWorld } from '../engine/world';
import { always, latency } from '../kit/rates';
import type { OperationModel } from '../model';
import { shop, SHOP_ANCHOR_MS } from '../testing/shop';
import { mergeOperations } from './merge';
import { withSpanMetrics } from './span-metrics';

const world = new ScenarioWorld(1, SHOP_ANCHOR_MS, [shop()]);
const query = (rate: number, median: number, errors: number): OperationModel => ({
  service: 'shop',
  name: 'db.SELECT',
  kind: 'client',
  ratePerSecond: always(rate),
  errorRatio: always(errors),
  latencyMs: latency(median, 0),
});

describe('withSpanMetrics', () => {
  const extended = withSpanMetrics(shop());
  const calls = extended.metrics.find(({ name }) => name === 'traces_span_metrics_calls_total');

  it('counts good and failed calls of each operation with the names of the connector', () => {
    const burstMs = SHOP_ANCHOR_MS - 7 * 60_000;
    expect(calls?.kind).toBe('counter');
    const series = calls?.kind === 'counter' ? calls.series : [];
    expect(series.map(({ labels, ratePerSecond }) => [labels, ratePerSecond(burstMs, world)])).toEqual([
      [
        {
          service_name: 'shop',
          span_name: 'POST /buy',
          span_kind: 'SPAN_KIND_SERVER',
          status_code: 'STATUS_CODE_UNSET',
        },
        5,
      ],
      [
        {
          service_name: 'shop',
          span_name: 'POST /buy',
          span_kind: 'SPAN_KIND_SERVER',
          status_code: 'STATUS_CODE_ERROR',
        },
        5,
      ],
    ]);
    expect(extended.targets.at(-1)).toEqual({ job: 'span-metrics', instance: 'otel-collector-enis:8889' });
  });

  it('leaves a system without flows alone', () => {
    const silent = { ...shop(), flows: [] };
    expect(withSpanMetrics(silent)).toBe(silent);
  });
});

describe('mergeOperations', () => {
  it('adds rates, weighs errors, and keeps mean and variance of the mixture', () => {
    const [one, ...more] = mergeOperations([
      query(30, 10, 0.1),
      query(10, 50, 0.5),
      { ...query(1, 1, 0), name: 'db.INSERT' },
    ]);
    expect(more.map(({ name }) => name)).toEqual(['db.INSERT']);
    expect(one!.ratePerSecond(0, world)).toBe(40);
    expect(one!.errorRatio(0, world)).toBeCloseTo(0.2, 12);
    const { median, sigma } = one!.latencyMs(0, world);
    // Three quarters at 10 ms and one at 50 ms: mean 20, variance 300.
    const mean = median * Math.exp((sigma * sigma) / 2);
    expect(mean).toBeCloseTo(20, 9);
    expect(mean * mean * (Math.exp(sigma * sigma) - 1)).toBeCloseTo(300, 6);
  });
});
