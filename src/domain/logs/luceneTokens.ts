/** A piece of a query, as Lucene's classic grammar cuts it. */
export interface LuceneToken {
  kind: 'word' | 'wild' | 'phrase' | 'regex' | 'range' | 'joint' | 'sign' | '(' | ')' | ':' | 'boost' | 'slop';
  text: string;
  /** Counted from 1, as people do. */
  position: number;
}

type Cut = { tokens: LuceneToken[] } | { problem: string };

const START = String.raw`[^ \t\n\r\u3000+\-!():^[\]"{}~*?\\/]|\\[\s\S]`;
const WORD = new RegExp(String.raw`(?:${START}|[*?])(?:${START}|[-+*?])*`, 'y');
const BOUND = String.raw`(?:"(?:\\"|[^"])+"|[^ \t\n\r\u3000\]}]+)`;
const SPACE = String.raw`[ \t\n\r\u3000]*`;

/** The longest match counts; where two kinds match, the earlier one. */
const PATTERNS: ReadonlyArray<readonly [kind: LuceneToken['kind'], pattern: RegExp]> = [
  ['phrase', /"(?:[^"\\]|\\[\s\S])*"/y],
  ['regex', /\/(?:\\\/|[^/])*\//y],
  ['range', new RegExp(String.raw`[[{]${SPACE}${BOUND}[ \t\n\r\u3000]+TO[ \t\n\r\u3000]+${BOUND}${SPACE}[\]}]`, 'y')],
  ['boost', /\^\d+(?:\.\d+)?/y],
  ['slop', new RegExp(`~(?:${START}|[-+])*`, 'y')],
  ['(', /\(/y],
  [')', /\)/y],
  [':', /:/y],
  // Before a space a sign is a word, though none that names a field.
  ['wild', /[-+!](?=[ \t\n\r\u3000])/y],
  ['sign', /[-+!]/y],
];
const JOINTS = new Set(['AND', 'OR', '&&', '||']);
/** What begins something that has to be ended. */
const UNENDED: Readonly<Record<string, string>> = { '"': 'quote', '/': 'slash' };

/** Cuts a query, or says where it cannot be cut. */
export function cutLucene(query: string): Cut {
  const tokens: LuceneToken[] = [];
  for (let at = 0; at < query.length;) {
    if (/[ \t\n\r\u3000]/.test(query.charAt(at))) {
      at += 1;
      continue;
    }
    const token = wordAt(query, at) ?? otherAt(query, at);
    if (!token) {
      return { problem: whyNone(query, at) };
    }
    if (token.kind === 'slop' && !/^~(?:\d+(?:\.\d+)?)?$/.test(token.text)) {
      return { problem: `The "~" at character ${at + 1} takes a number only: "${token.text}".` };
    }
    if (/(?:^|[^\\])(?:\\\\)*\\u(?![0-9a-f]{4})/i.test(token.text)) {
      return { problem: `The character code after "\\u" at character ${at + 1} needs four hexadecimal digits.` };
    }
    tokens.push(token);
    at += token.text.length;
  }
  return { tokens };
}

function matchAt(pattern: RegExp, query: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(query)?.[0];
}

function wordAt(query: string, at: number): LuceneToken | undefined {
  const text = matchAt(WORD, query, at);
  if (text === undefined) {
    return undefined;
  }
  const isWild = /[*?]/.test(text.replace(/\\[\s\S]/g, ''));
  const kind = JOINTS.has(text) ? 'joint' : text === 'NOT' ? 'sign' : isWild && text !== '*' ? 'wild' : 'word';
  return { kind, text, position: at + 1 };
}

function otherAt(query: string, at: number): LuceneToken | undefined {
  for (const [kind, pattern] of PATTERNS) {
    const text = matchAt(pattern, query, at);
    if (text !== undefined) {
      return { kind, text, position: at + 1 };
    }
  }
  return undefined;
}

function whyNone(query: string, at: number): string {
  const character = query.charAt(at);
  const where = `at character ${at + 1}`;
  const rest = query.slice(at).replace(/\\[\s\S]/g, '');
  if (character === '\\') {
    return 'The backslash at the end escapes nothing.';
  }
  if (character === '[' || character === '{') {
    return /[\]}]/.test(rest)
      ? `The range ${where} has to be like [1 TO 5]; * leaves an end open.`
      : `The bracket "${character}" ${where} is not closed.`;
  }
  if (character === '^') {
    return `The "^" ${where} needs a number after it.`;
  }
  const unended = UNENDED[character];
  return unended ? `The ${unended} ${where} is not closed.` : `The bracket "${character}" ${where} closes nothing.`;
}
