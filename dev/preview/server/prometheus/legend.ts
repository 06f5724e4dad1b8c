import type { PrometheusQuery } from './model';

export type Labels = Record<string, string>;

/** PromQL's own notation of a series: `name{a="1", b="2"}`, labels sorted. */
export function seriesName(labels: Labels): string {
  const pairs = Object.entries(labels)
    .filter(([name]) => name !== '__name__')
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .sort();
  const metric = labels.__name__ ?? '';
  return pairs.length === 0 ? metric || '{}' : `${metric}{${pairs.join(', ')}}`;
}

/** A series' name in legends: the query's `legendFormat`, else PromQL's notation, else the expression itself. */
export function displayName(query: Pick<PrometheusQuery, 'legendFormat' | 'expr'>, labels: Labels): string {
  let legend = seriesName(labels);
  if (query.legendFormat === '__auto') {
    legend = Object.keys(labels).length > 0 ? '' : legend;
  } else if (query.legendFormat !== '') {
    legend = query.legendFormat.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, name: string) => labels[name] ?? '');
  }
  return legend === '{}' ? query.expr : legend;
}
