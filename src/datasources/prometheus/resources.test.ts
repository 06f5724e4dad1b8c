/** @jest-environment node */
import fc from 'fast-check';
import { fakeGrafana } from '../testing/fakeGrafana';
import { recordedAnswer } from '../testing/recorded';
import { existingMetrics, labelNames, labelValues, metricMetadata } from './index';

jest.mock('@grafana/runtime', () => jest.requireActual('../testing/runtime'));

const request = { dataSourceUid: 'prometheus', range: { fromMs: 1795267577499, toMs: 1795269377001 } };

/** Answers like Prometheus' label values of `__name__` when it holds these metrics. */
function holding(...metrics: string[]) {
  fakeGrafana.answer(({ url }) => {
    const selector = new URL(url, 'http://grafana').searchParams.get('match[]') ?? '';
    const [, operator, text = ''] = /^\{__name__(=~?)"(.*)"\}$/.exec(selector) ?? [];
    const value = JSON.parse(`"${text}"`) as string;
    const matches = (name: string) => (operator === '=' ? name === value : new RegExp(`^(?:${value})$`).test(name));
    return { status: 200, body: { status: 'success', data: metrics.filter(matches) } };
  });
}

beforeEach(() => fakeGrafana.reset());

describe('labels', () => {
  it('reads recorded label values', async () => {
    fakeGrafana.answer(recordedAnswer('prometheus-label-values'));
    expect(await labelValues({ ...request, label: 'job' })).toEqual({
      ok: true,
      value: ['dead', 'nops_kernel', 'prom'],
      warnings: [],
    });
  });

  it('asks in whole seconds around the window, with selectors', async () => {
    fakeGrafana.answer({ status: 200, body: { status: 'success', data: [] } });
    await labelNames({ ...request, selectors: ['up', 'b'] });
    expect(fakeGrafana.requests[0]?.url).toBe(
      '/api/datasources/uid/prometheus/resources/api/v1/labels?start=1795267577&end=1795269378&match%5B%5D=up&match%5B%5D=b'
    );
  });

  it.each([
    [200, { status: 'error', errorType: 'bad_data', error: 'no' }, 'bad-query'],
    [400, { status: 'error', errorType: 'bad_data', error: 'no' }, 'bad-query'],
    [200, 'hello', 'unexpected'],
    [403, { message: 'Access denied to data source' }, 'no-permission'],
  ])('classifies %i %j', async (status, body, kind) => {
    fakeGrafana.answer({ status, body });
    expect(await labelValues({ ...request, label: 'job' })).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('metric metadata', () => {
  it('is empty for a metric that says nothing', async () => {
    fakeGrafana.answer(recordedAnswer('prometheus-metric-metadata'));
    const result = await metricMetadata({ dataSourceUid: 'prometheus', metric: 'nops_requests_total' });
    expect(result.ok && result.value.size).toBe(0);
  });

  it('takes the first of several', async () => {
    const data = { m: [{ type: 'counter', help: 'Requests', unit: '' }, { type: 'gauge' }], n: [] };
    fakeGrafana.answer({ status: 200, body: { status: 'success', data } });
    const result = await metricMetadata({ dataSourceUid: 'prometheus' });
    expect(result.ok && [...result.value]).toEqual([['m', { type: 'counter', help: 'Requests', unit: '' }]]);
  });
});

describe('which metrics exist', () => {
  it('finds them with one request', async () => {
    holding('a_total', 'b_total', 'c_total');
    const result = await existingMetrics({ ...request, names: ['a_total', 'missing', 'c_total', 'a_total'] });
    expect(result.ok && [...result.value].sort()).toEqual(['a_total', 'c_total']);
    expect(fakeGrafana.requests).toHaveLength(1);
  });

  it('asks nobody about nothing', async () => {
    expect(await existingMetrics({ ...request, names: [] })).toEqual({ ok: true, value: new Set(), warnings: [] });
    expect(fakeGrafana.requests).toHaveLength(0);
  });

  it('does not take another name for one with special characters', async () => {
    holding('axb', 'a.b');
    const result = await existingMetrics({ ...request, names: ['a.b', 'zzz'] });
    expect(result.ok && [...result.value]).toEqual(['a.b']);
  });

  it('splits very long lists, and fails when a part fails', async () => {
    const names = Array.from({ length: 400 }, (_, index) => `a_rather_long_metric_name_number_${index}_total`);
    holding(...names.slice(0, 399));
    const result = await existingMetrics({ ...request, names });
    expect(result.ok && result.value.size).toBe(399);
    expect(fakeGrafana.requests.length).toBeGreaterThan(1);
    expect(fakeGrafana.requests.every(({ url }) => url.length < 8000)).toBe(true);

    fakeGrafana.answer({ status: 502, body: '' });
    expect(await existingMetrics({ ...request, names })).toMatchObject({ ok: false, error: { kind: 'down' } });
  });

  it('finds exactly those that are held, whatever the names', async () => {
    const name = fc.stringMatching(/^[a-zA-Z_:.][a-zA-Z0-9_:.]{0,8}$/);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name), fc.uniqueArray(name), async (held, asked) => {
        holding(...held);
        const result = await existingMetrics({ ...request, names: asked });
        expect(result.ok && [...result.value].sort()).toEqual(asked.filter((one) => held.includes(one)).sort());
      }),
      { numRuns: 50 }
    );
  });
});
