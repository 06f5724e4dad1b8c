import { type Opened, openedQuery, openedQueryTemplate } from '../domain/runbook/address';
import { BASE_PATH, PLUGIN_ID } from './constants';

/**
 * The one file that knows every URL of the app. A page is named here once; routes, links and breadcrumbs are made from it.
 */
export const pages = {
  home: {
    path: 'home',
    title: 'On call',
    icon: 'bell',
    question: 'Must I act now? Where does it hurt, since when, and what do I do?',
  },
  alerts: {
    path: 'alerts',
    title: 'Alerts',
    icon: 'exclamation-circle',
    question: 'What fires, what is about to, and what is silenced?',
  },
  incidents: {
    path: 'incidents',
    title: 'Incidents',
    icon: 'fire',
    question: 'What happened, since when, who has it, what helps, and what to tell whom?',
  },
  runbooks: {
    path: 'runbooks',
    title: 'Runbooks',
    icon: 'book-open',
    question: 'What do I do now? Steps that look at the live data themselves.',
  },
  executive: {
    path: 'executive',
    title: 'Executive',
    icon: 'graph-bar',
    question: 'Is every system serving its users, and at what cost?',
  },
  platform: {
    path: 'platform',
    title: 'Platform',
    icon: 'layer-group',
    question: 'Latency, traffic, errors and saturation of what everything else stands on.',
  },
  'edge-tiers': {
    path: 'edge-tiers',
    title: 'Edge tiers',
    icon: 'cloud',
    question: 'Which tier is served badly, and which agents are to blame?',
  },
  services: {
    path: 'services',
    title: 'Services',
    icon: 'apps',
    question: 'Which service is slow, failing or silent?',
  },
  slos: {
    path: 'slos',
    title: 'Objectives',
    icon: 'chart-line',
    question: 'Which error budget is gone, which goes next, and how fast?',
  },
  traces: {
    path: 'traces',
    title: 'Traces',
    icon: 'gf-traces',
    question: 'What took the time, what failed, and what was logged meanwhile?',
  },
  logs: {
    path: 'logs',
    title: 'Logs',
    icon: 'gf-logs',
    question: 'What was written, by whom, how often, and in which trace?',
  },
  boards: {
    path: 'boards',
    title: 'Boards',
    icon: 'dashboard',
    question: 'Every other dashboard, by system.',
  },
} as const;

export type PageName = keyof typeof pages;

/** URL keys that go from page to page: the time range, the theme of a wall display, whether graphs are marked, and every variable. */
export const SHARED_URL_KEYS = ['from', 'to', 'timezone', 'refresh', 'kiosk', 'theme', 'marks'] as const;
const VARIABLE_PREFIX = 'var-';

/** Variables that every page has. */
export const SHARED_VARIABLES = [
  'prometheus',
  'jaeger',
  'elasticsearch',
  'system',
  'environment',
  'tenant',
  'instance',
  'compare',
] as const;

/** For Scenes' breadcrumbs and tabs, which want every key by name. */
export const PRESERVED_URL_KEYS: string[] = [
  ...SHARED_URL_KEYS,
  ...SHARED_VARIABLES.map((name) => `${VARIABLE_PREFIX}${name}`),
];

/** The page that a path shows; `root` for the app's root, `undefined` for a path that leads nowhere. */
export function pageOfPath(pathname: string): PageName | 'root' | undefined {
  const [first = ''] = pathname.slice(BASE_PATH.length).split('/').filter(Boolean);
  if (first === '') {
    return 'root';
  }
  return (Object.keys(pages) as PageName[]).find((name) => pages[name].path === first);
}

/** Path of a page, with its route parameters encoded (once). */
export function pagePath(page: PageName, ...params: readonly string[]): string {
  return [BASE_PATH, pages[page].path, ...params.map(encodeURIComponent)].join('/');
}

/** The part of a query string that has to survive a link. */
export function sharedSearch(search: string): string {
  const shared = new URLSearchParams();
  for (const [key, value] of new URLSearchParams(search)) {
    if ((SHARED_URL_KEYS as readonly string[]).includes(key) || key.startsWith(VARIABLE_PREFIX)) {
      shared.append(key, value);
    }
  }
  return shared.toString();
}

