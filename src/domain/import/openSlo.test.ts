import { importObjectives } from './importObjectives';

const prometheus = (query: string) => `{ metricSource: { type: Prometheus, spec: { query: '${query}' } } }`;
const slo = (
  parts: { indicator?: string; window?: string; method?: string; objectives?: string } = {}
) => `apiVersion: openslo/v1
kind: SLO
metadata: { name: shop-availability, displayName: Shop availability }
spec:
  service: shop
  ${parts.indicator ?? `indicator: { spec: { ratioMetric: { counter: true, good: ${prometheus('ok_total')}, total: ${prometheus('sum(all_total{a="b"})')} } } }`}
  timeWindow: [${parts.window ?? '{ duration: 28d, isRolling: true }'}]
  budgetingMethod: ${parts.method ?? 'Occurrences'}
  objectives: [${parts.objectives ?? '{ target: 0.99 }'}]
`;
const read = (text: string) => importObjectives(text, { measure: 'metrics' });
const first = (text: string) => read(text).objectives[0]?.slo;

describe('OpenSLO v1', () => {
  it('becomes an objective', () => {
    const { objectives, messages } = read(slo());
    expect(messages).toEqual([]);
    expect(objectives[0]?.slo).toEqual({
      id: 'shop-availability',
      title: 'Shop availability',
      service: 'shop',
      sli: {
        kind: 'freeform',
        total: 'sum(increase(all_total{a="b"}[$window])) and sum(increase(ok_total[$window]))',
        bad: 'clamp_min(sum(increase(all_total{a="b"}[$window])) - sum(increase(ok_total[$window])), 0)',
        metrics: ['all_total', 'ok_total'],
      },
      targetRatio: 0.99,
      windowDays: 28,
    });
  });

  it('finds an indicator and the name of a service in other documents of the file', () => {
    const text = `${slo({ indicator: 'indicatorRef: errors' })}---
apiVersion: openslo/v1
kind: SLI
metadata: { name: errors }
spec: { ratioMetric: { counter: true, bad: ${prometheus('increase(bad_total[5m])')}, total: ${prometheus('all_total')} } }
---
apiVersion: openslo/v1
kind: Service
metadata: { name: shop, displayName: The shop }
spec: { description: Sells }
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata: { name: page }
spec: {}
`;
    const { objectives, messages } = read(text);
    expect(objectives[0]).toMatchObject({
      serviceName: 'The shop',
      slo: { sli: { bad: 'sum(increase(bad_total[$window]))' } },
    });
    expect(messages.map(({ severity, line }) => [severity, line])).toEqual([['warning', 21]]);
  });

  it.each([
    [
      '{ duration: 1M, calendar: { startTime: 2024-01-01 00:00:00, timeZone: Europe/Paris } }',
      { windowDays: 30, calendar: { unit: 'month', timeZone: 'Europe/Paris' } },
    ],
    ['{ duration: 1w, calendar: { timeZone: UTC } }', { windowDays: 7, calendar: { unit: 'week', timeZone: 'UTC' } }],
    ['{ duration: 1Q, isRolling: true }', { windowDays: 90 }],
  ])('has the window %s', (window, expected) => {
    expect(first(slo({ window }))).toMatchObject(expected);
  });

  it('reads time slices, levels and ratios', () => {
    expect(
      first(slo({ method: 'Timeslices', objectives: '{ target: 0.99, timeSliceTarget: 0.95, timeSliceWindow: 1m }' }))
    ).toMatchObject({ timeSlice: { goodRatio: 0.95 } });
    expect(
      first(
        slo({
          indicator: `indicator: { spec: { thresholdMetric: ${prometheus('max(queue_length{q="a"})')} } }`,
          objectives: '{ target: 0.9, op: lte, value: 100 }',
        })
      )
    ).toMatchObject({
      sli: {
        kind: 'level',
        op: '<=',
        bound: 100,
        signal: { expr: 'max(queue_length{q="a"})', metrics: ['queue_length'] },
      },
    });
    expect(
      first(
        slo({
          indicator: `indicator: { spec: { ratioMetric: { rawType: success, raw: ${prometheus('avg_over_time(probe[5m])')} } } }`,
        })
      )
    ).toMatchObject({ sli: { bad: '(1 - (avg_over_time(probe[$window]))) >= 0' } });
  });

  it('makes one objective of each', () => {
    const { objectives } = read(slo({ objectives: '{ displayName: Good, target: 0.99 }, { targetPercent: 99.9 }' }));
    expect(objectives.map(({ slo: { id, targetRatio } }) => [id, targetRatio])).toEqual([
      ['shop-availability-good', 0.99],
      ['shop-availability-2', 0.999],
    ]);
  });

  it.each([
    [slo({ objectives: '{ target: 1 }' }), 9, /below 100 %/],
    [slo({ objectives: '{ targetPercent: 100 }' }), 9, /below 100/],
    [slo({ objectives: '' }), 9, /at least one/],
    [slo({ window: '{ duration: 10m }' }), 7, /whole days/],
    [slo({ method: 'Often' }), 8, /budgeting method/],
    [slo({ indicator: 'indicatorRef: ghost' }), 6, /no SLI "ghost"/],
    [slo({ indicator: 'description: x' }), 5, /must have an indicator/],
    [slo().replace('Prometheus', 'Datadog'), 6, /cannot be asked/],
    [slo({ method: 'Timeslices' }), 9, /slice needs a ratio/],
  ])('names the line of a mistake', (text, line, message) => {
    const { objectives, messages } = read(text);
    expect(objectives).toEqual([]);
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ line, message: expect.stringMatching(message) }),
    ]);
  });
});

describe('OpenSLO v1alpha', () => {
  const alpha = (rest: string) => `apiVersion: openslo/v1alpha
kind: SLO
metadata: { name: api, displayName: API }
spec:
  service: api
  timeWindows: [{ unit: Day, count: 30, isRolling: true }]
  budgetingMethod: Occurrences
${rest}`;

  it('becomes an objective', () => {
    const text = alpha(`  objectives:
    - target: 0.995
      ratioMetrics:
        counter: true
        good: { source: prometheus, queryType: promql, query: 'api_ok_total' }
        total: { source: prometheus, queryType: promql, query: 'api_total' }
`);
    expect(first(text)).toMatchObject({
      targetRatio: 0.995,
      windowDays: 30,
      sli: { bad: 'clamp_min(sum(increase(api_total[$window])) - sum(increase(api_ok_total[$window])), 0)' },
    });
    expect(read(text).messages).toEqual([]);
  });

  it('refuses other languages than PromQL', () => {
    const text = alpha(`  objectives:
    - target: 0.995
      ratioMetrics:
        good: { queryType: sql, query: 'select 1' }
        total: { queryType: promql, query: 'api_total' }
`);
    expect(read(text)).toMatchObject({
      objectives: [],
      messages: [{ line: 11, message: '"sql" cannot be asked: only PromQL' }],
    });
  });
});
