import { z } from 'zod';
import { type Slo } from '../../domain/slo/types';
import { type Alert, type AlertGroup, type LogSchema } from '../types';
import {
  duration,
  id,
  labelName,
  matchers,
  metricName,
  requirementIds,
  selector,
  targetRatio,
  text,
  title,
} from './primitives';
import { signalRef } from './signal';

export const slo: z.ZodType<Slo> = z.strictObject({
  id,
  title,
  description: text.optional(),
  service: id,
  tier: id.optional(),
  sli: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ratio'), total: selector, bad: selector }),
    z.strictObject({
      kind: z.literal('latency'),
      histogram: metricName,
      where: matchers.optional(),
      thresholdSeconds: z.number().positive(),
    }),
    z.strictObject({ kind: z.literal('boolean'), gauge: selector }),
  ]),
  targetRatio,
  windowDays: z.int().min(1).max(366),
  implements: requirementIds.optional(),
});

export const alert: z.ZodType<Alert> = z.strictObject({
  id,
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be a Prometheus alert name'),
  service: id,
  serviceLabel: labelName.optional(),
  severity: z.enum(['critical', 'high', 'warning', 'medium', 'info']),
  condition: z.strictObject({
    signal: signalRef,
    by: z.array(labelName).readonly().optional(),
    op: z.enum(['>', '<', '>=', '<=', '==']),
    value: z.number(),
  }),
  for: duration,
  group: id.optional(),
  page: z.boolean().optional(),
  summary: text,
  description: text.optional(),
  runbook: id.optional(),
  implements: requirementIds.optional(),
});

export const alertGroup: z.ZodType<AlertGroup> = z.strictObject({
  id,
  interval: duration,
  implements: requirementIds.optional(),
});

const fieldNames = z.array(z.string().min(1)).min(1).readonly();

export const logSchema: z.ZodType<LogSchema> = z.strictObject({
  id,
  indexPattern: z.string().min(1),
  timeField: z.string().min(1),
  fields: z
    .strictObject({
      message: fieldNames.optional(),
      level: fieldNames.optional(),
      service: fieldNames.optional(),
      traceId: fieldNames.optional(),
      spanId: fieldNames.optional(),
      correlationId: fieldNames.optional(),
      durationMs: fieldNames.optional(),
      tenant: fieldNames.optional(),
      user: fieldNames.optional(),
    })
    .readonly(),
  implements: requirementIds.optional(),
});
