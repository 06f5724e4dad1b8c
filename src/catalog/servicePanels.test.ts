import { findSignal } from './lookup';
import { servicePanels } from './servicePanels';
import { type Service, type System } from './types';

const api: Service = {
  id: 'api',
  name: 'API',
  kind: 'application',
  team: 'platform',
  signals: {
    traffic: { kind: 'rate', title: 'Requests', metric: 'a_total', unit: 'reqps' },
    latency: {
      kind: 'quantile',
      title: 'Latency p95',
      histogram: 'd_seconds',
      quantile: 0.95,
      unit: 's',
      thresholds: { critical: 1 },
    },
    queue: { kind: 'gauge', title: 'Queue', metric: 'q', aggregation: 'max', unit: 'short' },
  },
  golden: { traffic: 'api.traffic', latency: 'api.latency' },
};
const system: System = { id: 'one', name: 'One', teams: [{ id: 'platform', name: 'Platform' }], services: [api] };

it('draws the median and the 99th percentile beside the named quantile, whose bounds are drawn', () => {
  const { red, system: extended } = servicePanels(system, api);
  const queries = red.find(({ id }) => id === 'golden-latency')?.queries ?? [];
  expect(queries.map(({ legend }) => legend)).toEqual(['p95', 'p50', 'p99']);
  expect(queries.map(({ signal }) => findSignal(extended, signal))).toMatchObject([
    { quantile: 0.95, thresholds: { critical: 1 } },
    { quantile: 0.5, histogram: 'd_seconds' },
    { quantile: 0.99, histogram: 'd_seconds' },
  ]);
});

it('draws what the service has, and nothing else', () => {
  const { red, saturation, others } = servicePanels(system, api);
  expect(red.map(({ title }) => title)).toEqual(['Rate', 'Duration']);
  expect(saturation).toEqual([]);
  expect(others.map(({ title }) => title)).toEqual(['Queue']);
});

it('tells the services of an entry that stands for many apart, at one quantile', () => {
  const many: Service = { ...api, golden: { ...api.golden, splitBy: 'service', where: { env: 'prod' } } };
  const { red } = servicePanels(system, many);
  expect(red.map(({ queries }) => queries)).toEqual([
    [{ signal: 'api.traffic', where: { env: 'prod' }, by: ['service'], legend: '{{service}}' }],
    [{ signal: 'api.latency', where: { env: 'prod' }, by: ['service'], legend: '{{service}}' }],
  ]);
});
