import * as z from 'zod/mini';
import { type Tiering } from '../../domain/tiers/tiering';
import { id, labelName, title } from './primitives';
import { nonEmptyList } from './shapes';
import { signalRef } from './signal';

export const tiering: z.ZodMiniType<Tiering> = z.strictObject({
  service: id,
  label: labelName,
  part: z.strictObject({ label: labelName, singular: title, plural: title }),
  queue: z.optional(signalRef),
  outcomes: z.optional(nonEmptyList(labelName)),
});
