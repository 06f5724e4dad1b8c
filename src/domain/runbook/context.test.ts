import { bestTrace } from './evidence';
import { dayBeforeWords, exemplarTraces } from './context';
import { type Finding } from './findings';
import { type MetricQuestion } from './questions';

const question: MetricQuestion = {
  kind: 'metric',
  title: 'p95 of calls',
  expr: 'histogram_quantile(0.95, sum by (le) (rate(calls_bucket[5m])))',
  unit: 's',
  reduce: 'last',
  abnormal: { op: '>', value: 0.06 },
  only: {},
  metrics: [],
};

describe('the requests behind a histogram', () => {
  const labels = { service_name: 'kernel', span_name: 'SELECT runs', le: '0.5' };
  const exemplars = [
    { timeMs: 1_000, value: 0.02, labels, traceId: 'quick' },
    { timeMs: 2_000, value: 0.3, labels, traceId: 'slow' },
    { timeMs: 3_000, value: 0.45, labels, traceId: 'slowest' },
    { timeMs: 3_500, value: 0.4, labels },
    { timeMs: 4_000, value: 0.2, labels: { le: '0.5' }, traceId: 'slow' },
  ];

  it('are the worst first, each once, and none that is within the bound', () => {
    expect(exemplarTraces(question, exemplars)).toEqual([
      { traceId: 'slowest', startTimeMs: 3_000, durationMs: 450, remark: 'kernel: SELECT runs' },
      { traceId: 'slow', startTimeMs: 2_000, durationMs: 300, remark: 'kernel: SELECT runs' },
    ]);
  });

  it('are none where no duration is measured', () => {
    expect(exemplarTraces({ ...question, unit: 'percentunit' }, exemplars)).toEqual([]);
  });
});

describe('the value of the day before', () => {
  const finding: Finding = { verdict: 'abnormal', statement: 'p95: 2 s.', unit: 's', subject: { pod: 'b', zone: '1' } };
  const format = (value: number, unit: string) => `${value} ${unit}`;

  it('is that of the series that decided', () => {
    const before = [
      { labels: { pod: 'a', zone: '1' }, timeMs: 0, value: 7 },
      { labels: { zone: '1', pod: 'b' }, timeMs: 0, value: 0.5 },
    ];
    expect(dayBeforeWords(finding, before, format)).toBe('24 hours before: 0.5 s');
  });

  it('is not told when there was none', () => {
    expect(dayBeforeWords(finding, [], format)).toBeUndefined();
    expect(
      dayBeforeWords(finding, [{ labels: { pod: 'b', zone: '1' }, timeMs: 0, value: NaN }], format)
    ).toBeUndefined();
  });
});

describe('the trace to look at', () => {
  const finding = (traceId: string, blames?: string, verdict: Finding['verdict'] = 'abnormal'): Finding => ({
    verdict,
    statement: '',
    blames,
    traces: [{ traceId, startTimeMs: 0, durationMs: 1 }],
  });

  it('is one of the likeliest suspect, else one of any abnormal check', () => {
    const findings = { 'a.0': finding('any'), 'b.0': finding('own', 'web'), 'c.0': finding('theirs', 'db') };
    expect(bestTrace(findings, { suspects: ['db', 'web'] })).toMatchObject({ trace: { traceId: 'theirs' } });
    expect(bestTrace(findings, { suspects: ['web'] })).toMatchObject({ trace: { traceId: 'own' }, blames: 'web' });
    expect(bestTrace({ 'a.0': finding('any') }, { suspects: ['db'] })).toMatchObject({ trace: { traceId: 'any' } });
  });

  it('is none where all is normal', () => {
    expect(bestTrace({ 'a.0': finding('any', undefined, 'normal') }, { suspects: [] })).toBeUndefined();
  });
});
