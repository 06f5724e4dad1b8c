import { z } from 'zod';
import { type Bound, type Check, type Runbook, RUNBOOK_PHASES, type RunbookStep } from '../../domain/runbook/types';
import { duration, id, labelName, matchers, requirementIds, text, title } from './primitives';
import { signalRef } from './signal';

const bound: z.ZodType<Bound> = z.strictObject({
  op: z.enum(['>', '<', '>=', '<=', '==', '!=']),
  value: z.number(),
  of: z.literal('yesterday').optional(),
});
const common = { title: title.optional(), blames: id.optional() };
const variableName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be a variable name such as "namespace"');

/** Only addresses that a browser opens as pages: a link must not be able to run a script. */
const webAddress = z.string().regex(/^https?:\/\//, 'must begin with http:// or https://');

const check: z.ZodType<Check> = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...common,
      kind: z.literal('metric'),
      signal: signalRef.optional(),
      expr: z.string().min(1).optional(),
      by: z.array(labelName).readonly().optional(),
      where: matchers.optional(),
      narrowBy: z.array(labelName).readonly().optional(),
      unit: z.string().min(1).optional(),
      reduce: z.enum(['last', 'max', 'min', 'mean']).optional(),
      abnormal: bound,
    })
    .refine(({ signal, expr }) => (signal === undefined) !== (expr === undefined), {
      error: 'needs either a signal or an expr',
    }),
  z.strictObject({ ...common, kind: z.literal('alert'), alert: id.optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('log'),
    service: id.optional(),
    schema: id.optional(),
    where: z
      .array(
        z.strictObject({
          field: z.string().min(1).max(200),
          anyOf: z.array(z.string()).min(1).readonly().optional(),
          atLeast: z.number().optional(),
          exists: z.boolean().optional(),
        })
      )
      .readonly()
      .optional(),
    query: z.string().min(1).optional(),
    within: duration.optional(),
    abnormal: bound,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('trace'),
    service: id.optional(),
    operation: z.string().min(1).optional(),
    tags: z.record(z.string().min(1), z.string()).readonly().optional(),
    measure: z.enum(['count', 'slowest', 'error-share']),
    within: duration.optional(),
    abnormal: bound,
  }),
  z
    .strictObject({
      ...common,
      title,
      kind: z.literal('link'),
      page: id.optional(),
      params: z.array(z.string()).readonly().optional(),
      url: webAddress.optional(),
    })
    .refine(({ page, url }) => (page === undefined) !== (url === undefined), { error: 'needs either a page or a url' }),
  z.strictObject({ ...common, kind: z.literal('command'), command: text, caution: text.optional() }),
  z.strictObject({ ...common, kind: z.literal('manual'), question: text }),
]);

const step: z.ZodType<RunbookStep> = z.strictObject({
  id,
  phase: z.enum(RUNBOOK_PHASES),
  title,
  text: text.optional(),
  minutes: z.string().min(1).max(20).optional(),
  checks: z.array(check).readonly().optional(),
  branches: z
    .array(
      z.strictObject({
        when: z.enum(['abnormal', 'normal', 'no-data', 'failed', 'not-applicable']),
        goTo: id,
        because: text.optional(),
      })
    )
    .readonly()
    .optional(),
  implements: requirementIds.optional(),
});

/** What to do about some alerts; see domain/runbook/types.ts. */
export const runbook: z.ZodType<Runbook> = z.strictObject({
  id,
  title,
  service: id,
  alerts: z.array(id).readonly(),
  severity: z.enum(['critical', 'high', 'warning', 'medium', 'info']),
  owner: id.optional(),
  responseMinutes: z.number().positive().optional(),
  escalation: z.strictObject({ afterMinutes: z.number().positive(), to: title }).optional(),
  summary: text,
  variables: z.record(variableName, z.string()).readonly().optional(),
  steps: z.array(step).min(1, 'must have at least one step').readonly(),
  implements: requirementIds.optional(),
});
