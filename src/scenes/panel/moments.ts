import { type DataLink } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { isPage, searchAt, tracesUrl } from '../../app/navigation';
import { panelService } from '../../catalog/serviceNames';
import { type Panel, type Service, type System } from '../../catalog/types';
import { type TimeWindow } from '../../datasources/types';
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
    href: (window) => serviceLogsUrl(system, service, searchAt(locationService.getSearch().toString(), window)),
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
  return tracesUrl({ service: service?.traces?.service }, searchAt(locationService.getSearch().toString(), window));
}
