import { postQueries, prometheus } from '../../../src/datasources';
import { loadDataSources } from './support/runtime';
import { lastHours, untilSome, valueOf } from './support/window';

jest.mock('@grafana/runtime', () => jest.requireActual('./support/runtime'));

const dataSourceUid = 'prometheus';
const range = lastHours(1);

beforeAll(loadDataSources);

describe('instant queries', () => {
  it('bring a value at the end of the range', async () => {
    const samples = valueOf(await prometheus.instant({ dataSourceUid, expr: 'vector(42)', range }));
    expect(samples).toEqual([{ labels: {}, timeMs: expect.any(Number), value: 42 }]);
    expect(Math.abs((samples[0]?.timeMs ?? 0) - range.toMs)).toBeLessThan(1000);
  });

  it('bring NaN and infinities', async () => {
    const expr =
      'label_replace(vector(0)/0, "k", "nan", "", "") or label_replace(vector(1)/0, "k", "inf", "", "") or label_replace(-vector(1)/0, "k", "-inf", "", "")';
    const samples = valueOf(await prometheus.instant({ dataSourceUid, expr, range }));
    const byLabel = Object.fromEntries(samples.map(({ labels, value }) => [labels.k, value]));
    expect(byLabel).toEqual({ nan: NaN, inf: Infinity, '-inf': -Infinity });
  });

  it('bring series with their labels, each of a system', async () => {
    const samples = valueOf(await prometheus.instant({ dataSourceUid, expr: 'up{system!=""}', range }));
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.every(({ labels }) => labels.__name__ === 'up' && labels.system && labels.job)).toBe(true);
  });

  it('bring nothing for a metric that does not exist', async () => {
    expect(valueOf(await prometheus.instant({ dataSourceUid, expr: 'no_such_metric', range }))).toEqual([]);
  });

  it('keep what is good of a request that is partly bad', async () => {
    const expressions = { good: 'vector(1)', bad: 'sum(rate(', alsoGood: 'vector(2)' };
    const results = await prometheus.instants({ dataSourceUid, expressions, range });
    expect(valueOf(results.good)[0]?.value).toBe(1);
    expect(valueOf(results.alsoGood)[0]?.value).toBe(2);
    expect(results.bad).toMatchObject({
      ok: false,
      error: { kind: 'bad-query', message: expect.stringContaining('parse error') },
    });
  });
});

describe('range queries', () => {
  it('bring a point per step, in order', async () => {
    const whole = { fromMs: 1_795_200_000_000, toMs: 1_795_200_600_000 };
    const expr = 'label_replace(vector(time()), "who", "clock", "", "")';
    const series = valueOf(
      await prometheus.range({
        dataSourceUid,
        expr,
        range: whole,
        intervalMs: 60_000,
        minStep: '1m',
        legendFormat: '{{who}}',
      })
    );
    const minutes = Array.from({ length: 11 }, (_, index) => whole.fromMs + index * 60_000);
    expect(series).toEqual([
      { labels: { who: 'clock' }, name: 'clock', points: minutes.map((timeMs) => [timeMs, timeMs / 1000]) },
    ]);
  });

  it('resolve the macros of panels', async () => {
    const expr = 'sum by (job) (rate(scrape_samples_scraped[$__rate_interval]))';
    expect((await prometheus.range({ dataSourceUid, expr, range })).ok).toBe(true);
  });

  it('bring exemplars with the id of their trace', async () => {
    const exemplars = await untilSome(async () => {
      const expr = 'nops_request_duration_seconds_bucket';
      return valueOf(await prometheus.exemplars({ dataSourceUid, expr, range: lastHours(1) }));
    });
    expect(exemplars.length).toBeGreaterThan(0);
    for (const { timeMs, traceId, labels } of exemplars) {
      expect(timeMs).toBeGreaterThan(range.fromMs - 60_000);
      expect(traceId).toMatch(/^[0-9a-f]{16,32}$/);
      expect(labels.system).toBe('enis');
    }
  }, 90_000);
});

describe('the index', () => {
  it('knows label values and names', async () => {
    expect(valueOf(await prometheus.labelValues({ dataSourceUid, label: 'system', range }))).toContain('enis');
    expect(valueOf(await prometheus.labelNames({ dataSourceUid, range, selectors: ['up'] }))).toEqual(
      expect.arrayContaining(['instance', 'job', 'system'])
    );
  });

  it('knows which metrics exist', async () => {
    const names = ['up', 'no_such_metric', 'nops_requests_total', 'nops.requests.total'];
    const existing = valueOf(await prometheus.existingMetrics({ dataSourceUid, names, range }));
    expect([...existing].sort()).toEqual(['nops_requests_total', 'up']);
  });

  it('answers about metadata', async () => {
    const metadata = valueOf(await prometheus.metricMetadata({ dataSourceUid, metric: 'no_such_metric' }));
    expect(metadata.size).toBe(0);
  });
});

describe('failures', () => {
  it('name a data source that does not exist', async () => {
    expect(await prometheus.instant({ dataSourceUid: 'no-such-uid', expr: 'up', range })).toMatchObject({
      error: { kind: 'not-found', what: 'data-source', status: 404 },
    });
    expect(await prometheus.labelValues({ dataSourceUid: 'no-such-uid', label: 'job', range })).toMatchObject({
      error: { kind: 'not-found', what: 'data-source' },
    });
  });

  it('leave other data sources alone', async () => {
    const response = await postQueries({
      range,
      queries: [
        prometheus.instantQuery({ dataSourceUid, expr: 'vector(1)', refId: 'A' }),
        prometheus.instantQuery({ dataSourceUid: 'no-such-uid', expr: 'vector(1)', refId: 'B' }),
      ],
    });
    expect([...response.values()].map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('explain a bad selector of the index', async () => {
    expect(await prometheus.labelValues({ dataSourceUid, label: 'job', range, selectors: ['{'] })).toMatchObject({
      error: { kind: 'bad-query' },
    });
  });

  it('abort', async () => {
    const controller = new AbortController();
    const pending = prometheus.instant({ dataSourceUid, expr: 'vector(7)', range, signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  });
});
