import { EmbeddedScene, SceneCanvasText, SceneTimeRange } from '@grafana/scenes';
import { failure, success } from '../../datasources/result';
import { type ComparisonRoute } from '../../domain/anomalies/types';
import { askSpanIndex, askSpanMetrics, askTraceSample } from './askRoutes';
import { type ComparisonScope, OperationComparison } from './OperationComparison';

jest.mock('./askRoutes', () => ({ askSpanIndex: jest.fn(), askSpanMetrics: jest.fn(), askTraceSample: jest.fn() }));
jest.mock('../variables/dataSources', () => ({
  metricsDataSource: () => ({ uid: 'prom' }),
  tracesDataSource: () => ({ uid: 'jaeger' }),
  logsDataSource: () => ({ uid: 'logs' }),
}));

const metrics = jest.mocked(askSpanMetrics);
const index = jest.mocked(askSpanIndex);
const sample = jest.mocked(askTraceSample);

const operation = { system: 'shop', service: 'orders', operation: 'GET /', role: 'entry' as const };
const answer = (route: ComparisonRoute, pairs = [operation]) => success({ pairs, route, notes: [] });
const spanMetrics = answer({ kind: 'span-metrics' });
const nothing = answer({ kind: 'span-metrics' }, []);
const spanIndex = answer({ kind: 'span-index', index: 'jaeger-span-*', isCut: false });
const sampled = (service: string) =>
  answer({ kind: 'trace-sample', service, recentTraces: 3, baselineTraces: 9, isCut: false });
const down = failure({ kind: 'down', message: 'Prometheus is not reachable.' });

const settled = () => new Promise((resolve) => setTimeout(resolve));

async function onAPage(scope: Partial<ComparisonScope> = {}) {
  const comparison = new OperationComparison({ systems: [], ...scope });
  new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: '2026-01-01T00:00:00Z', to: '2026-01-02T12:00:00Z' }),
    $behaviors: [comparison],
    body: new SceneCanvasText({ text: '' }),
  }).activate();
  await settled();
  return comparison;
}

beforeEach(() => {
  jest.resetAllMocks();
  metrics.mockResolvedValue(nothing);
  index.mockResolvedValue(spanIndex);
  sample.mockImplementation(({ service }) => Promise.resolve(sampled(service)));
});

describe('the route to a comparison', () => {
  it('is metrics of spans where they are counted, at the end of the time range', async () => {
    metrics.mockResolvedValue(spanMetrics);
    const { state } = await onAPage({ service: 'orders', spanIndex: { index: 'jaeger-span-*' } });
    expect(state.value?.route?.kind).toBe('span-metrics');
    expect(metrics.mock.calls[0]?.[0].windows.recent).toEqual({
      fromMs: Date.UTC(2026, 0, 2, 11),
      toMs: Date.UTC(2026, 0, 2, 12),
    });
    expect(index).not.toHaveBeenCalled();
    expect(sample).not.toHaveBeenCalled();
  });

  it('is the index where one is configured, in its own data source or that of the logs', async () => {
    await onAPage({ spanIndex: { index: 'jaeger-span-*' } });
    const { state } = await onAPage({ spanIndex: { index: 'jaeger-span-*', elasticsearch: 'spans' } });
    expect(state.value?.route?.kind).toBe('span-index');
    expect(index.mock.calls.map(([{ dataSourceUid }]) => dataSourceUid)).toEqual(['logs', 'spans']);
  });

  it('is a sample of the service that is asked for, and of another when another is', async () => {
    const comparison = await onAPage();
    expect(comparison.state.value).toMatchObject({ comparisons: [], notes: [] });
    expect(comparison.state.value?.route).toBeUndefined();
    for (const service of ['orders', 'users']) {
      comparison.sample(service);
      await settled();
      expect(comparison.state.value?.route).toMatchObject({ kind: 'trace-sample', service });
    }
  });

  it('asks nothing again for another service when the answer was about all', async () => {
    metrics.mockResolvedValue(spanMetrics);
    const comparison = await onAPage();
    comparison.sample('users');
    await settled();
    expect(metrics).toHaveBeenCalledTimes(1);
  });

  it('says which better one failed, and fails with it when there is no other', async () => {
    metrics.mockResolvedValue(down);
    const { state } = await onAPage({ service: 'orders' });
    expect(state.value).toMatchObject({ notes: ['Prometheus is not reachable.'], route: { kind: 'trace-sample' } });
    sample.mockResolvedValue(failure({ kind: 'down', message: 'Jaeger is not reachable.' }));
    const { state: failed } = await onAPage({ service: 'orders' });
    expect(failed).toMatchObject({ error: { message: 'Prometheus is not reachable.' }, loading: false });
  });
});
