/** Index after the white space that begins at `at`, if any. */
export function endOfSpace(text: string, at: number): number {
  let end = at;
  while (/\s/.test(text.charAt(end))) {
    end += 1;
  }
  return end;
}

/** Index after the metric or label name that begins at `at`, if any. */
export function endOfWord(text: string, at: number): number {
  let end = at;
  while (/[a-zA-Z0-9_:]/.test(text.charAt(end))) {
    end += 1;
  }
  return end;
}

/** Index after the quoted string that begins at `at`; the end of the text when it is never closed. */
export function endOfString(text: string, at: number): number {
  const quote = text.charAt(at);
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== quote) {
    // Between backticks a backslash is a backslash.
    end += text.charAt(end) === '\\' && quote !== '`' ? 2 : 1;
  }
  return Math.min(end + 1, text.length);
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Index after the bracket that closes the one at `at`; strings inside do not count. */
export function closingBracket(text: string, at: number): number {
  const close = CLOSING[text.charAt(at)];
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== close) {
    end = `"'\``.includes(text.charAt(end)) ? endOfString(text, end) : end + 1;
  }
  return Math.min(end + 1, text.length);
}
