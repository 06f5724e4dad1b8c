import * as z from 'zod/mini';
import { LOG_ROLES } from '../../domain/logs/fields';
import { type LogFilter, type LogQuery } from '../../domain/logs/logQuery';
import { luceneProblem } from '../../domain/logs/luceneProblem';
import { type LogSchema } from '../types';
import { duration, id, requirementIds, title } from './primitives';
import { integer, list, nonEmpty, nonEmptyList } from './shapes';

const fieldName = z.string().check(z.minLength(1), z.maxLength(200));
const fieldList = nonEmptyList(fieldName);

const logFilter: z.ZodMiniType<LogFilter> = z.strictObject({
  field: fieldName,
  anyOf: z.optional(nonEmptyList(z.string())),
  atLeast: z.optional(z.number()),
  exists: z.optional(z.boolean()),
  input: z.optional(id),
});

/** A question to a log store; see domain/logs/logQuery.ts for what each part means. */
export const logQuery: z.ZodMiniType<LogQuery> = z.strictObject({
  schema: id,
  where: z.optional(list(logFilter)),
  lucene: z.optional(
    z.string().check(
      z.minLength(1),
      z.superRefine((query, context) => {
        const message = luceneProblem(query);
        if (message !== undefined) {
          context.addIssue({ code: 'custom', message });
        }
      })
    )
  ),
  part: z.optional(z.strictObject({ title, where: nonEmptyList(logFilter) })),
  by: z.optional(fieldList),
  limit: z.optional(integer(1, 1000)),
  columns: z.optional(fieldList),
  largestFirst: z.optional(fieldName),
  interval: z.optional(duration),
});

export const logSchema: z.ZodMiniType<LogSchema> = z.strictObject({
  id,
  indexPattern: nonEmpty,
  timeField: nonEmpty,
  fields: z.readonly(z.strictObject(Object.fromEntries(LOG_ROLES.map((role) => [role, z.optional(fieldList)])))),
  lowestLevel: z.optional(nonEmpty),
  retentionDays: z.optional(integer(1, 3660)),
  implements: z.optional(requirementIds),
});
