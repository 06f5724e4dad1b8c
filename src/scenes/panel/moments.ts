import { type DataLink } from '@grafana/data';
import { config, locationService } from '@grafana/runtime';
import { isPage, pageUrl } from '../../app/navigation';
import { panelService } from '../../catalog/serviceNames';
import { type Panel, type Service, type System } from '../../catalog/types';
import { type DataSourceReference, type TimeWindow } from '../../datasources/types';
import { serviceLogsUrl } from '../logs/serviceLogsUrl';

/** A way from a panel to what else is known about a time. */
interface MomentLink {
  what: string;
  icon: 'gf-traces' | 'gf-logs';
  href: (window: TimeWindow) => string;
}

/** The ways from a panel to the traces and the logs of its service, or of its system. */
export function momentLinks(panel: Panel, system: System): MomentLink[] {
  const service = panelService(panel, system);
  const toTraces: MomentLink = { what: 'Traces', icon: 'gf-traces', href: (window) => traces(service, window) };
  const toLogs: MomentLink = {
    what: 'Logs',
    icon: 'gf-logs',
    href: (window) => serviceLogsUrl(system, service, searchAt(window)),
  };
  return [...(isPage('traces') ? [toTraces] : []), ...(system.logSchemas?.length ? [toLogs] : [])];
}

// Half of the window around one point of a graph.
const AROUND_POINT_MS = 5 * 60_000;

/** The same for one point of a graph, which Grafana offers when the point is clicked. */
export function pointLinks(panel: Panel, system: System): DataLink[] {
  return momentLinks(panel, system).map(({ what, href }) => ({
    title: `${what} of this moment`,
    url: '',
    onBuildUrl: ({ replaceVariables = String }) => {
      const timeMs = Number(replaceVariables('${__value.time}'));
      const window = { fromMs: timeMs - AROUND_POINT_MS, toMs: timeMs + AROUND_POINT_MS };
      return Number.isFinite(timeMs) ? href(window) : '';
    },
  }));
}

function traces(service: Service | undefined, window: TimeWindow): string {
  const name = service?.traces?.service;
  const url = pageUrl('traces', [], searchAt(window));
  return name === undefined ? url : `${url}&${new URLSearchParams({ service: name }).toString()}`;
}

/** The page's variables, with another time range. */
function searchAt({ fromMs, toMs }: TimeWindow): string {
  const params = new URLSearchParams(locationService.getSearch());
  params.set('from', new Date(fromMs).toISOString());
  params.set('to', new Date(toMs).toISOString());
  return params.toString();
}

/** Explore with one query; `undefined` without a data source, and for viewers who may not explore. */
export function exploreUrl(datasource: DataSourceReference, query: object, window: TimeWindow): string | undefined {
  if (datasource.uid === '' || !config.bootData.user.permissions?.['datasources:explore']) {
    return undefined;
  }
  const range = { from: String(window.fromMs), to: String(window.toMs) };
  const panes = { a: { datasource: datasource.uid, queries: [{ refId: 'A', datasource, ...query }], range } };
  return `/explore?${new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify(panes) }).toString()}`;
}
