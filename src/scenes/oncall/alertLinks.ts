import { type Alert as ActiveAlert } from '../../domain/alerts/types';
import { byAlertUrgency } from '../../domain/alerts/urgency';
import { type AlertGroup } from '../../domain/incidents/types';
import { alertPlaces } from '../../catalog/alertPlaces';
import { type System } from '../../catalog/types';
import { isPage, pageUrl, runbookUrl, sharedSearch, tracesUrl } from '../../app/navigation';
import { BASE_PATH } from '../../app/constants';
import { openedQuery, RUN_URL_KEY } from '../../domain/runbook/address';

const RUNBOOK_ICON = 'book-open';
/** What led to an alert began before it. */
const BEFORE_ALERT_MS = 15 * 60_000;
/** Of an older alert the newest hour is looked at: a search finds the newest traces anyway. */
const OLD_ALERT_MS = 6 * 3_600_000;

/** A way to go on from an alert. */
export interface NextStep {
  title: string;
  icon: 'book-open' | 'apps' | 'gf-traces' | 'gf-logs' | 'bell' | 'fire' | 'dashboard';
  href: string;
}

/**
 * What somebody does about an alert: its runbook first, then its service, and the traces of it that went worst since it
 * began. Leaves out what the catalog does not have.
 */
export function nextStepsOf(alert: ActiveAlert, systems: readonly System[], search: string): NextStep[] {
  const places = alertPlaces(systems);
  const place = places.serviceOf(alert);
  const runbook = runbookStepOf(alert, systems, search);
  const known = systems.find(({ id }) => id === place?.system)?.services.find(({ id }) => id === place?.service);
  return [
    ...(runbook ? [runbook] : []),
    ...(place && known
      ? [
          {
            title: places.nameOf(place),
            icon: 'apps' as const,
            href: pageUrl('services', [place.system, place.service], search),
          },
        ]
      : []),
    ...(known?.traces
      ? [
          {
            title: 'Traces',
            icon: 'gf-traces' as const,
            href: tracesUrl({ service: known.traces.service, order: 'worst' }, searchSince(alert, search, Date.now())),
          },
        ]
      : []),
    ...(place && alert.labels['slo'] && isPage('slos')
      ? [
          {
            title: 'Objective',
            icon: 'dashboard' as const,
            href: pageUrl('slos', [place.system, alert.labels['slo']], search),
          },
        ]
      : []),
    { title: 'Alert', icon: 'bell', href: alertUrl(alert, search) },
  ];
}

/** The page of an alert. Its labels are in the address, so that it shows the same when the alert is over. */
export function alertUrl({ name, labels, activeAtMs }: ActiveAlert, search: string): string {
  const opened = openedQuery({ labels, startMs: activeAtMs ?? undefined });
  return `${pageUrl('alerts', [name], search)}${sharedSearch(search) ? '&' : '?'}${opened}`;
}

/** Where the incident of a group is written down. */
export function incidentUrl(group: AlertGroup, search: string): string {
  return pageUrl('incidents', [group.id], search);
}

/**
 * The ways on from alerts that are one incident: those of the most urgent one, with the runbook of another when it has
 * none itself.
 */
export function nextStepsOfGroup(
  alerts: readonly ActiveAlert[],
  systems: readonly System[],
  search: string
): NextStep[] {
  const sorted = [...alerts].sort(byAlertUrgency);
  // An alert on a budget tells less of what is wrong, and opens its runbook without the labels of the cause.
  const causes = sorted.filter(({ labels }) => labels['slo'] === undefined);
  const [first] = sorted;
  const rest = first
    ? nextStepsOf(first, systems, search).filter(({ icon }) => icon !== RUNBOOK_ICON && icon !== 'bell')
    : [];
  // One after the other: a group may have thousands, and the first mostly has one.
  for (const alert of [...causes, ...sorted]) {
    const runbook = runbookStepOf(alert, systems, search);
    if (runbook) {
      return [runbook, ...rest];
    }
  }
  return rest;
}

/** The runbook of an alert, as a link of its own; undefined when it has none. */
export function runbookStepOf(alert: ActiveAlert, systems: readonly System[], search: string): NextStep | undefined {
  const places = alertPlaces(systems);
  const runbook = places.ruleOf(alert)?.runbook ?? runbookOfObjective(alert, systems);
  return runbookLink(alert, runbook, places.serviceOf(alert)?.system, search);
}

/** The same step for somebody in a hurry: a live runbook runs its checks when it opens. */
export function runAtOnce(step: NextStep): NextStep {
  return step.icon === RUNBOOK_ICON && step.href.startsWith(BASE_PATH)
    ? { ...step, title: 'Run the runbook', href: `${step.href}&${RUN_URL_KEY}=1` }
    : step;
}

/** The query string with a time range from shortly before the alert until now; as it is for an alert that is over. */
function searchSince({ activeAtMs }: ActiveAlert, search: string, nowMs: number): string {
  if (activeAtMs === null) {
    return search;
  }
  const params = new URLSearchParams(search);
  const isOld = nowMs - activeAtMs > OLD_ALERT_MS;
  params.set('from', isOld ? 'now-1h' : new Date(activeAtMs - BEFORE_ALERT_MS).toISOString());
  params.set('to', 'now');
  return params.toString();
}

/** Alerts on the burn of a budget carry the objective's id. */
function runbookOfObjective({ labels }: ActiveAlert, systems: readonly System[]): string | undefined {
  return systems.find(({ id }) => id === labels['system'])?.slos?.find(({ id }) => id === labels['slo'])?.runbook;
}

function runbookLink(
  alert: ActiveAlert,
  runbook: string | undefined,
  system: string | undefined,
  search: string
): NextStep | undefined {
  if (runbook !== undefined && system !== undefined) {
    const opened = { alert: alert.name, labels: alert.labels, startMs: alert.activeAtMs ?? undefined };
    const since = searchSince(alert, search, Date.now());
    return { title: 'Runbook', icon: RUNBOOK_ICON, href: runbookUrl(system, runbook, opened, since) };
  }
  const written = alert.annotations['runbook_url'];
  return written && isWebAddress(written) ? { title: 'Runbook', icon: RUNBOOK_ICON, href: written } : undefined;
}

/** Annotations are text that anybody may have written: only addresses of the web, and of this Grafana, are links. */
function isWebAddress(text: string): boolean {
  return /^(https?:\/\/|\/(?!\/))/i.test(text);
}
