import { severityRank } from '../alerts/urgency';
import { urgencyOf } from '../health/states';
import { GOLDEN_COLUMNS, type GoldenColumn } from './golden';
import { byUrgencyThenName, type InventoryRow } from './inventory';

/** Every column of the services table can order it. */
export const SORT_COLUMNS = ['state', 'name', 'system', 'owner', ...GOLDEN_COLUMNS, 'slo', 'alerts'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface Sort {
  column: SortColumn;
  descending: boolean;
}

/** Most urgent first. */
export const DEFAULT_SORT: Sort = { column: 'state', descending: false };

const TEXTS: ReadonlySet<SortColumn> = new Set(['state', 'name', 'system', 'owner', 'slo']);

/** What a click on a column's header asks for: first the order that helps at night, then the other one. */
export function nextSort({ column, descending }: Sort, clicked: SortColumn): Sort {
  return column === clicked
    ? { column, descending: !descending }
    : { column: clicked, descending: !TEXTS.has(clicked) };
}

/** `-errors` for the largest first, `errors` for the smallest; what is no column is the default. */
export function parseSort(text: string | undefined): Sort {
  const descending = text?.startsWith('-') ?? false;
  const column = SORT_COLUMNS.find((name) => name === (descending ? text?.slice(1) : text));
  return column ? { column, descending } : DEFAULT_SORT;
}

export function formatSort({ column, descending }: Sort): string {
  return descending ? `-${column}` : column;
}

/** The rows in order. Rows without a value come last in both directions; equals keep the order of urgency. */
export function sortRows(rows: readonly InventoryRow[], { column, descending }: Sort): InventoryRow[] {
  const direction = descending ? -1 : 1;
  const compare = comparison(column);
  return [...rows].sort((a, b) => compare(a, b, direction) || byUrgencyThenName(a, b));
}

type Comparison = (a: InventoryRow, b: InventoryRow, direction: 1 | -1) => number;

function comparison(column: SortColumn): Comparison {
  switch (column) {
    case 'state':
      return (a, b, direction) => direction * byUrgencyThenName(a, b);
    case 'name':
      return byText(({ name }) => name);
    case 'system':
      return byText(({ systemName }) => systemName);
    case 'owner':
      return byText(({ owner }) => owner);
    case 'slo':
      return byNumber(({ slo }) => slo && urgencyOf(slo.state));
    case 'alerts':
      return (a, b, direction) =>
        byNumber(({ firing }) => firing?.count)(a, b, direction) ||
        severityRank(a.firing?.worst?.severity) - severityRank(b.firing?.worst?.severity);
    default:
      return byNumber(({ values }) => values[column as GoldenColumn]?.value);
  }
}

function byText(textOf: (row: InventoryRow) => string): Comparison {
  return (a, b, direction) => direction * textOf(a).localeCompare(textOf(b));
}

function byNumber(numberOf: (row: InventoryRow) => number | undefined): Comparison {
  return (a, b, direction) => {
    const [left, right] = [numberOf(a), numberOf(b)];
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined);
    }
    return direction * (left - right);
  };
}
