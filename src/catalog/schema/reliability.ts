import * as z from 'zod/mini';
import { type Alert, type AlertGroup } from '../types';
import { duration, id, labelName, requirementIds, text } from './primitives';
import { list } from './shapes';
import { signalRef } from './signal';

export const alert: z.ZodMiniType<Alert> = z.strictObject({
  id,
  name: z.string().check(z.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be a Prometheus alert name')),
  service: id,
  serviceLabel: z.optional(labelName),
  severity: z.enum(['critical', 'high', 'warning', 'medium', 'info']),
  condition: z.strictObject({
    signal: signalRef,
    by: z.optional(list(labelName)),
    op: z.enum(['>', '<', '>=', '<=', '==']),
    value: z.number(),
  }),
  for: duration,
  group: z.optional(id),
  page: z.optional(z.boolean()),
  summary: text,
  description: z.optional(text),
  runbook: z.optional(id),
  implements: z.optional(requirementIds),
});

export const alertGroup: z.ZodMiniType<AlertGroup> = z.strictObject({
  id,
  interval: duration,
  implements: z.optional(requirementIds),
});
