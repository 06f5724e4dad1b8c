import { type FreeformSli } from '../slo/types';

/** What a query of another tool becomes: PromQL that counts within `$window`. */
export type Counted = { ok: true; expr: string; note?: string } | { ok: false; message: string };

/** Go template of a window, as Sloth writes it. */
const GO_WINDOW = /\{\{\s*-?\s*\.window\s*-?\s*\}\}/g;
const RATE_OF_WINDOW = /\brate(\s*\([^()]*\[\s*\$window\s*\]\s*\))/g;
const SELECTOR = /^[a-zA-Z_:][a-zA-Z0-9_:]*(\s*\{[^{}]*\})?$/;
const SUMMED_SELECTOR = /^sum\s*\(\s*([a-zA-Z_:][a-zA-Z0-9_:]*(?:\s*\{[^{}]*\})?)\s*\)$/;
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g;
const RANGE = /\[([^\][]*)\]/g;

/** An expression whose strings are out of the way, because parentheses and brackets in them mean nothing. */
function masked(expr: string): { text: string; restore: (text: string) => string } {
  const strings: string[] = [];
  const text = expr.replace(STRING, (found) => `"${strings.push(found) - 1}"`);
  return {
    text,
    restore: (changed) => changed.replace(/"(\d+)"/g, (_all, index: string) => strings[Number(index)] ?? ''),
  };
}

function countedOutsideStrings(query: string, count: (expr: string) => Counted): Counted {
  const { text, restore } = masked(query);
  const counted = count(text);
  return counted.ok ? { ...counted, expr: restore(counted.expr) } : counted;
}

/**
 * A query whose windows are placeholders. Rates per second become counts, which have the same ratio and can be added up
 * over any window.
 */
export function countedTemplate(query: string): Counted {
  return countedOutsideStrings(query.replace(GO_WINDOW, '$window').trim(), countedWindows);
}

function countedWindows(expr: string): Counted {
  if (!expr.includes('$window')) {
    return { ok: false, message: 'has no window: write {{.window}} as the range of its series' };
  }
  if (expr.includes('{{')) {
    return { ok: false, message: 'has a template that is not {{.window}}' };
  }
  const counted = expr.replace(RATE_OF_WINDOW, 'increase$1');
  const isCount = !/\brate\s*\(/.test(counted) && /\bincrease\s*\(|_over_time\s*\(/.test(counted);
  return {
    ok: true,
    expr: summed(counted),
    ...(isCount ? {} : { note: 'keeps its own unit: ratios are right, and the numbers of events are not events' }),
  };
}

/** A counter: a selector, a sum of one, or an expression with rates or increases over one fixed range. */
export function countedCounter(query: string): Counted {
  return countedOutsideStrings(query.trim(), (expr) => {
    const selector = SELECTOR.test(expr) ? expr : SUMMED_SELECTOR.exec(expr)?.[1];
    if (selector !== undefined) {
      return { ok: true, expr: `sum(increase(${selector}[$window]))` };
    }
    const ranges = [...expr.matchAll(RANGE)].map(([, range]) => range ?? '');
    if (ranges.length === 0) {
      return {
        ok: false,
        message: 'cannot be counted: it is neither a counter nor does it have a range such as increase(x[5m])',
      };
    }
    if (ranges.some((range) => range.includes(':'))) {
      return { ok: false, message: 'has a subquery, whose range cannot be replaced' };
    }
    return countedWindows(expr.replace(RANGE, '[$window]'));
  });
}

/** The same expression over any window; subqueries keep their ranges. */
export function withWindow(query: string): string {
  const { text, restore } = masked(query);
  return restore(text.replace(RANGE, (all, range: string) => (range.includes(':') ? all : '[$window]')));
}

/** Names of the metrics that expressions read: every name before a brace or a range. */
export function metricsOf(...expressions: readonly string[]): string[] {
  const names = expressions.flatMap((expr) =>
    [
      ...expr
        .replace(STRING, '""')
        .replaceAll('$window', '5m')
        .matchAll(/([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(?=[{[])/g),
    ].map(([, name]) => name ?? '')
  );
  return [...new Set(names)];
}

/** Events that fail, of all. Without a series of failures there are none. */
export function failuresOf(total: string, bad: string): FreeformSli {
  return { kind: 'freeform', total, bad, metrics: metricsOf(total, bad) };
}

/** Events that go well, of all. Without a series of these nothing is counted: everything would seem to fail, or nothing. */
export function successesOf(total: string, good: string): FreeformSli {
  return {
    kind: 'freeform',
    total: `${total} and ${good}`,
    bad: `clamp_min(${total} - ${good}, 0)`,
    metrics: metricsOf(total, good),
  };
}

/** A ratio of errors that somebody else has made: every moment weighs the same, however many events it had. */
export function ratioOf(errorRatio: string): FreeformSli {
  return {
    kind: 'freeform',
    total: `(${errorRatio} >= 0) * 0 + 1`,
    bad: `${errorRatio} >= 0`,
    metrics: metricsOf(errorRatio),
  };
}

/** One series without labels, whatever the query keeps. */
function summed(expr: string): string {
  return /^sum\s*\(/.test(expr) && closesAtEnd(expr) ? expr : `sum(${expr})`;
}

/** True when the first parenthesis is closed by the last character, so that the first function spans everything. */
function closesAtEnd(expr: string): boolean {
  let depth = 0;
  for (let at = expr.indexOf('('); at < expr.length; at++) {
    const character = expr[at];
    if (character === '(') {
      depth += 1;
    } else if (character === ')') {
      depth -= 1;
      if (depth === 0) {
        return at === expr.length - 1;
      }
    }
  }
  return false;
}
