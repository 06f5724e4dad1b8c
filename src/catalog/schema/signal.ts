import { z } from 'zod';
import { type Signal } from '../../domain/signals/types';
import { duration, labelName, matchers, metricName, requirementIds, selector, text, title } from './primitives';

export const thresholds = z.strictObject({ warning: z.number().optional(), critical: z.number().optional() });
export const direction = z.enum(['lower-is-better', 'higher-is-better', 'neutral']);
export const aggregation = z.enum(['sum', 'avg', 'min', 'max', 'count']);

const base = {
  title,
  description: text.optional(),
  unit: z.string().min(1),
  direction: direction.optional(),
  thresholds: thresholds.optional(),
  implements: requirementIds.optional(),
};

/** One named measurement; see domain/signals/types.ts for what each kind means. */
export const signal: z.ZodType<Signal> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('rate'),
    metric: metricName,
    where: matchers.optional(),
    window: duration.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('increase'),
    metric: metricName,
    where: matchers.optional(),
    window: duration.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('ratio'), part: selector, total: selector }),
  z.strictObject({
    ...base,
    kind: z.literal('quantile'),
    histogram: metricName,
    where: matchers.optional(),
    quantile: z.number().gt(0).lt(1),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('gauge'),
    metric: metricName,
    where: matchers.optional(),
    aggregation,
    averagedOver: duration.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('utilisation'),
    used: selector,
    capacity: z.union([selector, z.number().positive()]),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('active'),
    metric: metricName,
    where: matchers.optional(),
    label: labelName,
    window: duration,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('weighted-sum'),
    terms: z
      .array(z.strictObject({ gauge: selector, weight: z.number() }))
      .min(1)
      .readonly(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('expression'),
    expr: z.string().min(1),
    metrics: z.array(metricName).readonly(),
  }),
]);

/** `service-id.signal-id`, or `system.signal-id`. */
export const signalRef = z
  .string()
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*\.[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'must be "service.signal" or "system.signal"');
