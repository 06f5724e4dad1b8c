import * as z from 'zod/mini';
import { creditProblems } from '../../domain/sla/credits';
import { type Sla } from '../../domain/sla/types';
import { type Service, type Tier } from '../types';
import { id, labelName, matchers, requirementIds, share, targetRatio, text, title } from './primitives';
import { list, nonEmpty, positive, stringsByName } from './shapes';
import { signal, signalRef } from './signal';

export const signals = z.readonly(z.record(id, signal));

export const service: z.ZodMiniType<Service> = z.strictObject({
  id,
  name: title,
  description: z.optional(text),
  kind: z.enum(['application', 'platform', 'edge', 'datastore', 'infrastructure', 'monitoring']),
  team: id,
  owner: z.optional(title),
  isPublic: z.optional(z.boolean()),
  dependsOn: z.optional(list(id)),
  scrape: z.optional(matchers),
  signals: z.optional(signals),
  golden: z.optional(
    z.strictObject({
      traffic: z.optional(signalRef),
      errors: z.optional(signalRef),
      latency: z.optional(signalRef),
      saturation: z.optional(signalRef),
      where: z.optional(matchers),
      splitBy: z.optional(labelName),
    })
  ),
  traces: z.optional(z.strictObject({ service: nonEmpty })),
  logs: z.optional(z.strictObject({ schema: id, where: z.optional(stringsByName) })),
  implements: z.optional(requirementIds),
});

const sla: z.ZodMiniType<Sla> = z
  .strictObject({
    targetRatio,
    credits: z.optional(
      list(
        z
          .strictObject({
            atLeastRatio: share,
            belowRatio: share,
            feeRatio: share,
            implements: z.optional(requirementIds),
          })
          .check(
            z.refine((credit) => credit.atLeastRatio < credit.belowRatio, {
              path: ['atLeastRatio'],
              error: 'must be below belowRatio',
            })
          )
      )
    ),
    support: z.optional(
      list(
        z.strictObject({
          severity: id,
          responseMinutes: z.optional(positive),
          text,
          implements: z.optional(requirementIds),
        })
      )
    ),
    monthlyFee: z.optional(
      z.strictObject({ amount: positive, currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'must be like "EUR"')) })
    ),
    implements: z.optional(requirementIds),
  })
  .check(
    z.superRefine((agreement, context) =>
      creditProblems(agreement).forEach((message) => context.addIssue({ code: 'custom', path: ['credits'], message }))
    )
  );

export const tier: z.ZodMiniType<Tier> = z.strictObject({
  id,
  name: title,
  description: z.optional(text),
  colour: z.string().check(z.regex(/^[a-z-]+$/, 'must be a named colour of Grafana, e.g. "semi-dark-blue"')),
  isImported: z.optional(z.boolean()),
  sla: z.optional(sla),
  implements: z.optional(requirementIds),
});
