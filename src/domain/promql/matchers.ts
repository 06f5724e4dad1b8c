/** How one label is matched. A bare string means equality. */
export type Matcher = string | { not: string } | { re: string } | { notRe: string } | { anyOf: readonly string[] };

/** Label name → matcher. */
export type Matchers = Readonly<Record<string, Matcher>>;

/** A metric with label matchers. */
export interface Selector {
  metric: string;
  where?: Matchers | undefined;
}

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** True when `name` may stand as a metric name in classic PromQL. */
export function isMetricName(name: string): boolean {
  return METRIC_NAME.test(name);
}

/** True when `name` may stand as a label name in classic PromQL. */
export function isLabelName(name: string): boolean {
  return LABEL_NAME.test(name);
}

/** Escapes a value for a double-quoted PromQL string; the result carries no quotes. */
export function escapeString(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

/** Escapes a literal for use inside an RE2 pattern (before `escapeString`). */
export function escapeRegex(value: string): string {
  return value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function renderMatcher(label: string, matcher: Matcher): string {
  if (!isLabelName(label)) {
    throw new Error(`"${label}" is not a valid label name`);
  }
  if (typeof matcher === 'string') {
    return `${label}="${escapeString(matcher)}"`;
  }
  if ('not' in matcher) {
    return `${label}!="${escapeString(matcher.not)}"`;
  }
  if ('re' in matcher) {
    return `${label}=~"${escapeString(matcher.re)}"`;
  }
  if ('notRe' in matcher) {
    return `${label}!~"${escapeString(matcher.notRe)}"`;
  }
  return `${label}=~"${escapeString(matcher.anyOf.map(escapeRegex).join('|'))}"`;
}

/** Renders `label="value",…`, sorted by label. */
export function renderMatchers(where: Matchers): string {
  return Object.keys(where)
    .sort()
    .map((label) => renderMatcher(label, where[label] as Matcher))
    .join(',');
}

/**
 * Renders `metric{label="value",…}`. Labels are sorted, so equal selectors are equal strings (queries are
 * de-duplicated by their text).
 * @throws Error when the metric or a label name is not valid PromQL.
 */
export function renderSelector({ metric, where = {} }: Selector): string {
  if (!isMetricName(metric)) {
    throw new Error(`"${metric}" is not a valid metric name`);
  }
  const matchers = renderMatchers(where);
  return matchers === '' ? metric : `${metric}{${matchers}}`;
}

/** Adds matchers to a selector; where both name a label, the added one wins. */
export function narrow(selector: Selector, added: Matchers): Selector {
  return { metric: selector.metric, where: { ...selector.where, ...added } };
}
