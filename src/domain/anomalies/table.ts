import { type Comparison } from './types';
import { verdictWord } from './words';

/** Columns of figures, and how to read each; undefined where it is not known. */
export const FIGURES = {
  calls: ({ recent }) => recent?.calls,
  callsBefore: ({ baseline }) => baseline?.calls,
  mean: ({ recent }) => recent?.meanMs,
  p50: ({ recent }) => recent?.quantilesMs.p50,
  p95: ({ recent }) => recent?.quantilesMs.p95,
  p99: ({ recent }) => recent?.quantilesMs.p99,
  p95Before: ({ baseline }) => baseline?.quantilesMs.p95,
  change: ({ recent, baseline }) => over(recent?.quantilesMs.p95, baseline?.quantilesMs.p95),
  errors: ({ recent }) => over(recent?.errors, recent?.calls),
  errorsBefore: ({ baseline }) => over(baseline?.errors, baseline?.calls),
} satisfies Record<string, (comparison: Comparison) => number | undefined>;

const TEXTS = {
  verdict: (comparison) => verdictWord(comparison),
  service: ({ service }) => service,
  operation: ({ operation }) => operation,
} satisfies Record<string, (comparison: Comparison) => string>;

export type FigureColumn = keyof typeof FIGURES;
export type ComparisonColumn = FigureColumn | keyof typeof TEXTS;

export interface ComparisonSort {
  column: ComparisonColumn;
  descending: boolean;
}

/** The slowest first (document 004). */
export const SLOWEST_FIRST: ComparisonSort = { column: 'p95', descending: true };

/** `-calls` for the largest first; what is no column is the slowest first. */
export function parseComparisonSort(text: string): ComparisonSort {
  const column = text.replace(/^-/, '');
  return Object.hasOwn(FIGURES, column) || Object.hasOwn(TEXTS, column)
    ? { column: column as ComparisonColumn, descending: text.startsWith('-') }
    : SLOWEST_FIRST;
}

/** A click on a column: figures begin with the largest, texts with A; a second one turns it round. */
export function nextComparisonSort({ column, descending }: ComparisonSort, clicked: ComparisonColumn): string {
  const isDescending = column === clicked ? !descending : Object.hasOwn(FIGURES, clicked);
  return `${isDescending ? '-' : ''}${clicked}`;
}

/** The rows in order; those without a value last, equals as they were. */
export function sortComparisons(rows: readonly Comparison[], { column, descending }: ComparisonSort): Comparison[] {
  const direction = descending ? -1 : 1;
  if (column === 'verdict' || column === 'service' || column === 'operation') {
    const textOf = TEXTS[column];
    return [...rows].sort((a, b) => direction * textOf(a).localeCompare(textOf(b)));
  }
  const valueOf = FIGURES[column];
  return [...rows].sort((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    return left === undefined || right === undefined
      ? Number(left === undefined) - Number(right === undefined)
      : direction * (left - right);
  });
}

export interface ComparisonFilter {
  /** Words that all have to occur in service, operation or verdict. */
  search: string;
  /** Empty: all of them. */
  service: string;
  /** Ids; undefined for all. */
  systems?: readonly string[] | undefined;
}

/** The rows that the reader wants to see, in their order. */
export function filterComparisons(
  rows: readonly Comparison[],
  { search, service, systems }: ComparisonFilter
): Comparison[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = [row.service, row.operation, verdictWord(row)].join(' ').toLowerCase();
    return (
      (service === '' || row.service === service) &&
      (systems?.includes(row.system) ?? true) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** True for what belongs on top: slower, failing, silent or new. */
export function isNotable({ verdict }: Comparison): boolean {
  return verdict === 'anomalous' || verdict === 'silent' || verdict === 'new';
}

function over(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole <= 0 ? undefined : part / whole;
}
