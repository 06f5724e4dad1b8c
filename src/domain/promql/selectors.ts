import { durationMs } from './duration';
import { type Matchers, renderMatchers } from './matchers';
import { closingBracket, endOfSpace, endOfString, endOfWord } from './scan';

/** A vector selector as it stands in an expression: `metric{matchers}[range] offset offset`. */
export interface SelectorText {
  /** Absent when the name is given by a matcher. */
  metric?: string | undefined;
  /** What stands between the braces. */
  matchers: string;
  /** `[5m]`, with its brackets; empty for an instant vector. */
  range: string;
  /** `1h` or `-5m`; empty for none. */
  offset: string;
}

const WORD_START = /[a-zA-Z_:]/;
const NUMBER = /^(?:0x[0-9a-f]+|[0-9.]+(?:e[+-]?[0-9]+|[a-z0-9.]*))/i;
const VARIABLE = /^\$(?:\{[^}]*\}|\w+)/;
const OFFSET = /^\s*offset\s+(-?(?:\d+(?:ms|[smhdwy]))+|-?\d+(?:\.\d+)?)/i;

/** Words that take a list of labels in parentheses. */
const LABEL_LISTS = new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right']);
/** Words that are no metric although no parenthesis follows. */
const WORDS = new Set(
  (
    'and or unless bool atan2 offset inf nan start end sum min max avg group stddev stdvar count count_values ' +
    'bottomk topk quantile limitk limit_ratio'
  ).split(' ')
);

/**
 * Rewrites every vector selector of a PromQL expression and leaves the rest as it is. Grafana's variables may stand
 * where PromQL has a duration or a number.
 */
export function mapSelectors(expr: string, rewrite: (selector: SelectorText) => SelectorText): string {
  let result = '';
  let at = 0;
  while (at < expr.length) {
    const end = endOfAtom(expr, at);
    if (end !== undefined) {
      result += expr.slice(at, end);
      at = end;
      continue;
    }
    const { selector, end: afterSelector } = readSelector(expr, at);
    result += render(rewrite(selector));
    at = afterSelector;
  }
  return result;
}

/** End of what begins at `at` and is no selector; `undefined` where a selector begins. */
function endOfAtom(expr: string, at: number): number | undefined {
  const first = expr.charAt(at);
  const rest = expr.slice(at);
  if (`"'\``.includes(first)) {
    return endOfString(expr, at);
  }
  if (first === '#') {
    const line = expr.indexOf('\n', at);
    return line < 0 ? expr.length : line;
  }
  if (first === '[') {
    return closingBracket(expr, at);
  }
  if (first === '{') {
    return undefined;
  }
  if (WORD_START.test(first)) {
    return endOfPlainWord(expr, at);
  }
  return at + (VARIABLE.exec(rest) ?? NUMBER.exec(rest) ?? [first])[0].length;
}

function endOfPlainWord(expr: string, at: number): number | undefined {
  const end = endOfWord(expr, at);
  const word = expr.slice(at, end).toLowerCase();
  const next = endOfSpace(expr, end);
  if (LABEL_LISTS.has(word)) {
    return expr.charAt(next) === '(' ? closingBracket(expr, next) : end;
  }
  // A metric may be called like an operator only where braces follow, and nobody does that.
  return WORDS.has(word) || expr.charAt(next) === '(' ? end : undefined;
}

function readSelector(expr: string, start: number): { selector: SelectorText; end: number } {
  let end = endOfWord(expr, start);
  const metric = end > start ? expr.slice(start, end) : undefined;
  const braces = bracketed(expr, end, '{');
  end = braces.end;
  const range = bracketed(expr, end, '[');
  end = range.end;
  const offset = OFFSET.exec(expr.slice(end));
  return {
    selector: { metric, matchers: braces.text.slice(1, -1), range: range.text, offset: offset?.[1] ?? '' },
    end: end + (offset?.[0].length ?? 0),
  };
}

function bracketed(expr: string, at: number, open: '{' | '['): { text: string; end: number } {
  const start = endOfSpace(expr, at);
  if (expr.charAt(start) !== open) {
    return { text: '', end: at };
  }
  const end = closingBracket(expr, start);
  return { text: expr.slice(start, end), end };
}

function render({ metric = '', matchers, range, offset }: SelectorText): string {
  const braces = matchers.trim() === '' && metric !== '' ? '' : `{${matchers}}`;
  return `${metric}${braces}${range}${offset === '' ? '' : ` offset ${offset}`}`;
}

/** Names of the metrics that an expression reads, in order; `undefined` for a selector that names none. */
export function selectedMetrics(expr: string): Array<string | undefined> {
  const names: Array<string | undefined> = [];
  mapSelectors(expr, (selector) => {
    names.push(selector.metric);
    return selector;
  });
  return [...new Set(names)];
}

/** The expression as it was `offset` ago (a PromQL duration). Offsets that it has are added to. */
export function withOffset(expr: string, offset: string): string {
  const addedMs = durationMs(offset);
  return mapSelectors(expr, (selector) => {
    if (selector.offset === '') {
      return { ...selector, offset };
    }
    const totalMs = addedMs + offsetMs(selector.offset);
    return { ...selector, offset: totalMs === 0 ? '' : `${totalMs}ms` };
  });
}

function offsetMs(offset: string): number {
  const sign = offset.startsWith('-') ? -1 : 1;
  const amount = offset.replace(/^-/, '');
  return sign * (/^[\d.]+$/.test(amount) ? Number(amount) * 1000 : durationMs(amount));
}

/** The expression with further matchers on every selector; a trailing comma or none at all makes no difference. */
export function withMatchers(expr: string, matchers: Matchers): string {
  const added = renderMatchers(matchers);
  return added === ''
    ? expr
    : mapSelectors(expr, (selector) => {
        const own = selector.matchers.trim().replace(/,$/, '');
        return { ...selector, matchers: own === '' ? added : `${own},${added}` };
      });
}
