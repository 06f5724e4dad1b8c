import { type Sli, type Slo } from '../slo/types';
import { openSloText } from './exportOpenSlo';
import { importObjectives } from './importObjectives';

const slo = (sli: Sli, more: Partial<Slo> = {}): Slo => ({
  id: 'x',
  title: 'X of it',
  service: 'web',
  sli,
  targetRatio: 0.999,
  windowDays: 28,
  ...more,
});
const RATIO: Sli = { kind: 'ratio', total: { metric: 'a' }, bad: { metric: 'a', where: { code: { re: '5..' } } } };
const text = (...slos: Slo[]) =>
  openSloText([
    {
      system: 'shop',
      services: [
        { id: 'web', name: 'Web' },
        { id: 'db', name: 'DB' },
      ],
      slos,
    },
  ]);
const back = (one: Slo) => importObjectives(text(one), { measure: 'metrics' });

describe('openSloText', () => {
  it('writes the services in use and the objectives', () => {
    expect(text(slo(RATIO))).toBe(`apiVersion: openslo/v1
kind: Service
metadata:
  name: web
  displayName: Web
spec:
  description: Web
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: x
  displayName: X of it
spec:
  service: web
  indicator:
    metadata:
      name: x-indicator
    spec:
      ratioMetric:
        counter: true
        bad:
          metricSource:
            type: Prometheus
            spec:
              query: 'a{code=~"5..",system="shop"}'
        total:
          metricSource:
            type: Prometheus
            spec:
              query: 'a{system="shop"}'
  timeWindow:
    - duration: '28d'
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: X of it
      target: 0.999
`);
  });

  const gauge = { kind: 'gauge', title: 'G', metric: 'g', aggregation: 'max', unit: 'short' } as const;
  it.each<[string, Sli, Partial<Slo>]>([
    ['ratio', RATIO, {}],
    ['good ratio', { kind: 'good-ratio', total: { metric: 'a' }, good: { metric: 'b' } }, {}],
    [
      'latency',
      { kind: 'latency', histogram: 'd', thresholdSeconds: 0.5 },
      { calendar: { unit: 'month', timeZone: 'UTC' }, windowDays: 30 },
    ],
    ['native latency', { kind: 'latency', histogram: 'd', thresholdSeconds: 0.5, native: true }, {}],
    ['boolean', { kind: 'boolean', gauge: { metric: 'up' } }, { timeSlice: { goodRatio: 0.95 } }],
    [
      'freeform',
      {
        kind: 'freeform',
        total: 'sum(increase(a{x="y", $where}[$window]))',
        bad: 'sum(increase(b{$where}[$window]))',
        metrics: [],
      },
      {},
    ],
    ['level', { kind: 'level', signal: gauge, op: '<=', bound: 5 }, {}],
  ])('of %s is read back with its target and window, and without an error', (_name, sli, more) => {
    const { objectives, messages } = back(slo(sli, more));
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(objectives).toHaveLength(1);
    expect(objectives[0]?.slo).toMatchObject({
      id: 'x',
      targetRatio: 0.999,
      windowDays: more.windowDays ?? 28,
      ...(more.calendar ? { calendar: more.calendar } : {}),
      ...(more.timeSlice ? { timeSlice: more.timeSlice } : {}),
    });
  });

  it('reads back the queries that it wrote', () => {
    expect(back(slo(RATIO)).objectives[0]?.slo.sli).toMatchObject({
      total: 'sum(increase(a{system="shop"}[$window]))',
      bad: 'sum(increase(a{code=~"5..",system="shop"}[$window]))',
    });
  });

  it('leaves out what has no budget', () => {
    expect(text(slo(RATIO, { targetRatio: undefined }))).toBe('');
  });
});
