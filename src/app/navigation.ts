import { BASE_PATH, PLUGIN_ID } from './constants';

/**
 * The one file that knows every URL of the app. A page is named here once; routes, links and breadcrumbs are made from it.
 */
export const pages = {
  executive: { path: 'executive', title: 'Executive', icon: 'graph-bar' },
} as const;

export type PageName = keyof typeof pages;

/** URL keys that go from page to page: the time range, the theme of a wall display, and every variable. */
export const SHARED_URL_KEYS = ['from', 'to', 'timezone', 'refresh', 'kiosk', 'theme'] as const;
const VARIABLE_PREFIX = 'var-';

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

/** True for the pages that this version has; links to others are not drawn. */
export function isPage(name: string): name is PageName {
  return Object.hasOwn(pages, name);
}

/** The configuration page lives in Grafana's own plugin catalogue. */
export const CONFIG_URL = `/plugins/${PLUGIN_ID}?page=configuration`;
