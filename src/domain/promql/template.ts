import { type Window } from './expressions';
import { type Matchers, renderMatchers } from './matchers';

/** What the placeholders of a free expression stand for. */
export interface TemplateValues {
  by: readonly string[];
  where: Matchers;
  window: Window;
}

/**
 * Fills the placeholders of a free expression: `$window`, `$by` (a comma-separated label list) and `$where`, which is
 * written inside braces after at least one matcher: `up{job="x", $where}`.
 * Grafana's own variables (`$__range`, …) are left alone.
 */
export function renderTemplate(expr: string, { by, where, window }: TemplateValues): string {
  const matchers = renderMatchers(where);
  return expr
    .replace(/,\s*\$where\b/g, () => (matchers ? `, ${matchers}` : ''))
    .replace(/\$where\b/g, () => matchers)
    .replace(/\$by\b/g, () => by.join(', '))
    .replace(/\$window\b/g, () => window);
}
