import { importObjectives } from './importObjectives';

const file = (indicator: string, target = '"99.5"', window = '4w') => `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata:
  name: shop-errors
  labels: { pyrra.dev/team: core, pyrra.dev/service: shop }
spec:
  target: ${target}
  window: ${window}
  indicator:
${indicator
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
`;
const RATIO = `ratio:
  errors: { metric: 'http_requests_total{code=~"5.."}' }
  total: { metric: http_requests_total }`;
const read = (text: string, measure: 'metrics' | 'recordings' = 'metrics') => importObjectives(text, { measure });
const sliOf = (indicator: string, measure?: 'recordings') => read(file(indicator), measure).objectives[0]?.slo.sli;

describe('a file of Pyrra', () => {
  it('becomes an objective over its own window', () => {
    const { objectives, messages } = read(file(RATIO));
    expect(messages).toEqual([]);
    expect(objectives[0]).toMatchObject({ format: 'pyrra', serviceName: 'shop', team: 'core' });
    expect(objectives[0]?.slo).toEqual({
      id: 'shop-errors',
      title: 'shop-errors',
      service: 'shop',
      sli: {
        kind: 'freeform',
        total: 'sum(increase(http_requests_total[$window]))',
        bad: 'sum(increase(http_requests_total{code=~"5.."}[$window]))',
        metrics: ['http_requests_total'],
      },
      targetRatio: 0.995,
      windowDays: 28,
    });
  });

  it('counts nothing when the bucket of a latency is missing', () => {
    const sli = sliOf(`latency:
  success: { metric: 'd_bucket{le="1"}' }
  total: { metric: d_count }`);
    expect(sli).toMatchObject({
      total: 'sum(increase(d_count[$window])) and sum(increase(d_bucket{le="1"}[$window]))',
      bad: 'clamp_min(sum(increase(d_count[$window])) - sum(increase(d_bucket{le="1"}[$window])), 0)',
    });
  });

  it('reads native histograms and boolean gauges', () => {
    expect(sliOf(`latencyNative: { latency: 250ms, total: { metric: 'd{job="x"}' } }`)).toMatchObject({
      total: 'histogram_count(sum(increase(d{job="x"}[$window])))',
      bad: expect.stringContaining('histogram_fraction(0, 0.25, sum(increase(d{job="x"}[$window])))'),
    });
    expect(sliOf('bool_gauge: { metric: up }')).toMatchObject({
      total: 'sum(count_over_time(up[$window]))',
      bad: 'sum(count_over_time(up[$window])) - sum(sum_over_time(up[$window]))',
    });
  });

  it('warns about groups and switches alerts off', () => {
    const text = `${file(`${RATIO}\n  grouping: [route]`)}  alerting: { disabled: true }\n`;
    const { objectives, messages } = read(text);
    expect(messages).toMatchObject([{ severity: 'warning', line: 13, path: 'spec.indicator.ratio.grouping' }]);
    expect(objectives[0]?.slo.burnRateTiers).toEqual([]);
  });

  it.each([
    [file(RATIO, '100'), 7, /below 100 %/],
    [file(RATIO, 'high'), 7, /must be a number/],
    [file(RATIO, '99', '1h'), 8, /whole days/],
    [file('other: {}'), 10, /one of ratio, latency/],
    [file('latencyNative: { latency: soon, total: { metric: d } }'), 10, /duration/],
    [file("ratio: { total: { metric: 'a + b' }, errors: { metric: c } }"), 10, /neither a counter/],
  ])('names the line of a mistake', (text, line, message) => {
    const { objectives, messages } = read(text);
    expect(objectives).toEqual([]);
    expect(messages).toEqual([
      expect.objectContaining({ severity: 'error', line, message: expect.stringMatching(message) }),
    ]);
  });

  it.each([
    // The short window of a tier, 5m at 28 days, scaled and rounded to minutes: 7/28 × 5 = 1.25, 30/28 × 5 = 5.36.
    ['4w', 'burnrate5m'],
    ['7d', 'burnrate1m'],
    ['30d', 'burnrate5m'],
    ['14d', 'burnrate3m'],
  ])('can read what Pyrra records for %s', (window, recorded) => {
    const { objectives } = read(file(RATIO, '99', window), 'recordings');
    expect(objectives[0]?.slo.sli).toMatchObject({ bad: `max(http_requests:${recorded}{slo="shop-errors"}) >= 0` });
  });
});
