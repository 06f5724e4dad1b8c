import { OrgRole, type NavModelItem } from '@grafana/data';
import { config } from '@grafana/runtime';

import { previewPlugin } from '../bootData';

const RANK: Record<string, number> = { [OrgRole.Viewer]: 0, [OrgRole.Editor]: 1, [OrgRole.Admin]: 2 };

function mayOpen(role: string | undefined): boolean {
  return (RANK[config.bootData.user.orgRole] ?? 0) >= (RANK[role ?? OrgRole.Viewer] ?? 0);
}

/** The app's pages for the sidebar, as its plugin.json lists them and the viewer's role allows. */
export function appNavItems(): NavModelItem[] {
  const { manifest } = previewPlugin();
  return (manifest.includes ?? [])
    .filter((include) => include.type === 'page' && include.addToNav && mayOpen(include.role))
    .map((include) => ({
      id: include.path,
      text: include.name,
      url: include.path,
      icon: include.icon as NavModelItem['icon'],
    }));
}

/** The app itself, as the first crumb below "Home". */
export function appNavItem(): NavModelItem & { url: string } {
  const { manifest } = previewPlugin();
  return { id: manifest.id, text: manifest.name, url: `/a/${manifest.id}` };
}

function pathOf(url: string | undefined): string {
  return (url ?? '').split('?')[0] ?? '';
}

/**
 * Breadcrumbs of a page: Home, the app, then the page's parents. As in Grafana, a page that stands at an address of the
 * sidebar takes that item's place instead of doubling it.
 */
export function breadcrumbs(page: NavModelItem | undefined): NavModelItem[] {
  const chain: NavModelItem[] = [];
  for (let item = page; item; item = item.parentItem) {
    chain.unshift(item);
  }
  const isOurs = chain.every((item) => !item.url || pathOf(item.url).startsWith(appNavItem().url));
  const root = [{ text: 'Home', url: '/' }, ...(isOurs ? [appNavItem()] : [])];
  const known = new Set(chain.map((item) => pathOf(item.url)));
  return [...root.filter((item) => !known.has(pathOf(item.url))), ...chain.filter((item) => !item.hideFromBreadcrumbs)];
}
