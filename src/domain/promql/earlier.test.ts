import { earlierExpression } from './earlier';

describe('earlierExpression', () => {
  it('shifts what looks back a little', () => {
    expect(earlierExpression('sum(rate(x{a="b"}[$__rate_interval]))', '1d')).toBe(
      'sum(rate(x{a="b"}[$__rate_interval] offset 1d))'
    );
    expect(earlierExpression('max_over_time(x[5m])', '1w')).toBe('max_over_time(x[5m] offset 1w)');
  });

  it('asks for the beginning of a long window, so that half a window is no answer', () => {
    expect(earlierExpression('sum(increase(x{a="b"}[24h]))', '1d')).toBe(
      '(sum(increase(x{a="b"}[24h] offset 1d))) and on () ' +
        '(count(last_over_time((x{a="b"} offset 1d)[5m:1m] offset 24h)) > 0)'
    );
  });

  it('takes the longest window, and the page’s time range for long', () => {
    expect(earlierExpression('increase(x[2h]) / increase(y[1d])', '1w')).toContain('((y offset 1w)[5m:1m] offset 1d)');
    expect(earlierExpression('increase(x[$__range])', '1d')).toContain('((x offset 1d)[5m:1m] offset $__range)');
  });
});
