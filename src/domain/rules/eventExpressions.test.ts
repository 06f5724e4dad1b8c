import { type Slo } from '../slo/types';
import { eventExpressions } from './eventExpressions';

const slo = (part: Pick<Slo, 'sli'> & Partial<Slo>): Slo => ({
  id: 'x',
  title: 'X',
  service: 's',
  targetRatio: 0.99,
  windowDays: 28,
  ...part,
});
const events = (part: Parameters<typeof slo>[0], window = '1h') =>
  eventExpressions(slo(part), { system: 'shop' }, window);

describe('eventExpressions', () => {
  it('has no answer when the counter of good events is missing', () => {
    const { bad } = events({ sli: { kind: 'good-ratio', total: { metric: 'started' }, good: { metric: 'done' } } });
    expect(bad).toBe(
      'clamp_min(sum(increase(started{system="shop"}[1h])) - sum(increase(done{system="shop"}[1h])), 0)'
    );
  });

  it('reads a native histogram, whose fraction of nothing is not counted', () => {
    const { total, bad } = events({ sli: { kind: 'latency', histogram: 'd', thresholdSeconds: 0.3, native: true } });
    expect(total).toBe('histogram_count(sum(increase(d{system="shop"}[1h])))');
    expect(bad).toBe(
      `(${total} * (1 - histogram_fraction(0, 0.3, sum(increase(d{system="shop"}[1h])))) and ${total} > 0) or ${total} * 0`
    );
  });

  it('fills free expressions', () => {
    const { total, bad } = events({
      sli: { kind: 'freeform', total: 'sum(increase(a{x="1", $where}[$window]))', bad: 'b{$where}', metrics: [] },
    });
    expect(total).toBe('sum(increase(a{x="1", system="shop"}[1h]))');
    expect(bad).toBe('(b{system="shop"}) or (sum(increase(a{x="1", system="shop"}[1h]))) * 0');
  });

  it.each([
    ['<', '>='],
    ['<=', '>'],
    ['>', '<='],
    ['>=', '<'],
  ] as const)('takes a level that is not %s its bound for a bad one', (op, opposite) => {
    const signal = { kind: 'gauge', title: 'G', metric: 'g', aggregation: 'max', unit: 'short' } as const;
    const { total, bad } = events({ sli: { kind: 'level', signal, op, bound: 5 } });
    expect(total).toBe('count((max(g{system="shop"})))');
    expect(bad).toBe(`count((max(g{system="shop"})) ${opposite} 5) or ${total} * 0`);
  });

  it('counts slices instead of events', () => {
    const { total, bad } = events(
      {
        sli: { kind: 'ratio', total: { metric: 'a' }, bad: { metric: 'b' } },
        timeSlice: { goodRatio: 0.9 },
      },
      '5m'
    );
    const all = 'sum(increase(a{system="shop"}[5m]))';
    const failed = `sum(increase(b{system="shop"}[5m])) or ${all} * 0`;
    expect(total).toBe(`(${all}) > bool 0`);
    expect(bad).toBe(`((${failed}) / ((${all}) > 0) > bool 0.1) or (${all}) * 0`);
  });
});
