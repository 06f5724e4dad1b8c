import { type SearchAnswer } from '../../datasources/elasticsearch';
import { type DataSourceError } from '../../datasources/errors';

/** A log document, and where it stands. */
export interface FoundLine {
  /** Unique over all indices. */
  id: string;
  /** Its place in the order of time, Unix milliseconds; where the next page begins. */
  timeMs: number;
  document: Readonly<Record<string, unknown>>;
}

/** Lines as the store has them. */
export interface FoundLines {
  /** What the reader has to type first; then nothing was asked. */
  waitsFor?: string | undefined;
  lines: readonly FoundLine[];
  /** How many match; the store stops counting at 10,000. */
  total: number;
  /** There are older lines than these. */
  hasOlder: boolean;
  /** Lines of the latest look at what is new, the first ones of the list. */
  freshCount: number;
  /** More lines are on their way, or could not be had. */
  more?: 'loading' | DataSourceError | undefined;
}

/** More rows than that make the browser slow. */
export const MOST_LINES = 3000;

export const NO_LINES: FoundLines = { lines: [], total: 0, hasOlder: false, freshCount: 0 };

/** The first page. @param limit how many were asked for. */
export function firstPage(answer: SearchAnswer, limit: number): FoundLines {
  const lines = linesOf(answer);
  return { lines, total: answer.total ?? lines.length, hasOlder: lines.length >= limit, freshCount: 0 };
}

/** With the page after the last line. Lines of one moment may come twice; they are kept once. */
export function withOlder(found: FoundLines, answer: SearchAnswer, limit: number): FoundLines {
  const added = unknownTo(found, linesOf(answer));
  return {
    ...found,
    lines: [...found.lines, ...added],
    hasOlder: answer.hits.length >= limit && found.lines.length + added.length < MOST_LINES,
    more: undefined,
  };
}

/**
 * With what came meanwhile. When more came than were asked for there would be a hole, so the list begins anew: the
 * older ones can be loaded again.
 */
export function withNewer(found: FoundLines, answer: SearchAnswer, limit: number): FoundLines {
  const added = unknownTo(found, linesOf(answer));
  if (added.length >= limit) {
    return { lines: added, total: found.total + added.length, hasOlder: true, freshCount: added.length };
  }
  // Lines may arrive late: those belong further down.
  const lines = [...added, ...found.lines].sort((a, b) => b.timeMs - a.timeMs).slice(0, MOST_LINES);
  return { ...found, lines, total: found.total + added.length, freshCount: added.length, more: undefined };
}

function unknownTo({ lines }: FoundLines, others: readonly FoundLine[]): FoundLine[] {
  const known = new Set(lines.map(({ id }) => id));
  return others.filter(({ id }) => !known.has(id));
}

function linesOf({ hits }: SearchAnswer): FoundLine[] {
  return hits.map(({ _index: index, _id: id, _source: source, sort }) => ({
    id: `${String(index)}#${String(id)}`,
    timeMs: Number(Array.isArray(sort) ? sort.at(-1) : NaN),
    document: source as FoundLine['document'],
  }));
}
