import { type HealthState, urgencyOf } from '../health/states';
import { type InventoryRow } from './inventory';

/** What can be chosen beside the search: within a group any of the values, and every group that has some. */
export const FILTER_GROUPS = ['state', 'team', 'kind', 'tier'] as const;
export type FilterGroup = (typeof FILTER_GROUPS)[number];

/** What the reader wants to see. */
export interface InventoryFilter {
  /** Words that all have to occur. */
  search: string;
  chosen: Readonly<Record<FilterGroup, readonly string[]>>;
}

/** A value to choose, and how many services it would leave. */
export interface FilterOption {
  value: string;
  count: number;
}

function valuesOf(row: InventoryRow, group: FilterGroup): readonly string[] {
  switch (group) {
    case 'state':
      return [row.state];
    case 'team':
      return [row.owner];
    case 'kind':
      return [row.kind];
    case 'tier':
      return row.tiers;
  }
}

/** The rows that the reader wants to see, in their order. */
export function filterRows(rows: readonly InventoryRow[], filter: InventoryFilter): InventoryRow[] {
  return rows.filter(
    (row) => hasWords(row, filter.search) && FILTER_GROUPS.every((group) => passes(row, group, filter))
  );
}

/**
 * The values of a group with the number of services that each would leave, given the search and the other groups. What
 * is chosen stays in the list even when nothing is left of it, so that it can be taken back.
 */
export function optionsOf(rows: readonly InventoryRow[], group: FilterGroup, filter: InventoryFilter): FilterOption[] {
  const others = FILTER_GROUPS.filter((other) => other !== group);
  const counts = new Map<string, number>(filter.chosen[group].map((value) => [value, 0]));
  for (const row of rows) {
    const isLeft = hasWords(row, filter.search) && others.every((other) => passes(row, other, filter));
    for (const value of valuesOf(row, group)) {
      counts.set(value, (counts.get(value) ?? 0) + Number(isLeft));
    }
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort(group === 'state' ? byState : byValue);
}

/** The chosen values with one of them switched. */
export function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}

function passes(row: InventoryRow, group: FilterGroup, { chosen }: InventoryFilter): boolean {
  return chosen[group].length === 0 || valuesOf(row, group).some((value) => chosen[group].includes(value));
}

function hasWords(row: InventoryRow, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return true;
  }
  const { name, title, system, systemName, owner, kind, state } = row;
  const text = [name, title, system, systemName, owner, kind, state].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

const byValue = (a: FilterOption, b: FilterOption) => a.value.localeCompare(b.value);
const byState = (a: FilterOption, b: FilterOption) =>
  urgencyOf(a.value as HealthState) - urgencyOf(b.value as HealthState);
