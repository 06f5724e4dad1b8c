import { config } from '@grafana/runtime';
import { type DataSourceReference, type TimeWindow } from '../../../datasources/types';

/** Explore in Grafana with a query; undefined for those who may not go there. */
export function exploreUrl(datasource: DataSourceReference, query: object, window: TimeWindow): string | undefined {
  if (datasource.uid === '' || !config.bootData.user.permissions?.['datasources:explore']) {
    return undefined;
  }
  const range = { from: String(Math.floor(window.fromMs)), to: String(Math.ceil(window.toMs)) };
  const panes = { a: { datasource: datasource.uid, queries: [{ refId: 'A', datasource, ...query }], range } };
  return `/explore?${new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify(panes) }).toString()}`;
}

/** Log documents, as Explore's Elasticsearch editor has them. */
export function logsExploreQuery(query: string): object {
  return { query, metrics: [{ id: '1', type: 'logs' }], bucketAggs: [] };
}

/** The query string of a page around a time, with what else its links keep. */
export function searchAround(search: string, { fromMs, toMs }: TimeWindow): string {
  const params = new URLSearchParams(search);
  params.set('from', new Date(fromMs).toISOString());
  params.set('to', new Date(toMs).toISOString());
  return params.toString();
}
