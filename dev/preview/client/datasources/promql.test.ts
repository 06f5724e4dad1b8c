import { addLabelFilters, interpolatePromQl } from './promql';

const API = { key: 'job', operator: '=', value: 'api' };

describe('addLabelFilters', () => {
  it.each([
    ['up', 'up{job="api"}'],
    ['up{}', 'up{job="api"}'],
    ['up{a="b"}', 'up{a="b",job="api"}'],
    ['up{a="}",b="c"}', 'up{a="}",b="c",job="api"}'],
    ['{__name__="up"}', '{__name__="up",job="api"}'],
    ['sum by (job, le) (rate(x_bucket[5m]))', 'sum by (job, le) (rate(x_bucket{job="api"}[5m]))'],
    ['a / on(job) group_left(team) b', 'a{job="api"} / on(job) group_left(team) b{job="api"}'],
    ['sum(up) > bool 3 and x unless y', 'sum(up{job="api"}) > bool 3 and x{job="api"} unless y{job="api"}'],
    ['max_over_time(x[1h:5m] offset 1d)', 'max_over_time(x{job="api"}[1h:5m] offset 1d)'],
    ['label_replace(up, "dst", "$1", "src", "(.*)")', 'label_replace(up{job="api"}, "dst", "$1", "src", "(.*)")'],
    ['namespace:metric:rate5m', 'namespace:metric:rate5m{job="api"}'],
    ['42', '42'],
  ])('%s', (expr, expected) => {
    expect(addLabelFilters(expr, [API])).toBe(expected);
  });

  it('escapes values and keeps expressions for regular ones', () => {
    expect(addLabelFilters('up', [{ key: 'a', operator: '=', value: 'say "hi"\\' }])).toBe('up{a="say \\"hi\\"\\\\"}');
    expect(addLabelFilters('up', [{ key: 'a', operator: '=~', value: 'x|y' }])).toBe('up{a=~"x|y"}');
  });

  it('ignores filters that are not filled in', () => {
    expect(
      addLabelFilters('up', [
        { key: '', operator: '=', value: 'x' },
        { key: 'a', operator: '=', value: '' },
      ])
    ).toBe('up');
  });
});

describe('interpolatePromQl', () => {
  it('leaves a single value readable', () => {
    expect(interpolatePromQl('a.b', {})).toBe('a.b');
  });

  it('groups several values and escapes them for a regular expression inside quotes', () => {
    expect(interpolatePromQl(['a.b', 'c'], { multi: true })).toBe('(a\\\\.b|c)');
    expect(interpolatePromQl(['a.b'], { multi: true })).toBe('a\\\\.b');
    expect(interpolatePromQl('a.b', { includeAll: true })).toBe('a\\\\.b');
  });
});
