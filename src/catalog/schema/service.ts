import { z } from 'zod';
import { creditProblems } from '../../domain/sla/credits';
import { type Sla } from '../../domain/sla/types';
import { type Service, type Team, type Tier } from '../types';
import { id, labelName, matchers, requirementIds, share, targetRatio, text, title } from './primitives';
import { signal, signalRef } from './signal';

export const signals = z.record(id, signal).readonly();

export const team: z.ZodType<Team> = z.strictObject({
  id,
  name: title,
  contact: z.string().optional(),
  implements: requirementIds.optional(),
});

export const service: z.ZodType<Service> = z.strictObject({
  id,
  name: title,
  description: text.optional(),
  kind: z.enum(['application', 'platform', 'edge', 'datastore', 'infrastructure', 'monitoring']),
  team: id,
  dependsOn: z.array(id).readonly().optional(),
  scrape: matchers.optional(),
  signals: signals.optional(),
  golden: z
    .strictObject({
      traffic: signalRef.optional(),
      errors: signalRef.optional(),
      latency: signalRef.optional(),
      saturation: signalRef.optional(),
      where: matchers.optional(),
      splitBy: labelName.optional(),
    })
    .optional(),
  traces: z.strictObject({ service: z.string().min(1) }).optional(),
  logs: z.strictObject({ schema: id, where: z.record(z.string(), z.string()).readonly().optional() }).optional(),
  implements: requirementIds.optional(),
});

const sla: z.ZodType<Sla> = z
  .strictObject({
    targetRatio,
    credits: z
      .array(
        z
          .strictObject({
            atLeastRatio: share,
            belowRatio: share,
            feeRatio: share,
            implements: requirementIds.optional(),
          })
          .refine((credit) => credit.atLeastRatio < credit.belowRatio, {
            path: ['atLeastRatio'],
            error: 'must be below belowRatio',
          })
      )
      .readonly()
      .optional(),
    support: z
      .array(
        z.strictObject({
          severity: id,
          responseMinutes: z.number().positive().optional(),
          text,
          implements: requirementIds.optional(),
        })
      )
      .readonly()
      .optional(),
    monthlyFee: z
      .strictObject({ amount: z.number().positive(), currency: z.string().regex(/^[A-Z]{3}$/, 'must be like "EUR"') })
      .optional(),
    implements: requirementIds.optional(),
  })
  .superRefine((agreement, context) =>
    creditProblems(agreement).forEach((message) => context.addIssue({ code: 'custom', path: ['credits'], message }))
  );

export const tier: z.ZodType<Tier> = z.strictObject({
  id,
  name: title,
  description: text.optional(),
  colour: z.string().regex(/^[a-z-]+$/, 'must be a named colour of Grafana, e.g. "semi-dark-blue"'),
  isImported: z.boolean().optional(),
  sla: sla.optional(),
  implements: requirementIds.optional(),
});
