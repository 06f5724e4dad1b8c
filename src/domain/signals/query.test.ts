import { signalMetrics, signalQuery } from './query';
import { type Signal } from './types';

const base = { title: 'T', unit: 'short' };
const context = { filters: { system: 'enis' }, rateWindow: '5m' };

const signals: Record<Signal['kind'], Signal> = {
  rate: { ...base, kind: 'rate', metric: 'a_total' },
  increase: { ...base, kind: 'increase', metric: 'a_total', window: '24h' },
  ratio: {
    ...base,
    kind: 'ratio',
    part: { metric: 'a_total', where: { status: 'failed' } },
    total: { metric: 'a_total' },
  },
  quantile: { ...base, kind: 'quantile', histogram: 'd_seconds', quantile: 0.99 },
  gauge: { ...base, kind: 'gauge', metric: 'g', aggregation: 'avg', averagedOver: '5m' },
  utilisation: { ...base, kind: 'utilisation', used: { metric: 'used' }, capacity: { metric: 'limit' } },
  active: { ...base, kind: 'active', metric: 'a_total', label: 'tenant_id', window: '24h' },
  'weighted-sum': {
    ...base,
    kind: 'weighted-sum',
    terms: [
      { gauge: { metric: 'cores' }, weight: 0.04 * 730 },
      { gauge: { metric: 'bytes' }, weight: (0.005 * 730) / 1e9 },
    ],
  },
  expression: { ...base, kind: 'expression', expr: 'sum by ($by) (rate(x{a="b", $where}[$window]))', metrics: ['x'] },
};

describe('signalQuery', () => {
  it('a rate keeps its own window', () => {
    const signal: Signal = { ...base, kind: 'rate', metric: 'a_total', window: '1h' };
    expect(signalQuery(signal, { filters: { system: 'enis' }, rateWindow: '5m' })).toBe(
      'sum(rate(a_total{system="enis"}[1h]))'
    );
  });

  it.each<[Signal['kind'], string]>([
    ['rate', 'sum by (tier) (rate(a_total{system="enis"}[5m]))'],
    ['increase', 'sum by (tier) (increase(a_total{system="enis"}[24h]))'],
    [
      'ratio',
      '((sum by (tier) (rate(a_total{status="failed",system="enis"}[5m]))) or (sum by (tier) (rate(a_total{system="enis"}[5m]))) * 0) / ((sum by (tier) (rate(a_total{system="enis"}[5m]))) > 0)',
    ],
    ['quantile', 'histogram_quantile(0.99, sum by (tier, le) (rate(d_seconds_bucket{system="enis"}[5m])))'],
    ['gauge', 'avg by (tier) (avg_over_time(g{system="enis"}[5m]))'],
    ['utilisation', 'sum by (tier) (used{system="enis"}) / (sum by (tier) (limit{system="enis"}) > 0)'],
    [
      'active',
      'count(sum by (tenant_id) (increase(a_total{system="enis"}[24h])) > 0) or count(sum by (tenant_id) (increase(a_total{system="enis"}[24h]))) * 0',
    ],
    ['weighted-sum', 'sum by (tier) (cores{system="enis"}) * 29.2 + sum by (tier) (bytes{system="enis"}) * 3.65e-9'],
    ['expression', 'sum by (tier) (rate(x{a="b", system="enis"}[5m]))'],
  ])('%s', (kind, expr) => {
    expect(signalQuery(signals[kind], { ...context, by: ['tier'] })).toBe(expr);
  });

  it('counts over the page’s time range when the signal names no window', () => {
    expect(signalQuery({ ...base, kind: 'increase', metric: 'a_total' }, context)).toBe(
      'sum(increase(a_total{system="enis"}[$__range]))'
    );
  });

  it('divides by a fixed capacity', () => {
    expect(signalQuery({ ...base, kind: 'utilisation', used: { metric: 'used' }, capacity: 100 }, context)).toBe(
      'sum(used{system="enis"}) / 100'
    );
  });

  it('adds the filters of the page to both sides of a ratio', () => {
    const expr = signalQuery(signals.ratio, { ...context, filters: { system: 'enis', tenant_id: 'a"b' } });
    expect(expr.match(/tenant_id="a\\"b"/g)).toHaveLength(3);
  });
});

describe('signalMetrics', () => {
  it('names what is in the database', () => {
    expect(Object.values(signals).map(signalMetrics)).toEqual([
      ['a_total'],
      ['a_total'],
      ['a_total'],
      ['d_seconds_bucket'],
      ['g'],
      ['used', 'limit'],
      ['a_total'],
      ['cores', 'bytes'],
      ['x'],
    ]);
  });
});
