import fc from 'fast-check';
import { bucketLe, histogramQuantile, increase, ratePerSecond, ratio } from './expressions';
import { escapeRegex, escapeString, narrow, renderSelector } from './matchers';
import { renderTemplate } from './template';

describe('renderSelector', () => {
  it('writes every kind of matcher, sorted', () => {
    expect(
      renderSelector({
        metric: 'up',
        where: { z: 'a', b: { not: 'x' }, c: { re: '5..' }, d: { notRe: 'q' }, e: { anyOf: ['a.b', 'c'] } },
      })
    ).toBe('up{b!="x",c=~"5..",d!~"q",e=~"a\\\\.b|c",z="a"}');
  });

  it('refuses names that would change the query', () => {
    expect(() => renderSelector({ metric: 'up} or vector(1)' })).toThrow('not a valid metric name');
    expect(() => renderSelector({ metric: 'up', where: { 'a="b",c': 'x' } })).toThrow('not a valid label name');
  });

  it('cannot be left by any value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const escaped = escapeString(value);
        // Every quote and backslash is escaped, and no raw line feed is left.
        expect(escaped.replace(/\\(\\|"|n)/g, '')).not.toMatch(/["\\\n]/);
        // Reading it as PromQL does gives the value back.
        expect(escaped.replace(/\\(\\|"|n)/g, (_, c: string) => (c === 'n' ? '\n' : c))).toBe(value);
      })
    );
  });

  it('matches a list of literals literally', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (literal, other) => {
        const pattern = new RegExp(`^(?:${escapeRegex(literal)})$`, 's');
        expect(pattern.test(literal)).toBe(true);
        expect(pattern.test(other)).toBe(other === literal);
      })
    );
  });

  it('lets the added matcher win', () => {
    expect(renderSelector(narrow({ metric: 'm', where: { a: '1', b: '2' } }, { a: '3' }))).toBe('m{a="3",b="2"}');
  });
});

describe('expressions', () => {
  it('takes the rate before the sum', () => {
    expect(ratePerSecond({ metric: 'x_total' }, ['tier'], '5m')).toBe('sum by (tier) (rate(x_total[5m]))');
    expect(increase({ metric: 'x_total' }, [], '24h')).toBe('sum(increase(x_total[24h]))');
  });

  it('keeps `le` to the end of a quantile', () => {
    expect(histogramQuantile(0.95, { metric: 'd_seconds', where: { a: 'b' } }, ['tier'], '$__rate_interval')).toBe(
      'histogram_quantile(0.95, sum by (tier, le) (rate(d_seconds_bucket{a="b"}[$__rate_interval])))'
    );
  });

  it('refuses what is no duration, label or quantile', () => {
    expect(() => increase({ metric: 'x' }, [], '5 minutes')).toThrow('not a PromQL duration');
    expect(() => increase({ metric: 'x' }, ['a) (up'], '5m')).toThrow('not a valid label name');
    expect(() => histogramQuantile(95, { metric: 'x' }, [], '5m')).toThrow('not a quantile');
  });

  it('counts a missing part as zero and leaves idle groups out', () => {
    expect(ratio('a', 'b')).toBe('((a) or (b) * 0) / ((b) > 0)');
  });

  it('finds a bucket as either Prometheus writes it', () => {
    const matches = (seconds: number, le: string) => new RegExp(`^(?:${bucketLe(seconds).re})$`).test(le);
    expect([matches(2, '2'), matches(2, '2.0'), matches(2, '20'), matches(0.5, '0.5'), matches(0.5, '0x5')]).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('renderTemplate', () => {
  const values = { by: ['a', 'b'], where: { system: 'enis' }, window: '5m' };

  it('fills by, where and window, and leaves Grafana’s variables', () => {
    expect(renderTemplate('sum by ($by) (rate(x{y="z", $where}[$window])) + $__range_s', values)).toBe(
      'sum by (a, b) (rate(x{y="z", system="enis"}[5m])) + $__range_s'
    );
  });

  it('leaves no comma behind when there is nothing to filter', () => {
    expect(renderTemplate('x{y="z", $where}', { ...values, where: {} })).toBe('x{y="z"}');
  });
});
