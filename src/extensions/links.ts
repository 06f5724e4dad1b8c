import { type PluginExtensionAddedLinkConfig } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { pages, pageUrl } from '../app/navigation';
import { alertPath, queriesPath, tracePath } from './contexts';

/** Grafana's names of the places; newer ones are missing from the types of older Grafanas. */
const PLACES = {
  alertInstance: 'grafana/alerting/instance/action',
  /** Only of rules that name the app as their origin. */
  alertRule: 'grafana/alerting/alertingrule/action',
  panelMenu: 'grafana/dashboard/panel/menu',
  explore: 'grafana/explore/toolbar/action',
  commandPalette: 'grafana/commandpalette/action',
  traceHeader: 'grafana/traceview/header/actions',
  spanDetails: 'grafana/traceview/details',
  logLine: 'grafana/logsview/resource-attributes',
} as const;

/** A link that exists where its context says enough to lead somewhere. */
function contextual(
  title: string,
  description: string,
  targets: string[],
  pathOf: (context: object | undefined) => string | undefined
): PluginExtensionAddedLinkConfig {
  return {
    title,
    description,
    targets,
    path: pageUrl('home', [], ''),
    configure: (context) => {
      const path = pathOf(context);
      return path === undefined ? undefined : { path };
    },
  };
}

/** The same for places where Grafana 12.2 follows no path, and only runs what the link brings. */
function action(
  title: string,
  description: string,
  target: string,
  pathOf: (context: object | undefined) => string | undefined
): PluginExtensionAddedLinkConfig {
  return {
    title,
    description,
    targets: [target],
    configure: (context) => (pathOf(context) === undefined ? undefined : {}),
    onClick: (_event, { context }) => {
      const path = pathOf(context);
      if (path !== undefined) {
        locationService.push(path);
      }
    },
  };
}

const WHAT_NOW = ['Watchkeeper: what now?', 'The alert with its runbook, its service and what changed'] as const;

/** The ways from Grafana into the app. Each stands in plugin.json too: Grafana wants both. */
export const links: readonly PluginExtensionAddedLinkConfig[] = [
  contextual(...WHAT_NOW, [PLACES.alertInstance], alertPath),
  action(...WHAT_NOW, PLACES.alertRule, alertPath),
  contextual(
    'Watchkeeper: on call',
    'The services, traces and log lines that these queries are about',
    [PLACES.panelMenu, PLACES.explore],
    queriesPath
  ),
  contextual(
    'Watchkeeper: trace with its logs',
    'The trace and its log lines on one time axis',
    [PLACES.traceHeader, PLACES.spanDetails, PLACES.logLine],
    tracePath
  ),
  ...Object.values(pages).map(({ title, question, path }) =>
    action(`Watchkeeper: ${title}`, question, PLACES.commandPalette, () =>
      pageUrl('home', [], '').replace(/home$/, path)
    )
  ),
];
