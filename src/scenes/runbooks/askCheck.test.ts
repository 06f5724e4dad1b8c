/** @jest-environment node */
import { fakeGrafana } from '../../datasources/testing/fakeGrafana';
import { recordedAnswer } from '../../datasources/testing/recorded';
import { type LogQuestion, type MetricQuestion, type TraceQuestion } from '../../domain/runbook/questions';
import { askCheck, type Asking } from './askCheck';

jest.mock('@grafana/runtime', () => jest.requireActual('../../datasources/testing/runtime'));

const metric: MetricQuestion = {
  kind: 'metric',
  title: 'Requests',
  expr: 'sum by (status) (rate(x[5m]))',
  unit: 'reqps',
  reduce: 'last',
  abnormal: { op: '>', value: 5 },
  only: {},
  metrics: ['x'],
};
const log: LogQuestion = {
  kind: 'log',
  title: 'Error lines',
  query: 'level:ERROR',
  anyLine: '*',
  fields: {},
  within: '15m',
  withinMs: 900_000,
  abnormal: { op: '>', value: 0 },
};
const trace: TraceQuestion = {
  kind: 'trace',
  title: 'Traces',
  service: 'nops-kernel',
  measure: 'count',
  within: '15m',
  withinMs: 900_000,
  abnormal: { op: '<', value: 1 },
};
const asking = (): Asking => ({
  dataSources: { prometheus: 'prometheus', jaeger: 'jaeger', elasticsearch: 'elasticsearch' },
  range: { fromMs: 1795267577499, toMs: 1795269377499 },
  signal: new AbortController().signal,
  format: (value, unit) => `${value.toFixed(2)} ${unit}`,
});

beforeEach(() => fakeGrafana.reset());

describe('a metric check', () => {
  it('is judged by what Grafana answers, with the beginning of the trouble', async () => {
    fakeGrafana.answer(recordedAnswer('prometheus-range'));
    // Recorded: status 200 at 2.60, 4.88, 7.01, 8.93; status 500 below 1.08 all the time.
    expect(await askCheck(metric, asking())).toMatchObject({
      verdict: 'abnormal',
      subject: { status: '200' },
      sinceMs: 1795269330000,
      statement: 'Requests (200): 8.93 reqps (abnormal above 5.00 reqps).',
    });
  });

  it('is seen against the day before, when it is abnormal', async () => {
    const dayMs = 24 * 3_600_000;
    fakeGrafana.answer(recordedAnswer('prometheus-range'));
    expect((await askCheck(metric, asking())).context).toBe('24 hours before: 8.93 reqps');
    const ends = fakeGrafana.queryBodies().map(({ to }) => asking().range.toMs - Number(to));
    expect(ends.sort((a, b) => a - b)).toEqual([0, 0, dayMs]);

    fakeGrafana.reset();
    fakeGrafana.answer(recordedAnswer('prometheus-range'));
    const normal = await askCheck({ ...metric, abnormal: { op: '>', value: 1000 } }, asking());
    expect([normal.verdict, normal.context]).toEqual(['normal', undefined]);
    expect(fakeGrafana.queryBodies()).toHaveLength(2);
  });

  it('keeps its verdict when what it is seen against cannot be had', async () => {
    fakeGrafana.answer(({ data }) =>
      Number(data.to) < asking().range.toMs ? recordedAnswer('prometheus-down') : recordedAnswer('prometheus-range')
    );
    const finding = await askCheck({ ...metric, expr: 'rate(x_bucket[5m])' }, asking());
    expect([finding.verdict, finding.context, finding.traces]).toEqual(['abnormal', undefined, undefined]);
  });

  it('has no data for 0/0', async () => {
    fakeGrafana.answer(recordedAnswer('prometheus-nan'));
    expect(await askCheck(metric, asking())).toMatchObject({ verdict: 'no-data' });
  });

  it('names a metric that is not there', async () => {
    fakeGrafana.answer(({ url }) =>
      url.startsWith('/api/ds/query')
        ? recordedAnswer('prometheus-empty')
        : { status: 200, body: { status: 'success', data: [] } }
    );
    expect((await askCheck(metric, asking())).statement).toContain('does not know x');
  });

  it('has failed when the data source is down, and says so', async () => {
    fakeGrafana.answer(recordedAnswer('prometheus-down'));
    expect(await askCheck(metric, asking())).toMatchObject({
      verdict: 'failed',
      statement: expect.stringMatching(/^Requests: .*Prometheus/),
    });
  });

  it('is judged without its graph when only the graph fails', async () => {
    fakeGrafana.answer(({ data }) =>
      data.queries[0].range ? recordedAnswer('prometheus-down') : recordedAnswer('prometheus-range')
    );
    const finding = await askCheck(metric, asking());
    expect(finding).toMatchObject({ verdict: 'abnormal', series: undefined, sinceMs: undefined });
  });
});

it('one data source that is gone takes no other check with it', async () => {
  fakeGrafana.answer(({ url }) =>
    url.includes('jaeger') ? { networkError: 'gone' } : recordedAnswer('elasticsearch-logs')
  );
  const [lines, traces] = await Promise.all([askCheck(log, asking()), askCheck(trace, asking())]);
  expect(lines.verdict).toBe('abnormal');
  expect(lines.lines?.length).toBeGreaterThan(0);
  expect(traces).toMatchObject({ verdict: 'failed' });
});

it('a data source that was not chosen is a failed check', async () => {
  const without = { ...asking(), dataSources: { prometheus: '', jaeger: '', elasticsearch: '' } };
  const verdicts = await Promise.all([metric, log, trace].map(async (one) => (await askCheck(one, without)).verdict));
  expect(verdicts).toEqual(['failed', 'failed', 'failed']);
});

it('a trace check counts the traces that Jaeger has', async () => {
  fakeGrafana.answer(recordedAnswer('jaeger-proxy-traces'));
  expect(await askCheck(trace, asking())).toMatchObject({ verdict: 'normal' });
});