/** A link to a page that keeps the time range and the variables of `search`. */
export function pageUrl(page: PageName, params: readonly string[], search: string): string {
  const kept = sharedSearch(search);
  return kept ? `${pagePath(page, ...params)}?${kept}` : pagePath(page, ...params);
}

/** What the search for log lines is opened with. */
export interface LogsOpened {
  /** Lucene. */
  query?: string | undefined;
  services?: readonly string[] | undefined;
  levels?: readonly string[] | undefined;
  /** Values that lines must have or not have, as `writeFieldFilter` writes them. */
  filters?: readonly string[] | undefined;
  /** Id of the only system to search in; as in `search` when absent. */
  system?: string | undefined;
  /** As in `search` when absent. */
  range?: { fromMs: number; toMs: number } | undefined;
}

/** A link to the search for log lines that keeps the time range and the variables of `search`. */
export function logsUrl(opened: LogsOpened, search = ''): string {
  const { query, services = [], levels = [], filters = [], system, range } = opened;
  const params = new URLSearchParams(sharedSearch(search));
  if (range) {
    params.set('from', new Date(range.fromMs).toISOString());
    params.set('to', new Date(range.toMs).toISOString());
    params.delete('refresh');
  }
  if (system !== undefined) {
    params.set('var-system', system);
  }
  if (query) {
    params.set('query', query);
  }
  services.forEach((service) => params.append('service', service));
  levels.forEach((level) => params.append('level', level));
  filters.forEach((filter) => params.append('filter', filter));
  return withQuery(pagePath('logs'), params);
}

function withQuery(path: string, params: URLSearchParams): string {
  const written = params.toString();
  return written ? `${path}?${written}` : path;
}

/** What the search for traces is opened with. */
export interface TracesOpened {
  /** As it is called in traces. */
  service?: string | undefined;
  operation?: string | undefined;
  /** As the form writes them: `error=true`. */
  tags?: string | undefined;
  /** Shortest duration as the form writes it: `100ms`. */
  min?: string | undefined;
  /** Lucene: the traces of the log lines that it finds, instead of those of a service. */
  lines?: string | undefined;
  /** The newest first when absent. */
  order?: 'worst' | undefined;
}

/** A link to the search for traces that keeps the time range and the variables of `search`. */
export function tracesUrl(opened: TracesOpened, search = ''): string {
  const params = new URLSearchParams(sharedSearch(search));
  for (const [key, value] of Object.entries(opened)) {
    if (value) {
      params.set(key, value);
    }
  }
  return withQuery(pagePath('traces'), params);
}

/** The query string of a page with another time range, Unix milliseconds. */
export function searchAt(search: string, { fromMs, toMs }: { fromMs: number; toMs: number }): string {
  const params = new URLSearchParams(search);
  params.set('from', new Date(fromMs).toISOString());
  params.set('to', new Date(toMs).toISOString());
  return params.toString();
}

/**
 * A link to a live runbook, with what it is opened for.
 * @param search the current query string, whose time range and variables are kept.
 */
export function runbookUrl(system: string, runbook: string, opened: Opened = { labels: {} }, search = ''): string {
  const query = [sharedSearch(search), openedQuery(opened)].filter(Boolean).join('&');
  return [pagePath('runbooks', system, runbook), query].filter(Boolean).join('?');
}

/**
 * The same link as a `runbook_url` annotation of a Prometheus rule, which fills in the labels when the alert fires.
 * @param labels label names of the alert's series.
 */
export function runbookUrlTemplate(system: string, runbook: string, alert: string, labels: readonly string[]): string {
  return `${pagePath('runbooks', system, runbook)}?${openedQueryTemplate(alert, labels)}`;
}

/** True for the pages that this version has; links to others are not drawn. */
export function isPage(name: string): name is PageName {
  return Object.hasOwn(pages, name);
}

/** The configuration page lives in Grafana's own plugin catalogue. */
export const CONFIG_URL = `/plugins/${PLUGIN_ID}?page=configuration`;
