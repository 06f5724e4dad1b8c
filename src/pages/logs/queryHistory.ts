/** A query that the reader asked before. */
export interface KeptQuery {
  query: string;
  /** Kept until the reader drops it; the others make room. */
  isSaved: boolean;
}

const MOST_RECENT = 20;
const MOST_SAVED = 50;

/** The list with a query that was just asked in front. Saved ones stay saved. */
export function asked(kept: readonly KeptQuery[], query: string): KeptQuery[] {
  const text = query.trim();
  if (text === '') {
    return [...kept];
  }
  const isSaved = kept.some((one) => one.query === text && one.isSaved);
  return trimmed([{ query: text, isSaved }, ...kept.filter((one) => one.query !== text)]);
}

/** The list with a query saved, or no longer. */
export function saved(kept: readonly KeptQuery[], query: string, isSaved: boolean): KeptQuery[] {
  return trimmed(kept.map((one) => (one.query === query ? { ...one, isSaved } : one)));
}

/** What of a stored value can be used. */
export function readKept(stored: unknown): KeptQuery[] | undefined {
  return Array.isArray(stored)
    ? stored.filter(
        (one): one is KeptQuery =>
          typeof one === 'object' && one !== null && typeof one.query === 'string' && typeof one.isSaved === 'boolean'
      )
    : undefined;
}

function trimmed(kept: readonly KeptQuery[]): KeptQuery[] {
  const room = { true: MOST_SAVED, false: MOST_RECENT };
  return kept.filter(({ isSaved }) => room[`${isSaved}`]-- > 0);
}
