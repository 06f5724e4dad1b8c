import { type Matchers } from '../promql/matchers';
import { selectedMetrics } from '../promql/selectors';

/** A filter of a page as it concerns one system. */
export interface LabelFilter {
  /** What it is called on the page: environment, tenant, instance. */
  role: string;
  /** The label that plays the role in this system; absent when none does. */
  label?: string | undefined;
  /** Chosen values; several are alternatives. */
  values: readonly string[];
  /** Metrics that carry the label. */
  carriers: ReadonlySet<string>;
}

/**
 * What a page's filters do to an expression. A filter applies only when every metric of it carries the label: half a
 * ratio that is filtered would be a wrong number.
 * @returns the matchers to add, and the roles that cannot be applied.
 */
export function narrowing(
  expr: string,
  filters: readonly LabelFilter[]
): { matchers: Matchers; ignored: readonly string[] } {
  const metrics = selectedMetrics(expr);
  const applies = ({ label, carriers }: LabelFilter) =>
    label !== undefined && metrics.every((metric) => metric !== undefined && carriers.has(metric));
  return {
    matchers: Object.fromEntries(
      filters.filter(applies).map(({ label = '', values }) => [label, { anyOf: values }] as const)
    ),
    ignored: filters.filter((filter) => !applies(filter)).map(({ role }) => role),
  };
}
