import * as z from 'zod/mini';
import { type Bound, type Check, type Runbook, RUNBOOK_PHASES, type RunbookStep } from '../../domain/runbook/types';
import { duration, id, labelName, matchers, requirementIds, text, title } from './primitives';
import { list, nonEmpty, nonEmptyList, positive } from './shapes';
import { signalRef } from './signal';

const bound: z.ZodMiniType<Bound> = z.strictObject({
  op: z.enum(['>', '<', '>=', '<=', '==', '!=']),
  value: z.number(),
  of: z.optional(z.literal('yesterday')),
});
const common = { title: z.optional(title), blames: z.optional(id) };
const variableName = z.string().check(z.regex(/^[a-z][a-z0-9_]*$/, 'must be a variable name such as "namespace"'));

/** Only addresses that a browser opens as pages: a link must not be able to run a script. */
const webAddress = z.string().check(z.regex(/^https?:\/\//, 'must begin with http:// or https://'));

const check: z.ZodMiniType<Check> = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...common,
      kind: z.literal('metric'),
      signal: z.optional(signalRef),
      expr: z.optional(nonEmpty),
      by: z.optional(list(labelName)),
      where: z.optional(matchers),
      narrowBy: z.optional(list(labelName)),
      unit: z.optional(nonEmpty),
      reduce: z.optional(z.enum(['last', 'max', 'min', 'mean'])),
      abnormal: bound,
    })
    .check(
      z.refine(({ signal, expr }) => (signal === undefined) !== (expr === undefined), {
        error: 'needs either a signal or an expr',
      })
    ),
  z.strictObject({ ...common, kind: z.literal('alert'), alert: z.optional(id) }),
  z.strictObject({
    ...common,
    kind: z.literal('log'),
    service: z.optional(id),
    schema: z.optional(id),
    where: z.optional(
      list(
        z.strictObject({
          field: z.string().check(z.minLength(1), z.maxLength(200)),
          anyOf: z.optional(nonEmptyList(z.string())),
          atLeast: z.optional(z.number()),
          exists: z.optional(z.boolean()),
        })
      )
    ),
    query: z.optional(nonEmpty),
    within: z.optional(duration),
    abnormal: bound,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('trace'),
    service: z.optional(id),
    operation: z.optional(nonEmpty),
    tags: z.optional(z.readonly(z.record(nonEmpty, z.string()))),
    measure: z.enum(['count', 'slowest', 'error-share', 'edges']),
    within: z.optional(duration),
    abnormal: bound,
  }),
  z
    .strictObject({
      ...common,
      title,
      kind: z.literal('link'),
      page: z.optional(id),
      params: z.optional(list(z.string())),
      url: z.optional(webAddress),
    })
    .check(
      z.refine(({ page, url }) => (page === undefined) !== (url === undefined), {
        error: 'needs either a page or a url',
      })
    ),
  z.strictObject({ ...common, kind: z.literal('command'), command: text, caution: z.optional(text) }),
  z.strictObject({ ...common, kind: z.literal('manual'), question: text }),
]);

const step: z.ZodMiniType<RunbookStep> = z.strictObject({
  id,
  phase: z.enum(RUNBOOK_PHASES),
  title,
  text: z.optional(text),
  minutes: z.optional(z.string().check(z.minLength(1), z.maxLength(20))),
  checks: z.optional(list(check)),
  branches: z.optional(
    list(
      z.strictObject({
        when: z.enum(['abnormal', 'normal', 'no-data', 'failed', 'not-applicable']),
        goTo: id,
        because: z.optional(text),
      })
    )
  ),
  implements: z.optional(requirementIds),
});

/** What to do about some alerts; see domain/runbook/types.ts. */
export const runbook: z.ZodMiniType<Runbook> = z.strictObject({
  id,
  title,
  service: id,
  alerts: list(id),
  severity: z.enum(['critical', 'high', 'warning', 'medium', 'info']),
  owner: z.optional(id),
  responseMinutes: z.optional(positive),
  escalation: z.optional(z.strictObject({ afterMinutes: positive, to: title })),
  summary: text,
  variables: z.optional(z.readonly(z.record(variableName, z.string()))),
  steps: nonEmptyList(step, 'must have at least one step'),
  implements: z.optional(requirementIds),
});
