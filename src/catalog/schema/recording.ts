import * as z from 'zod/mini';
import { type Recording } from '../types';
import { duration, id, labelName, metricName, requirementIds, text } from './primitives';
import { list } from './shapes';
import { signalRef } from './signal';

export const recording: z.ZodMiniType<Recording> = z.strictObject({
  id,
  record: metricName,
  description: z.optional(text),
  signal: signalRef,
  by: z.optional(list(labelName)),
  rateWindow: z.optional(duration),
  group: z.optional(id),
  implements: z.optional(requirementIds),
});
