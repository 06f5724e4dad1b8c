import { z } from 'zod';
import { isLabelName, isMetricName, type Matcher, type Matchers } from '../../domain/promql/matchers';

/** Ids stand in URLs, labels and file names. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'must be lower-case words joined by "-" or "_", e.g. "nops-kernel"')
  .max(64);

export const title = z.string().trim().min(1, 'must not be empty').max(120);
export const text = z.string().trim().min(1, 'must not be empty').max(4000);
export const requirementIds = z
  .array(z.string().regex(/^[A-Z]+(?:-[A-Z0-9]+)+$/, 'must be like "ENIS-PANEL-01"'))
  .readonly();

/** A PromQL duration such as `5m` or `1h30m`. */
export const duration = z
  .string()
  .regex(/^(?:\d+(?:ms|[smhdwy]))+$/, 'must be a duration such as "5m", "1h30m" or "28d"');

/** A share of something, 0 and 1 included. */
export const share = z.number().min(0).max(1);

/** An objective; 1 would leave no error budget to divide by. */
export const targetRatio = z.number().gt(0, 'must be above 0').lt(1, 'must be below 1 (write 99.9 % as 0.999)');

export const metricName = z.string().refine(isMetricName, { error: 'is not a valid metric name' });
export const labelName = z.string().refine(isLabelName, { error: 'is not a valid label name' });

export const regex = z.string().refine(compiles, { error: 'is not a valid regular expression' });

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

export const matcher: z.ZodType<Matcher> = z.union(
  [
    z.string(),
    z.strictObject({ not: z.string() }),
    z.strictObject({ re: regex }),
    z.strictObject({ notRe: regex }),
    z.strictObject({ anyOf: z.array(z.string()).min(1).readonly() }),
  ],
  { error: 'must be a value, or one of {not}, {re}, {notRe}, {anyOf}' }
);

export const matchers: z.ZodType<Matchers> = z.record(labelName, matcher).readonly();

export const selector = z.strictObject({ metric: metricName, where: matchers.optional() });
