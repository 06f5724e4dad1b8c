import { z } from 'zod';
import { type Tiering } from '../../domain/tiers/tiering';
import { id, labelName, title } from './primitives';
import { signalRef } from './signal';

export const tiering: z.ZodType<Tiering> = z.strictObject({
  service: id,
  label: labelName,
  part: z.strictObject({ label: labelName, singular: title, plural: title }),
  queue: signalRef.optional(),
  outcomes: z.array(labelName).min(1).readonly().optional(),
});
