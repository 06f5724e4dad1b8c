import type { Draw, Latency, SpanSpec, World } from '../model';
import { always } from './rates';
import { anyFails, calling, inSeries, oneOf, spanCalling, sufferedFrom, untilFailure } from './compose';

const worldWith = (intensity: number): World => ({
  noise: () => 0,
  daily: () => 1,
  incident: () => intensity,
  version: () => '1.0.0',
});
const drawIn = (world: World) =>
  ({
    tMs: 0,
    world,
    latency: (latency: Latency) => latency.median,
    chance: (probability: number) => probability >= 0.5,
  }) as Draw;
const quiet = worldWith(0);

const operation = (ownErrorRatio: number) =>
  calling({
    service: 'shop',
    name: 'GET /stock',
    kind: 'server',
    ratePerSecond: always(1),
    ownErrorRatio: always(ownErrorRatio),
    ownMs: always<Latency>({ median: 9, sigma: 0.3 }),
  });
const call = (name: string, durationMs: number, status: SpanSpec['status'] = 'unset'): SpanSpec => ({
  service: 'shop',
  name,
  kind: 'client',
  offsetMs: 0,
  durationMs,
  status,
});

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

describe('oneOf', () => {
  it('keeps mean, variance and failures of the mixture', () => {
    // Means 100 and 300 without spread, half and half: mean 200, variance 100 squared (by hand).
    const fast = { latencyMs: always<Latency>({ median: 100, sigma: 0 }), errorRatio: always(0.02) };
    const slow = { latencyMs: always<Latency>({ median: 300, sigma: 0 }), errorRatio: always(0.1) };
    const mixed = oneOf([
      [fast, 0.5],
      [slow, 0.5],
    ]);
    const { median, sigma } = mixed.latencyMs(0, quiet);
    const mean = median * Math.exp(sigma ** 2 / 2);
    expect(mean).toBeCloseTo(200, 9);
    expect(mean ** 2 * (Math.exp(sigma ** 2) - 1)).toBeCloseTo(10_000, 6);
    expect(mixed.errorRatio(0, quiet)).toBeCloseTo(0.06, 12);
  });
});

describe('anyFails', () => {
  it('is one minus the product of the good shares', () => {
    expect(anyFails(always(0.1), always(0.2))(0, quiet)).toBeCloseTo(0.28, 12);
  });
});

describe('calling', () => {
  it('inherits latency and failures of its calls', () => {
    const callee = operation(0.2);
    const caller = calling({ ...operation(0.1) }, [callee]);
    expect(caller.errorRatio(0, quiet)).toBeCloseTo(0.28, 12);
    expect(caller.latencyMs(0, quiet).median).toBeGreaterThan(callee.latencyMs(0, quiet).median);
  });
});

describe('spanCalling', () => {
  const draw = drawIn(quiet);

  it('places its calls one after another inside its own work and does not wait for consumers', () => {
    const later: SpanSpec = { service: 'mail', name: 'process', kind: 'consumer', offsetMs: 500, durationMs: 900 };
    const span = spanCalling(draw, operation(0), [call('SELECT', 20), call('GET', 5), later]);
    expect(span.children?.map((child) => child.offsetMs)).toEqual([3, 23.4, 500]);
    expect(span.durationMs).toBeCloseTo(23.4 + 5 + 6, 9);
    expect(span.status).not.toBe('error');
  });

  it('fails with an awaited call and says that it is not to blame', () => {
    const span = spanCalling(draw, operation(0), [call('SELECT', 20, 'error')], (outcome) => ({
      attributes: { byItself: outcome.byItself, durationMs: outcome.durationMs },
    }));
    expect(span.status).toBe('error');
    expect(span.attributes).toEqual({ byItself: false, durationMs: 29 });
  });

  it('fails by itself', () => {
    expect(spanCalling(draw, operation(1), [call('SELECT', 20)]).status).toBe('error');
  });
});

describe('untilFailure', () => {
  it('stops after the first failed call', () => {
    const calls = [() => call('a', 1), () => call('b', 1, 'error'), () => call('c', 1)];
    expect(untilFailure(calls).map((span) => span.name)).toEqual(['a', 'b']);
  });
});

describe('sufferedFrom', () => {
  const causes = { failing: ['errors'], slowing: ['slow'], slowAboveMs: 100 };

  it('names failing incidents for failed requests and slowing ones for slow requests', () => {
    const draw = drawIn(worldWith(0.5));
    expect(sufferedFrom(draw, call('x', 50, 'error'), causes)).toEqual(['errors']);
    expect(sufferedFrom(draw, call('x', 101), causes)).toEqual(['slow']);
    expect(sufferedFrom(draw, call('x', 100), causes)).toEqual([]);
  });

  it('names none that is hardly on', () => {
    expect(sufferedFrom(drawIn(worldWith(0.49)), call('x', 500, 'error'), causes)).toEqual([]);
  });
});
