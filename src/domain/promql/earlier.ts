import { durationMs } from './duration';
import { mapSelectors, type SelectorText, withOffset } from './selectors';

// Windows as long as this may reach back to before anything was recorded.
const LONG_WINDOW_MS = 3_600_000;
const PAGE_WINDOW = '$__range';

/**
 * An expression as it was `offset` ago (a PromQL duration). Counts over a long window are left out when nothing was
 * recorded at the window's beginning: half a window would be taken for a small number.
 */
export function earlierExpression(expr: string, offset: string): string {
  const shifted = withOffset(expr, offset);
  const longest = longestWindow(expr);
  if (!longest) {
    return shifted;
  }
  const start = withOffset(`${longest.metric ?? ''}{${longest.matchers}}`, offset);
  const recorded = `count(last_over_time((${start})[5m:1m] offset ${windowOf(longest)})) > 0`;
  return `(${shifted}) and on () (${recorded})`;
}

function longestWindow(expr: string): SelectorText | undefined {
  let longest: SelectorText | undefined;
  mapSelectors(expr, (selector) => {
    if (lengthOf(selector) >= LONG_WINDOW_MS && (!longest || lengthOf(selector) > lengthOf(longest))) {
      longest = selector;
    }
    return selector;
  });
  return longest;
}

const windowOf = ({ range }: SelectorText) => range.slice(1, -1).trim();

/** 0 for none, and for windows that only Grafana knows, which are short; the page's range may be long. */
function lengthOf(selector: SelectorText): number {
  const window = windowOf(selector);
  if (window === PAGE_WINDOW) {
    return Infinity;
  }
  return /^(\d+[a-z]+)+$/.test(window) ? durationMs(window) : 0;
}
