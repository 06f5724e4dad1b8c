import { type Silence } from './silences';
import { type Alert } from './types';

/** What an alert can be chosen by, beside its words. */
export const FACETS = ['state', 'severity', 'source', 'service', 'team'] as const;
export type Facet = (typeof FACETS)[number];

/** What the reader of a list of alerts chose; an empty list lets all through. */
export interface AlertFilter extends Readonly<Record<Facet, readonly string[]>> {
  /** All of these words, in any of name, summary, labels, service, owner. */
  search: string;
}

/** What is muted does not ask for anybody, whatever it does: that is a state of its own. */
export type ListedState = Alert['state'] | 'silenced' | 'inhibited';

/** An alert of a list. `none` stands for what it does not say. */
export interface ListedAlert {
  alert: Alert;
  state: ListedState;
  silence?: Silence | undefined;
  severity: string;
  /** Name of who evaluates it. */
  source: string;
  /** Names to show. */
  service: string;
  team: string;
  /** What is searched, lower case. */
  text: string;
}

export const NONE = 'none';

/** The alerts that a filter lets through, in their order. */
export function filterAlerts(listed: readonly ListedAlert[], filter: AlertFilter): ListedAlert[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const facets = FACETS.filter((facet) => filter[facet].length > 0);
  return listed.filter(
    (one) =>
      facets.every((facet) => filter[facet].includes(one[facet])) && words.every((word) => one.text.includes(word))
  );
}

/** How many alerts each value of a facet would leave, as far as the other filters let them through; chosen ones always. */
export function facetCounts(listed: readonly ListedAlert[], facet: Facet, filter: AlertFilter): Map<string, number> {
  const counts = new Map(filter[facet].map((value) => [value, 0]));
  for (const { [facet]: value } of filterAlerts(listed, { ...filter, [facet]: [] })) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** What a search looks at, lower case. */
export function searchText(alert: Alert, ...more: readonly string[]): string {
  const labels = Object.entries(alert.labels).map(([name, value]) => `${name}=${value}`);
  return [alert.name, alert.annotations['summary'] ?? '', ...labels, ...more].join(' ').toLowerCase();
}
