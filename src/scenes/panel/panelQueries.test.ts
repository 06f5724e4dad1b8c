import { type Panel, type System } from '../../catalog/types';
import { COMPARISONS } from '../../domain/changes/comparison';
import { panelQueries } from './panelQueries';

jest.mock('../page/PageFilters', () => ({ pageFilters: () => undefined }));

const system: System = {
  id: 'shop',
  name: 'Shop',
  teams: [],
  services: [],
  signals: {
    p95: { kind: 'quantile', title: 'p95', unit: 's', histogram: 'd_seconds', quantile: 0.95 },
    p99: { kind: 'quantile', title: 'p99', unit: 's', histogram: 'd_seconds', quantile: 0.99 },
    orders: { kind: 'increase', title: 'Orders', unit: 'short', metric: 'orders_total', window: '24h' },
    cpu: { kind: 'gauge', title: 'CPU', unit: 'percent', metric: 'cpu', aggregation: 'max' },
  },
};
const panel = (kind: Panel['kind'], ...signals: string[]): Panel => ({
  id: 'p',
  title: 'P',
  kind,
  queries: signals.map((signal) => ({ signal: `system.${signal}` })),
});
const [yesterday] = COMPARISONS;
const tenant = { role: 'tenant', label: 'tenant', values: ['a"b'], carriers: new Set(['orders_total']) };

const summary = (...args: Parameters<typeof panelQueries>) =>
  panelQueries(...args).queries.map(({ refId, expr, instant, exemplar }) => ({ refId, expr, instant, exemplar }));

describe('panelQueries', () => {
  it('asks for the exemplars of a histogram once', () => {
    expect(summary(panel('timeseries', 'p95', 'p99', 'cpu'), system).map(({ exemplar }) => exemplar)).toEqual([
      true,
      false,
      false,
    ]);
    expect(summary(panel('stat', 'p95'), system)[0]?.exemplar).toBe(false);
  });

  it('asks the same of an earlier time, and of a number only its newest value', () => {
    expect(summary(panel('timeseries', 'cpu'), system, { filters: [], comparison: yesterday })).toEqual([
      { refId: 'A', expr: 'max(cpu{system="shop"})', instant: false, exemplar: false },
      { refId: 'A_earlier', expr: 'max(cpu{system="shop"} offset 1d)', instant: false, exemplar: false },
    ]);
    expect(summary(panel('stat', 'cpu'), system, { filters: [], comparison: yesterday })).toMatchObject([
      { refId: 'A', instant: false },
      { refId: 'A_earlier', instant: true },
    ]);
  });

  it('compares only what can show two times', () => {
    expect(summary(panel('gauge', 'cpu'), system, { filters: [], comparison: yesterday })).toHaveLength(1);
  });

  it('filters what has the label, today and earlier, and tells what it could not filter', () => {
    const context = { filters: [tenant], comparison: yesterday };
    const { queries, ignored } = panelQueries(panel('stat', 'orders', 'cpu'), system, context);
    expect(ignored).toEqual(['tenant']);
    expect(queries.map(({ expr }) => String(expr).split('tenant=~"a\\"b"').length - 1)).toEqual([1, 2, 0, 0]);
  });
});
