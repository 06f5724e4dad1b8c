import { breakdown, contributors, tellingLabels } from './contributors';
import { methodText, promise } from './definition';
import { type Slo } from './types';

const sample = (labels: Record<string, string>, value: number) => ({ labels, timeMs: 0, value });

describe('breakdown', () => {
  it('counts bad and all events by a label', () => {
    const ratio = breakdown(
      { kind: 'ratio', total: { metric: 'a_total' }, bad: { metric: 'a_total', where: { status: '500' } } },
      'enis'
    );
    expect(ratio?.queries('tenant', '6h')).toEqual({
      bad: 'topk(5, sum by (tenant) (increase(a_total{status="500",system="enis"}[6h])) > 0)',
      total:
        'sum by (tenant) (increase(a_total{system="enis"}[6h])) and topk(5, sum by (tenant) (increase(a_total{status="500",system="enis"}[6h])) > 0)',
    });
  });

  it('takes what is not fast for slow', () => {
    const latency = breakdown({ kind: 'latency', histogram: 'd_seconds', thresholdSeconds: 0.5 }, 'enis');
    expect(latency?.queries('path', '1h').bad).toContain('le=~"0\\\\.5"');
    expect(latency?.selector).toEqual({ metric: 'd_seconds_count', where: { system: 'enis' } });
  });

  it('cannot break down what is no counter', () => {
    expect(breakdown({ kind: 'freeform', total: 'a', bad: 'b', metrics: [] }, 'enis')).toBeUndefined();
  });
});

it('asks about labels that tell something', () => {
  const selector = { metric: 'a_total', where: { service: 'web', status: { re: '5..' } } };
  expect(tellingLabels(['__name__', 'instance', 'le', 'service', 'status', 'system', 'tenant'], selector)).toEqual([
    'instance',
    'status',
    'tenant',
  ]);
});

it('gives each value its part', () => {
  const bad = [sample({ tenant: 'a' }, 30), sample({ tenant: 'b' }, 60), sample({ tenant: 'c' }, 0)];
  expect(contributors('tenant', bad, [sample({ tenant: 'b' }, 120)], 100)).toEqual([
    { label: 'tenant', value: 'b', badEvents: 60, shareRatio: 0.6, errorRatio: 0.5 },
    { label: 'tenant', value: 'a', badEvents: 30, shareRatio: 0.3, errorRatio: undefined },
  ]);
});

describe('promise', () => {
  const slo: Slo = {
    id: 'x',
    title: 'X',
    service: 's',
    sli: { kind: 'latency', histogram: 'd_seconds', where: { service: 'web' }, thresholdSeconds: 0.2 },
    targetRatio: 0.95,
    windowDays: 30,
  };

  it('says which share of what, over what time', () => {
    expect(promise(slo)).toBe(
      'Over the last 30 days, 95 % of the events are good: d_seconds{service="web"} took no longer than 0.2 s.'
    );
    expect(promise({ ...slo, calendar: { unit: 'month', timeZone: 'Europe/Berlin' } })).toContain(
      'Over each calendar month (Europe/Berlin), 95 %'
    );
    expect(promise({ ...slo, timeSlice: { goodRatio: 0.99 } })).toMatch(/^In 95 % of the five-minute slices/);
  });

  it('says on which side of its bounds a level has to stay', () => {
    const signal = { kind: 'rate', title: 'Requests', unit: 'reqps', metric: 'a_total' } as const;
    const level: Slo = {
      ...slo,
      targetRatio: undefined,
      sli: { kind: 'level', signal, op: '>=', bound: 1000, criticalBound: 800 },
    };
    expect(promise(level)).toMatch(/^Requests: at least 1000, critical under 800\. It is judged by its present value/);
  });

  it('says how it was counted, and of how much', () => {
    expect(methodText(slo, 1)).toBe('Counted by events, rolling over 30 days.');
    expect(methodText(slo, 0.5)).toContain('counts exist for 50 % of the window (15 d)');
  });
});
