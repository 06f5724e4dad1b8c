import { config, locationService } from '@grafana/runtime';
import { type SceneObject } from '@grafana/scenes';
import { isPage, pageUrl } from '../../app/navigation';
import { panelService } from '../../catalog/serviceNames';
import { type Panel, type Service, type System } from '../../catalog/types';
import { type DataSourceReference, type TimeWindow } from '../../datasources/types';
import { systemLogs } from '../../domain/logs/systemLogs';
import { logsDataSource } from '../variables/dataSources';

/** A way from a panel to what else is known about a moment. */
export interface MomentLink {
  title: string;
  icon: 'gf-traces' | 'gf-logs';
  /** @returns `undefined` when the viewer may not go there. */
  href: (window: TimeWindow, from: SceneObject) => string | undefined;
}

/** Half of the window around one point of a graph. */
export const AROUND_POINT_MS = 5 * 60_000;

/** The ways from a panel to the traces and the logs of its service, or of its system. */
export function momentLinks(panel: Panel, system: System): MomentLink[] {
  const service = panelService(panel, system);
  return [
    ...(isPage('traces')
      ? [
          {
            title: 'Traces of this time',
            icon: 'gf-traces' as const,
            href: (window: TimeWindow) => traces(service, window),
          },
        ]
      : []),
    ...(system.logSchemas?.length
      ? [
          {
            title: 'Logs of this time',
            icon: 'gf-logs' as const,
            href: (window: TimeWindow, from: SceneObject) => logs(system, service, window, from),
          },
        ]
      : []),
  ];
}

function traces(service: Service | undefined, window: TimeWindow): string {
  const name = service?.traces?.service;
  const url = pageUrl('traces', [], searchAt(window));
  return name === undefined ? url : `${url}&${new URLSearchParams({ service: name }).toString()}`;
}

function logs(system: System, service: Service | undefined, window: TimeWindow, from: SceneObject): string | undefined {
  if (service?.logs) {
    return pageUrl('services', [system.id, service.id, 'logs'], searchAt(window));
  }
  return exploreUrl(logsDataSource(from), logsQuery(system), window);
}

function logsQuery({ logSchemas = [] }: System) {
  return { query: systemLogs(logSchemas), metrics: [{ id: '1', type: 'logs' }], bucketAggs: [] };
}

/** The page's variables, with another time range. */
function searchAt({ fromMs, toMs }: TimeWindow): string {
  const params = new URLSearchParams(locationService.getSearch());
  params.set('from', new Date(fromMs).toISOString());
  params.set('to', new Date(toMs).toISOString());
  return params.toString();
}

/** A query in Explore; `undefined` for viewers who may not explore. */
export function exploreUrl(datasource: DataSourceReference, query: object, window: TimeWindow): string | undefined {
  if (datasource.uid === '' || !config.bootData.user.permissions?.['datasources:explore']) {
    return undefined;
  }
  const range = { from: String(window.fromMs), to: String(window.toMs) };
  const panes = { a: { datasource: datasource.uid, queries: [{ refId: 'A', datasource, ...query }], range } };
  return `/explore?${new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify(panes) }).toString()}`;
}
