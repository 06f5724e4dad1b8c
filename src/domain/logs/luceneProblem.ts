const CLOSING: Readonly<Record<string, readonly string[]>> = { ')': ['('], ']': ['[', '{'], '}': ['[', '{'] };
const OPENING = new Set(['(', '[', '{']);

interface Open {
  bracket: string;
  /** Counted from 1, as people do. */
  position: number;
}

/**
 * What is wrong with a query that a person typed, as far as brackets, quotes and dangling operators go; undefined when
 * nothing is. Checked before it is combined with other conditions: `a) OR (b` would change what they mean.
 */
export function luceneProblem(query: string): string | undefined {
  const open: Open[] = [];
  let quoteAt: number | undefined;
  for (let index = 0; index < query.length; index++) {
    const character = query.charAt(index);
    if (character === '\\') {
      index += 1;
      if (index === query.length) {
        return 'The backslash at the end escapes nothing.';
      }
    } else if (character === '"') {
      quoteAt = quoteAt === undefined ? index + 1 : undefined;
    } else if (quoteAt === undefined && !track(open, character, index + 1)) {
      return `The bracket "${character}" at character ${index + 1} closes nothing.`;
    }
  }
  if (quoteAt !== undefined) {
    return `The quote at character ${quoteAt} is not closed.`;
  }
  const last = open.at(-1);
  if (last) {
    return `The bracket "${last.bracket}" at character ${last.position} is not closed.`;
  }
  const dangling = /(?:^|\s)(AND|OR|NOT|&&|\|\|)\s*$/.exec(query)?.[1];
  return dangling === undefined ? undefined : `The query ends with ${dangling}.`;
}

/** False when the character closes a bracket that is not open. */
function track(open: Open[], character: string, position: number): boolean {
  if (OPENING.has(character)) {
    open.push({ bracket: character, position });
    return true;
  }
  const openers = CLOSING[character];
  return openers === undefined || openers.includes(open.pop()?.bracket ?? '');
}
