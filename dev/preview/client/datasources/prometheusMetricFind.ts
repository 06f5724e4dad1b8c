import type { MetricFindValue, TimeRange } from '@grafana/data';
import type { DataSourceWithBackend } from '@grafana/runtime';

interface Answer<T> {
  data: T;
}

type VectorAnswer = Answer<{
  resultType: string;
  result: Array<{ metric: Record<string, string>; value: [number, string] }> | [number, string];
}>;

type Source = Pick<DataSourceWithBackend, 'getResource' | 'postResource'>;

const FORM = { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };

function seriesText({ metric, value }: { metric: Record<string, string>; value: [number, string] }): string {
  const labels = Object.entries(metric)
    .filter(([name]) => name !== '__name__')
    .map(([name, text]) => `${name}="${text}"`);
  return `${metric.__name__ ?? ''}{${labels.join(',')}} ${value[1]} ${value[0] * 1000}`;
}

/**
 * Variable queries in Grafana's little language: `label_names()`, `label_values(name)`, `label_values(selector, name)`,
 * `metrics(regex)`, `query_result(expr)`; anything else is a series selector.
 */
export async function findMetrics(source: Source, query: string, range: TimeRange): Promise<MetricFindValue[]> {
  const window = {
    start: String(Math.floor(range.from.valueOf() / 1000)),
    end: String(Math.ceil(range.to.valueOf() / 1000)),
  };
  const texts = (values: string[]): MetricFindValue[] => values.map((text) => ({ text }));

  if (/^label_names\((.*)\)\s*$/.test(query)) {
    return texts((await source.getResource<Answer<string[]>>('api/v1/labels', window)).data);
  }
  const labelValues = /^label_values\((?:(.+),\s*)?([a-zA-Z_$][a-zA-Z0-9_]*)\)\s*$/s.exec(query);
  if (labelValues) {
    const [, selector, name] = labelValues;
    const parameters = selector ? { ...window, 'match[]': selector } : window;
    return texts((await source.getResource<Answer<string[]>>(`api/v1/label/${name}/values`, parameters)).data);
  }
  const metrics = /^metrics\((.+)\)\s*$/s.exec(query);
  if (metrics) {
    const pattern = new RegExp(metrics[1] ?? '');
    const names = (await source.getResource<Answer<string[]>>('api/v1/label/__name__/values', window)).data;
    return texts(names.filter((name) => pattern.test(name)));
  }
  const result = /^query_result\((.+)\)\s*$/s.exec(query);
  if (result) {
    const answer = await source.postResource<VectorAnswer>(
      'api/v1/query',
      { query: result[1], time: window.end },
      FORM
    );
    const { resultType, result: found } = answer.data;
    return resultType === 'vector'
      ? texts((found as Array<{ metric: Record<string, string>; value: [number, string] }>).map(seriesText))
      : texts([String((found as [number, string])[1])]);
  }
  const series = await source.getResource<Answer<Array<Record<string, string>>>>('api/v1/series', {
    ...window,
    'match[]': query,
  });
  return texts(
    series.data.map(({ __name__: metric = '', ...labels }) => {
      const pairs = Object.entries(labels).map(([name, text]) => `${name}="${text}"`);
      return `${metric}{${pairs.join(',')}}`;
    })
  );
}
