import { z } from 'zod';
import { LOG_ROLES } from '../../domain/logs/fields';
import { type LogFilter, type LogQuery } from '../../domain/logs/logQuery';
import { luceneProblem } from '../../domain/logs/luceneProblem';
import { type LogSchema } from '../types';
import { duration, id, requirementIds, title } from './primitives';

const fieldName = z.string().min(1).max(200);
const fieldList = z.array(fieldName).min(1).readonly();

const logFilter: z.ZodType<LogFilter> = z.strictObject({
  field: fieldName,
  anyOf: z.array(z.string()).min(1).readonly().optional(),
  atLeast: z.number().optional(),
  exists: z.boolean().optional(),
  input: id.optional(),
});

/** A question to a log store; see domain/logs/logQuery.ts for what each part means. */
export const logQuery: z.ZodType<LogQuery> = z.strictObject({
  schema: id,
  where: z.array(logFilter).readonly().optional(),
  lucene: z
    .string()
    .min(1)
    .superRefine((query, context) => {
      const message = luceneProblem(query);
      if (message !== undefined) {
        context.addIssue({ code: 'custom', message });
      }
    })
    .optional(),
  part: z.strictObject({ title, where: z.array(logFilter).min(1).readonly() }).optional(),
  by: fieldList.optional(),
  limit: z.int().min(1).max(1000).optional(),
  columns: fieldList.optional(),
  largestFirst: fieldName.optional(),
  interval: duration.optional(),
});

export const logSchema: z.ZodType<LogSchema> = z.strictObject({
  id,
  indexPattern: z.string().min(1),
  timeField: z.string().min(1),
  fields: z.strictObject(Object.fromEntries(LOG_ROLES.map((role) => [role, fieldList.optional()]))).readonly(),
  lowestLevel: z.string().min(1).optional(),
  implements: requirementIds.optional(),
});
