import * as z from 'zod/mini';
import { isLabelName, isMetricName, type Matcher, type Matchers } from '../../domain/promql/matchers';
import { list, nonEmptyList } from './shapes';

/** Ids stand in URLs, labels and file names. */
export const id = z
  .string()
  .check(
    z.regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'must be lower-case words joined by "-" or "_", e.g. "nops-kernel"'),
    z.maxLength(64)
  );

export const title = z.string().check(z.trim(), z.minLength(1, 'must not be empty'), z.maxLength(120));
export const text = z.string().check(z.trim(), z.minLength(1, 'must not be empty'), z.maxLength(4000));
export const requirementIds = list(
  z.string().check(z.regex(/^[A-Z]+(?:-[A-Z0-9]+)+$/, 'must be like "ENIS-PANEL-01"'))
);

/** A PromQL duration such as `5m` or `1h30m`. */
export const duration = z
  .string()
  .check(z.regex(/^(?:\d+(?:ms|[smhdwy]))+$/, 'must be a duration such as "5m", "1h30m" or "28d"'));

/** A share of something, 0 and 1 included. */
export const share = z.number().check(z.gte(0), z.lte(1));

/** An objective; 1 would leave no error budget to divide by. */
export const targetRatio = z
  .number()
  .check(z.gt(0, 'must be above 0'), z.lt(1, 'must be below 1 (write 99.9 % as 0.999)'));

export const metricName = z.string().check(z.refine(isMetricName, { error: 'is not a valid metric name' }));
export const labelName = z.string().check(z.refine(isLabelName, { error: 'is not a valid label name' }));

export const regex = z.string().check(z.refine(compiles, { error: 'is not a valid regular expression' }));

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

export const matcher: z.ZodMiniType<Matcher> = z.union(
  [
    z.string(),
    z.strictObject({ not: z.string() }),
    z.strictObject({ re: regex }),
    z.strictObject({ notRe: regex }),
    z.strictObject({ anyOf: nonEmptyList(z.string()) }),
  ],
  { error: 'must be a value, or one of {not}, {re}, {notRe}, {anyOf}' }
);

export const matchers: z.ZodMiniType<Matchers> = z.readonly(z.record(labelName, matcher));

export const selector = z.strictObject({ metric: metricName, where: z.optional(matchers) });
