import { z } from 'zod';
import { type Alert, type AlertGroup } from '../types';
import { duration, id, labelName, requirementIds, text } from './primitives';
import { signalRef } from './signal';

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
