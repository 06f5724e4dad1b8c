import { quotePhrase } from '../logs/lucene';

/**
 * Values of labels come from outside, and some from whoever sends requests. Each place where one is written has its own
 * way of taking it as a plain value.
 */

/** A value inside a quoted phrase of Lucene; the result carries no quotes. */
export function insideLucenePhrase(value: string): string {
  return quotePhrase(value).slice(1, -1);
}

/** A value as one path segment or parameter of a URL. Lone surrogates, which cannot be encoded, become U+FFFD. */
export function urlPart(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

// A terminal may act on control characters that are pasted, and text directions can hide what is copied.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/** A value without characters that cannot be seen; each becomes a space. */
export function visible(value: string): string {
  return value.replace(UNSEEN, ' ');
}

/**
 * A value as one word of a POSIX shell, quoted unless every character is harmless.
 * @returns undefined for a value that begins with `-`, which commands would read as an option.
 */
export function shellWord(value: string): string | undefined {
  const word = visible(value);
  if (word.startsWith('-')) {
    return undefined;
  }
  return /^[A-Za-z0-9_@%+:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A value as plain text of Markdown, in the middle of a line or at its beginning: no markup, HTML or link. */
export function markdownText(value: string): string {
  return (
    visible(value)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/[\\`*_[\]()#~|!]/g, '\\$&')
      .replace(/^(\s*)([-+=])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/, '$1\\$2')
      // What looks like an address would become a link.
      .replaceAll('://', ':&#47;&#47;')
      .replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`)
      .replaceAll('@', '&#64;')
  );
}
