import { type Slo } from '../slo/types';
import { sloRecordings } from './sloRecordings';

const slo = (sli: Slo['sli']): Slo => ({
  id: 'x',
  title: 'X',
  service: 's',
  sli,
  targetRatio: 0.99,
  windowDays: 28,
});
const exprs = (sli: Slo['sli']) => sloRecordings('enis', slo(sli)).map(({ expr }) => expr);

describe('sloRecordings', () => {
  it('counts events per series before it sums, and no errors as zero', () => {
    expect(
      exprs({
        kind: 'ratio',
        total: { metric: 'a_total' },
        bad: { metric: 'a_total', where: { status: { re: '5..' } } },
      })
    ).toEqual([
      'sum(increase(a_total{system="enis"}[5m]))',
      'sum(increase(a_total{status=~"5..",system="enis"}[5m])) or sum(increase(a_total{system="enis"}[5m])) * 0',
    ]);
  });

  it('takes what is not in the bucket for slow', () => {
    expect(exprs({ kind: 'latency', histogram: 'd_seconds', thresholdSeconds: 2 })).toEqual([
      'sum(increase(d_seconds_count{system="enis"}[5m]))',
      'clamp_min(sum(increase(d_seconds_count{system="enis"}[5m])) - sum(increase(d_seconds_bucket{le=~"2(\\\\.0)?",system="enis"}[5m])), 0)',
    ]);
  });

  it('counts samples of a boolean gauge', () => {
    expect(exprs({ kind: 'boolean', gauge: { metric: 'up', where: { job: 'j' } } })).toEqual([
      'sum(count_over_time(up{job="j",system="enis"}[5m]))',
      'sum(count_over_time(up{job="j",system="enis"}[5m])) - sum(sum_over_time(up{job="j",system="enis"}[5m]))',
    ]);
  });

  it('labels what it records', () => {
    const [total] = sloRecordings('enis', { ...slo({ kind: 'boolean', gauge: { metric: 'up' } }), tier: 'lite' });
    expect(total).toMatchObject({
      record: 'slo:events_total:increase5m',
      labels: { system: 'enis', slo: 'x', service: 's', tier: 'lite' },
    });
  });
});
