import { type Sample, type Series } from '../metrics/types';
import { judgeMetric } from './judgeMetric';
import { type MetricQuestion } from './questions';

const question = (over: Partial<MetricQuestion> = {}): MetricQuestion => ({
  kind: 'metric',
  title: 'Error rate',
  expr: 'x',
  unit: 'percentunit',
  reduce: 'last',
  abnormal: { op: '>', value: 0.01 },
  only: {},
  metrics: ['requests_total'],
  ...over,
});
const format = (value: number, unit: string) => (unit === 'percentunit' ? `${value * 100} %` : `${value} ${unit}`);
const sample = (value: number, labels: Record<string, string> = {}): Sample => ({ labels, timeMs: 0, value });
const series = (values: readonly number[], labels: Record<string, string> = {}): Series => ({
  labels,
  name: '',
  points: values.map((value, index) => [index * 60_000, value]),
});
const judge = (now: readonly Sample[], over: Partial<MetricQuestion> = {}) =>
  judgeMetric(question(over), { now }, format);

describe('judgeMetric', () => {
  it('is normal up to the bound and abnormal past it, and states value and bound', () => {
    expect(judge([sample(0.01)])).toMatchObject({ verdict: 'normal', measured: 0.01, threshold: 0.01 });
    expect(judge([sample(0.08)])).toMatchObject({
      verdict: 'abnormal',
      statement: 'Error rate: 8 % (abnormal above 1 %).',
    });
  });

  it.each([
    ['>', 2, 3, 2],
    ['>=', 2, 2, 1.9],
    ['<', 2, 1, 2],
    ['<=', 2, 2, 2.1],
    ['==', 0, 0, 1],
    ['!=', 1, 0, 1],
  ] as const)('knows %s %d', (op, value, abnormal, normal) => {
    expect(judge([sample(abnormal)], { abnormal: { op, value } }).verdict).toBe('abnormal');
    expect(judge([sample(normal)], { abnormal: { op, value } }).verdict).toBe('normal');
  });

  it('has no data for nothing at all, and names a missing metric', () => {
    expect(judge([])).toMatchObject({ verdict: 'no-data' });
    const answer = { now: [], missingMetrics: ['requests_total'] };
    expect(judgeMetric(question(), answer, format)).toMatchObject({
      verdict: 'no-data',
      statement: 'Error rate: the data source does not know requests_total (abnormal above 1 %).',
    });
  });

  it('takes 0/0 of an idle service for no data, never for health', () => {
    expect(judge([sample(NaN)])).toMatchObject({
      verdict: 'no-data',
      statement: expect.stringContaining('nothing happened'),
    });
    expect(judge([sample(NaN)], { abnormal: { op: '!=', value: 1 } }).verdict).toBe('no-data');
    expect(judge([sample(NaN, { s: 'idle' }), sample(0.5, { s: 'ill' })])).toMatchObject({
      verdict: 'abnormal',
      subject: { s: 'ill' },
    });
  });

  it('takes infinity for what it is: more than any bound', () => {
    expect(judge([sample(Infinity)])).toMatchObject({
      verdict: 'abnormal',
      statement: 'Error rate: beyond measure (infinite) (abnormal above 1 %).',
    });
  });

  it('lets the worst series decide, names it and counts the others', () => {
    const finding = judge([
      sample(0.02, { service: 'cart', system: 'shop' }),
      sample(0.3, { service: 'pay', system: 'shop' }),
      sample(0, { service: 'web', system: 'shop' }),
    ]);
    expect(finding.statement).toBe('Error rate (pay): 30 %, and 1 more (abnormal above 1 %).');
    const low = judge([sample(3, { n: 'a' }), sample(1, { n: 'b' })], { unit: 'x', abnormal: { op: '<', value: 2 } });
    expect(low).toMatchObject({ verdict: 'abnormal', subject: { n: 'b' } });
    const down = judge([sample(1, { n: 'a' }), sample(0, { n: 'b' })], {
      unit: 'bool',
      abnormal: { op: '==', value: 0 },
    });
    expect(down.statement).toBe('Error rate (b): no (abnormal when no).');
  });

  it('looks at the series that the alert names, and at those without the label', () => {
    const both = [sample(0.3, { service: 'pay' }), sample(0, { service: 'web' })];
    expect(judge(both, { only: { service: 'web' } }).verdict).toBe('normal');
    expect(judge([sample(0.3)], { only: { service: 'web' } }).verdict).toBe('abnormal');
    expect(judge(both, { only: { service: 'gone' } }).verdict).toBe('no-data');
  });

  it('finds since when it is abnormal, over gaps without events', () => {
    const answer = { now: [sample(0.2)], series: [series([0.2, 0, 0.1, NaN, 0.2])] };
    const finding = judgeMetric(question(), answer, format);
    expect([finding.sinceMs, finding.isSinceLeast]).toEqual([2 * 60_000, undefined]);
    const shorter = { ...answer, series: answer.series?.map((one) => ({ ...one, points: one.points.slice(2) })) };
    expect(judgeMetric(question(), shorter, format)).toMatchObject({ sinceMs: 2 * 60_000, isSinceLeast: true });
    expect(judgeMetric(question(), { ...answer, now: [sample(0)] }, format).sinceMs).toBeUndefined();
  });

  it('reduces a range, and is silent where the range holds nothing', () => {
    const over = (values: readonly number[], reduce: MetricQuestion['reduce']) =>
      judgeMetric(question({ reduce }), { now: [], series: [series(values)] }, format);
    expect(over([0, 0.5, 0.1], 'max')).toMatchObject({ verdict: 'abnormal', measured: 0.5 });
    expect(over([0.02, 0.5, 0], 'min')).toMatchObject({ verdict: 'normal', measured: 0 });
    expect(over([0.01, NaN, 0.03], 'mean')).toMatchObject({ verdict: 'abnormal', measured: 0.02 });
    expect(over([NaN, NaN], 'max').verdict).toBe('no-data');
    expect(judgeMetric(question({ reduce: 'max' }), { now: [sample(1)] }, format).verdict).toBe('no-data');
  });

  it('compares with yesterday, and does not without one', () => {
    const abnormal = { op: '>', value: 3, of: 'yesterday' } as const;
    const against = (now: number, yesterday: readonly Sample[]) =>
      judgeMetric(question({ abnormal }), { now: [sample(now)], yesterday }, format);
    expect(against(0.4, [sample(0.1)])).toMatchObject({
      verdict: 'abnormal',
      measured: 0.4,
      statement: 'Error rate: 40 %, 4 times yesterday’s (abnormal above 3 times yesterday’s).',
    });
    expect(against(0.4, [sample(0.2)]).verdict).toBe('normal');
    expect(against(0.4, [])).toMatchObject({ verdict: 'no-data', measured: 0.4 });
    expect(against(0.4, [sample(0)]).verdict).toBe('no-data');
  });

  it('accuses only when it is abnormal', () => {
    expect(judge([sample(1)], { blames: 'db' }).blames).toBe('db');
    expect(judge([sample(0)], { blames: 'db' }).blames).toBeUndefined();
  });

  it('passes on what is missing from the answer', () => {
    expect(judgeMetric(question(), { now: [sample(0)], remark: 'half of it' }, format).remark).toBe('half of it');
  });
});
