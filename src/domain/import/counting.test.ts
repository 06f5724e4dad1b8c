import { countedCounter, countedTemplate, metricsOf, withWindow } from './counting';

describe('countedTemplate', () => {
  it.each([
    ['sum(rate(a{code=~"[45](0|1).."}[{{.window}}]))', 'sum(increase(a{code=~"[45](0|1).."}[$window]))'],
    [
      'sum(rate(a[{{ .window }}])) - sum(rate(b[{{- .window -}}]))',
      'sum(sum(increase(a[$window])) - sum(increase(b[$window])))',
    ],
    ['sum by (x) (increase(a[{{.window}}]))', 'sum(sum by (x) (increase(a[$window])))'],
    ['count_over_time(up{job="x"}[{{.window}}])', 'sum(count_over_time(up{job="x"}[$window]))'],
  ])('%s', (query, expr) => {
    expect(countedTemplate(query)).toEqual({ ok: true, expr });
  });

  it('says when numbers are no events', () => {
    expect(countedTemplate('sum(avg_over_time(x[{{.window}}])) * rate(y[5m])')).toMatchObject({
      note: expect.any(String),
    });
    expect(countedTemplate('a[{{.window}}]')).toMatchObject({ ok: true, note: expect.any(String) });
  });

  it.each(['sum(rate(a[5m]))', 'sum(rate(a{x="{{.labels.x}}"}[5m]))', 'sum(rate(a{x={{.y}}}[{{.window}}]))'])(
    'cannot count %s',
    (query) => {
      expect(countedTemplate(query).ok).toBe(false);
    }
  );
});

describe('countedCounter', () => {
  it.each([
    ['a_total', 'sum(increase(a_total[$window]))'],
    [' a{b="}",c=~"[x]"} ', 'sum(increase(a{b="}",c=~"[x]"}[$window]))'],
    ['sum(a{b="c"})', 'sum(increase(a{b="c"}[$window]))'],
    ['sum(rate(a[5m])) * 300', 'sum(sum(increase(a[$window])) * 300)'],
    ["increase(a{b='['}[1h])", "sum(increase(a{b='['}[$window]))"],
  ])('%s', (query, expr) => {
    expect(countedCounter(query)).toMatchObject({ ok: true, expr });
  });

  it.each(['a + b', 'max_over_time(rate(a[5m])[1h:5m])', '42'])('cannot count %s', (query) => {
    expect(countedCounter(query).ok).toBe(false);
  });
});

it('replaces ranges and leaves strings and subqueries', () => {
  expect(withWindow('max_over_time(a{b="[5m]"}[5m]) + max_over_time(x[1h:5m])')).toBe(
    'max_over_time(a{b="[5m]"}[$window]) + max_over_time(x[1h:5m])'
  );
});

it('names metrics once, and no words of strings', () => {
  expect(metricsOf('sum(rate(a_total{b="c{d["}[5m])) / sum(rate(x:y[5m]))', 'a_total{}')).toEqual(['a_total', 'x:y']);
  expect(metricsOf('max(a:ratio_rate$window{b="c"})')).toEqual(['a:ratio_rate5m']);
});
