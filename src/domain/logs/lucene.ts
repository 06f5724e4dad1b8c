/**
 * Lucene query strings as Elasticsearch's `query_string` reads them. Values are always quoted: inside quotes only the
 * backslash and the quote are special, and `<` and `>`, which cannot be escaped outside, are harmless.
 */

/** A part of a query that may be combined with others. */
export type LuceneQuery = string;

/** Matches every document. */
export const MATCH_ALL: LuceneQuery = '*';

const SPECIAL_IN_NAMES = /[+\-=&|!(){}[\]^"~*?:\\/\s]/g;
const SPECIAL_IN_WILDCARDS = /[+\-=&|!(){}[\]^"~:\\/\s]/g;

/** A value as a quoted phrase. Control characters that break a line become spaces, as the analyser reads them. */
export function quotePhrase(value: string): LuceneQuery {
  return `"${value.replace(/[\r\n\t]/g, ' ').replace(/[\\"]/g, '\\$&')}"`;
}

/** A field name. `<` and `>` cannot be escaped, and no field name needs them: they are dropped. */
export function escapeFieldName(name: string): LuceneQuery {
  return name.replace(/[<>]/g, '').replace(SPECIAL_IN_NAMES, '\\$&');
}

/** `field:"value"`. On a keyword field an exact match, on a text field a phrase. */
export function fieldEquals(field: string, value: string | number | boolean): LuceneQuery {
  return `${escapeFieldName(field)}:${quotePhrase(String(value))}`;
}

/** The field has one of the values; without values nothing matches. */
export function fieldAnyOf(field: string, values: ReadonlyArray<string | number | boolean>): LuceneQuery {
  return values.length === 0 ? matchNone() : or(values.map((value) => fieldEquals(field, value)));
}

/** The field matches a pattern in which `*` and `?` are wildcards; everything else is literal. */
export function fieldLike(field: string, pattern: string): LuceneQuery {
  const escaped = pattern.replace(/[<>]/g, '?').replace(SPECIAL_IN_WILDCARDS, '\\$&');
  return `${escapeFieldName(field)}:${escaped === '' ? '""' : escaped}`;
}

/** The field has a value. */
export function fieldExists(field: string): LuceneQuery {
  return `_exists_:${escapeFieldName(field)}`;
}

/**
 * The field is a number between the bounds, both included; an absent bound is open.
 * @throws RangeError when a bound is not finite.
 */
export function fieldBetween(field: string, bounds: { min?: number; max?: number }): LuceneQuery {
  for (const bound of [bounds.min, bounds.max]) {
    if (bound !== undefined && !Number.isFinite(bound)) {
      throw new RangeError(`${field}: ${bound} is no bound of a range`);
    }
  }
  return `${escapeFieldName(field)}:[${bounds.min ?? '*'} TO ${bounds.max ?? '*'}]`;
}

/** All parts hold. Empty parts and `*` are left out; without parts everything matches. */
export function and(parts: readonly LuceneQuery[]): LuceneQuery {
  return (
    join(
      parts.filter((part) => !isBlank(part) && !isMatchAll(part)),
      'AND'
    ) ?? MATCH_ALL
  );
}

/** At least one part holds. Without parts nothing matches. */
export function or(parts: readonly LuceneQuery[]): LuceneQuery {
  const given = parts.filter((part) => !isBlank(part));
  return given.some(isMatchAll) ? MATCH_ALL : (join(given, 'OR') ?? matchNone());
}

/** The part does not hold. */
export function not(part: LuceneQuery): LuceneQuery {
  return `(${MATCH_ALL} AND NOT (${part}))`;
}

/** Matches no document. */
export function matchNone(): LuceneQuery {
  return `(${MATCH_ALL} AND NOT ${MATCH_ALL})`;
}

// Parts themselves are not trimmed: a space at the end may be escaped.
function isBlank(part: LuceneQuery): boolean {
  return part.trim() === '';
}

function isMatchAll(part: LuceneQuery): boolean {
  return part.trim() === MATCH_ALL;
}

function join(parts: readonly LuceneQuery[], operator: 'AND' | 'OR'): LuceneQuery | undefined {
  return parts.length < 2 ? parts[0] : parts.map((part) => `(${part})`).join(` ${operator} `);
}
