import * as z from 'zod/mini';
import { type Stack, STACK_STAGES } from '../../domain/stack/types';
import { id, text, title } from './primitives';
import { list } from './shapes';

/** What watches a system; see domain/stack/types.ts. */
export const stack: z.ZodMiniType<Stack> = z.strictObject({
  runbook: id,
  sampledRatio: z.optional(z.number().check(z.gte(0), z.lte(1))),
  parts: list(
    z.strictObject({
      id,
      name: title,
      stage: z.enum(STACK_STAGES),
      feeds: z.optional(list(id)),
      step: z.optional(id),
      description: z.optional(text),
    })
  ),
});
