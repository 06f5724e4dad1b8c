import * as z from 'zod/mini';
import { type Signal } from '../../domain/signals/types';
import { duration, labelName, matchers, metricName, requirementIds, selector, text, title } from './primitives';
import { list, nonEmpty, nonEmptyList, positive } from './shapes';

export const thresholds = z.strictObject({ warning: z.optional(z.number()), critical: z.optional(z.number()) });
export const direction = z.enum(['lower-is-better', 'higher-is-better', 'neutral']);
export const aggregation = z.enum(['sum', 'avg', 'min', 'max', 'count']);

const base = {
  title,
  description: z.optional(text),
  unit: nonEmpty,
  direction: z.optional(direction),
  thresholds: z.optional(thresholds),
  implements: z.optional(requirementIds),
};

/** One named measurement; see domain/signals/types.ts for what each kind means. */
export const signal: z.ZodMiniType<Signal> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('rate'),
    metric: metricName,
    where: z.optional(matchers),
    window: z.optional(duration),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('increase'),
    metric: metricName,
    where: z.optional(matchers),
    window: z.optional(duration),
  }),
  z.strictObject({ ...base, kind: z.literal('ratio'), part: selector, total: selector }),
  z.strictObject({
    ...base,
    kind: z.literal('quantile'),
    histogram: metricName,
    where: z.optional(matchers),
    quantile: z.number().check(z.gt(0), z.lt(1)),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('gauge'),
    metric: metricName,
    where: z.optional(matchers),
    aggregation,
    averagedOver: z.optional(duration),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('utilisation'),
    used: selector,
    capacity: z.union([selector, positive]),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('active'),
    metric: metricName,
    where: z.optional(matchers),
    label: labelName,
    window: duration,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('weighted-sum'),
    terms: nonEmptyList(z.strictObject({ gauge: selector, weight: z.number() })),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('expression'),
    expr: nonEmpty,
    metrics: list(metricName),
  }),
]);

/** `service-id.signal-id`, or `system.signal-id`. */
export const signalRef = z
  .string()
  .check(
    z.regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*\.[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'must be "service.signal" or "system.signal"')
  );
