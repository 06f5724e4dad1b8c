import { z } from 'zod';
import { type Recording } from '../types';
import { duration, id, labelName, metricName, requirementIds, text } from './primitives';
import { signalRef } from './signal';

export const recording: z.ZodType<Recording> = z.strictObject({
  id,
  record: metricName,
  description: text.optional(),
  signal: signalRef,
  by: z.array(labelName).readonly().optional(),
  rateWindow: duration.optional(),
  group: id.optional(),
  implements: requirementIds.optional(),
});
