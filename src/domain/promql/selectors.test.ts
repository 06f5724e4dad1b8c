import fc from 'fast-check';
import { mapSelectors, selectedMetrics, withMatchers, withOffset } from './selectors';

describe('selectedMetrics', () => {
  it.each<[string, Array<string | undefined>]>([
    ['up', ['up']],
    ['sum by (job, le) (rate(x_bucket{a="b"}[5m]))', ['x_bucket']],
    ['sum without (job) (x) / on (a) group_left (b) y', ['x', 'y']],
    ['slo:events_total:increase5m > bool 3 and on () vector(1)', ['slo:events_total:increase5m']],
    ['histogram_quantile(0.95, sum(rate(d_bucket[$__rate_interval])) by (le))', ['d_bucket']],
    ['label_replace(x, "dst", "up{$1}", "src", "(.*)")', ['x']],
    ['{__name__=~"a|b"}', [undefined]],
    ['x # the metric y\n + z', ['x', 'z']],
    ["topk(5, x{a='}',b=`\\`}) + 1e-9 * 0x1f - Inf", ['x']],
    ['max_over_time((x > 2)[1h:5m])', ['x']],
    ['x offset 5m + y @ end()', ['x', 'y']],
    ['x * $__range_s / ${scale}', ['x']],
    ['sum(x) AND sum(x)', ['x']],
  ])('%s', (expr, metrics) => expect(selectedMetrics(expr)).toEqual(metrics));
});

describe('withOffset', () => {
  it.each([
    ['x', 'x offset 1d'],
    ['rate(x{a="b"}[5m])', 'rate(x{a="b"}[5m] offset 1d)'],
    ['sum by (a) (x) / (sum(y) > 0)', 'sum by (a) (x offset 1d) / (sum(y offset 1d) > 0)'],
    ['increase(x[$__range])', 'increase(x[$__range] offset 1d)'],
    ['max_over_time(x[1h:5m])', 'max_over_time(x[1h:5m] offset 1d)'],
    ['x offset 1h', 'x offset 90000000ms'],
    ['x offset -1d', 'x'],
    ['x offset 60', 'x offset 86460000ms'],
    ['vector(1)', 'vector(1)'],
  ])('%s', (expr, expected) => expect(withOffset(expr, '1d')).toBe(expected));

  it('refuses what is no duration', () => {
    expect(() => withOffset('x', '1 day')).toThrow('is not a duration');
  });
});

describe('withMatchers', () => {
  it('narrows every selector, whatever it has', () => {
    expect(withMatchers('x / y{} + z{a="}",} + {__name__="w"}', { t: { anyOf: ['p', 'q'] } })).toBe(
      'x{t=~"p|q"} / y{t=~"p|q"} + z{a="}",t=~"p|q"} + {__name__="w",t=~"p|q"}'
    );
  });

  it('leaves the expression alone without matchers', () => {
    expect(withMatchers('x{ a = "b" }', {})).toBe('x{ a = "b" }');
  });

  it('cannot be left by any value: what follows is still one selector', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (values) => {
        const expr = withMatchers('sum(x) / sum(y)', { tenant: { anyOf: values } });
        expect(selectedMetrics(expr)).toEqual(['x', 'y']);
        // Without what the added matchers quote, only what was written before is left.
        const unquoted = expr.replace(/"(?:\\.|[^"\\])*"/gs, '""');
        expect(unquoted).toBe('sum(x{tenant=~""}) / sum(y{tenant=~""})');
      })
    );
  });
});

it('leaves everything but selectors as it is', () => {
  const pieces = fc.constantFrom(
    'x',
    'y{a="1"}',
    '(',
    ')',
    ' + ',
    'sum by (b) ',
    '[5m]',
    '"s"',
    '0.5',
    '\n',
    '$v',
    ','
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const expr = parts.join(' ');
      expect(mapSelectors(expr, (selector) => selector).replace(/\s/g, '')).toBe(expr.replace(/\s/g, ''));
    })
  );
});
