import { config } from '@grafana/runtime';
import { type DataSourceReference, type TimeWindow } from '../../datasources/types';

/** Explore with one query; `undefined` without a data source, and for viewers who may not explore. */
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
