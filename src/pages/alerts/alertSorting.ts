import { type ListedAlert } from '../../domain/alerts/filter';

export const SORTS = ['severity', 'state', 'name', 'service', 'team', 'since'] as const;
export type Sort = (typeof SORTS)[number];

/** A column, and whether it runs backwards; `severity` forwards is the order of urgency. */
export interface Sorting {
  by: Sort;
  isReversed: boolean;
}

export const MOST_URGENT: Sorting = { by: 'severity', isReversed: false };

// Much faster than localeCompare, which makes one for each comparison.
const { compare } = new Intl.Collator();

const COMPARISONS: Readonly<Record<Exclude<Sort, 'severity'>, (a: ListedAlert, b: ListedAlert) => number>> = {
  state: (a, b) => compare(a.state, b.state),
  name: (a, b) => compare(a.alert.name, b.alert.name),
  service: (a, b) => compare(a.service, b.service),
  team: (a, b) => compare(a.team, b.team),
  since: (a, b) => (b.alert.activeAtMs ?? 0) - (a.alert.activeAtMs ?? 0),
};

/** Alerts that come most urgent first, in another order; equals stay in the order of urgency. */
export function sortedAlerts(listed: readonly ListedAlert[], { by, isReversed }: Sorting): readonly ListedAlert[] {
  if (by === 'severity') {
    return isReversed ? [...listed].reverse() : listed;
  }
  const comparison = COMPARISONS[by];
  return [...listed].sort(isReversed ? (a, b) => comparison(b, a) : comparison);
}

/** As in a URL: `-since`; nothing for the order of urgency. */
export function sortingText({ by, isReversed }: Sorting): string | undefined {
  return by === 'severity' && !isReversed ? undefined : `${isReversed ? '-' : ''}${by}`;
}

export function sortingOf(text: string | undefined): Sorting {
  const by = SORTS.find((sort) => sort === text?.replace(/^-/, ''));
  return by ? { by, isReversed: text?.startsWith('-') ?? false } : MOST_URGENT;
}
