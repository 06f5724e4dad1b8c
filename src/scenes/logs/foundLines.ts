import { type SearchAnswer } from '../../datasources/elasticsearch';
import { type DataSourceError } from '../../datasources/errors';
import { type TimeWindow } from '../../datasources/types';
import { type PageStart } from './linesSearch';

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
  /** How many lines the latest look at what is new has brought, nearly always the first ones of the list. */
  freshCount: number;
  /** More lines are on their way, or could not be had. */
  more?: 'loading' | DataSourceError | undefined;
}

/** More than that is too much for a browser's memory, and for anybody to read. */
export const MOST_LINES = 10_000;

export const NO_LINES: FoundLines = { lines: [], total: 0, hasOlder: false, freshCount: 0 };

/** The first page. @param limit how many were asked for. */
export function firstPage(answer: SearchAnswer, limit: number): FoundLines {
  const lines = linesOf(answer);
  return { lines, total: answer.total ?? lines.length, hasOlder: lines.length >= limit, freshCount: 0 };
}

/** Where the page after the last line begins. */
export function nextPage({ lines }: FoundLines): PageStart | undefined {
  const upToMs = lines.at(-1)?.timeMs;
  return upToMs === undefined ? undefined : { upToMs, knownCount: countWhere(lines, (timeMs) => timeMs === upToMs) };
}

/** With the page after the last line. Its known lines are left out. @param limit how many new ones were asked for. */
export function withOlder(found: FoundLines, answer: SearchAnswer, limit: number): FoundLines {
  const added = unknownTo(found, linesOf(answer));
  return {
    ...found,
    lines: [...found.lines, ...added].slice(0, MOST_LINES),
    hasOlder: added.length >= limit && found.lines.length + added.length < MOST_LINES,
    more: undefined,
  };
}

/** How far back to look again: stores show lines some seconds after they were written, and shippers are late. */
const LATE_MS = 60_000;

/** Where to look for what came meanwhile, and how many of the known lines will come again. */
export function newerWindow(found: FoundLines, range: TimeWindow): { window: TimeWindow; knownCount: number } {
  const { lines } = found;
  const fromMs = Math.max(range.fromMs, (lines[0]?.timeMs ?? range.fromMs) - LATE_MS, endMs(found));
  return { window: { fromMs, toMs: range.toMs }, knownCount: countWhere(lines, (timeMs) => timeMs >= fromMs) };
}

interface Newer {
  answer: SearchAnswer;
  /** How many lines match in the whole time range now. */
  total: number | undefined;
  /** Begin of the time range, which moves on. */
  fromMs: number;
}

/**
 * With what came meanwhile. When more came than were asked for there would be a hole, so the list begins anew: the
 * older ones can be loaded again.
 * @param limit how many new ones were asked for.
 */
export function withNewer(found: FoundLines, { answer, total, fromMs }: Newer, limit: number): FoundLines {
  const lastMs = endMs(found);
  // What is older than the list belongs to its next page.
  const added = unknownTo(found, linesOf(answer)).filter(({ timeMs }) => timeMs > lastMs);
  const all = total ?? found.total + added.length;
  if (added.length >= limit) {
    return { lines: linesOf(answer), total: all, hasOlder: true, freshCount: added.length };
  }
  const kept = found.lines.filter(({ timeMs }) => timeMs >= fromMs);
  // Lines may arrive late: those belong further down. Sorting is stable, so known lines of one moment stay as they are.
  const lines = [...added, ...kept].sort((a, b) => b.timeMs - a.timeMs);
  return { ...found, lines: lines.slice(0, MOST_LINES), total: all, freshCount: added.length };
}

/** Where the list ends, when there are older lines than that. */
const endMs = ({ lines, hasOlder }: FoundLines) => (hasOlder ? lines.at(-1)?.timeMs : undefined) ?? -Infinity;

const countWhere = (lines: readonly FoundLine[], matches: (timeMs: number) => boolean) =>
  lines.reduce((count, { timeMs }) => count + Number(matches(timeMs)), 0);

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
