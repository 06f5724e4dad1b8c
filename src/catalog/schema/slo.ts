import { z } from 'zod';
import { type BurnRateTier, tierProblems } from '../../domain/slo/burnRateTiers';
import { isTimeZone } from '../../domain/slo/calendar';
import { type Maintenance } from '../../domain/slo/maintenance';
import { hasBudget, type Slo } from '../../domain/slo/types';
import {
  duration,
  id,
  matchers,
  metricName,
  requirementIds,
  selector,
  share,
  targetRatio,
  text,
  title,
} from './primitives';
import { signal } from './signal';

/** People write 0.0333 for a thirtieth. */
const ROUNDING = 0.01;
const MAX_DAYS = 366;
const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/;
/** Metrics are scraped as often as Grafana's Prometheus data source assumes. */
const SCRAPE_INTERVAL_SECONDS = 15;

const sli = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ratio'), total: selector, bad: selector }),
  z.strictObject({ kind: z.literal('good-ratio'), total: selector, good: selector }),
  z.strictObject({
    kind: z.literal('latency'),
    histogram: metricName,
    where: matchers.optional(),
    thresholdSeconds: z.number().positive(),
    native: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('boolean'), gauge: selector }),
  z.strictObject({
    kind: z.literal('freeform'),
    total: z.string().min(1),
    bad: z.string().min(1),
    metrics: z.array(metricName).readonly(),
  }),
  z.strictObject({
    kind: z.literal('level'),
    signal,
    op: z.enum(['<', '<=', '>', '>=']),
    bound: z.number(),
    criticalBound: z.number().optional(),
  }),
]);

const burnRateTier: z.ZodType<BurnRateTier> = z.strictObject({
  id,
  severity: z.enum(['critical', 'warning']),
  budgetRatio: share,
  long: duration,
  short: duration,
});

const instant = z.string().refine((value) => ISO_WITH_ZONE.test(value) && !Number.isNaN(Date.parse(value)), {
  error: 'must be a time with a zone, such as "2026-11-10T02:00:00+01:00"',
});

/** Announced work. */
export const maintenance: z.ZodType<Maintenance> = z
  .strictObject({ id, reason: text, from: instant, to: instant, services: z.array(id).min(1).readonly().optional() })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ['to'], error: 'must be later than "from"' });

/** An objective. */
export const slo: z.ZodType<Slo> = z
  .strictObject({
    id,
    title,
    description: text.optional(),
    service: id,
    tier: id.optional(),
    sli,
    targetRatio: targetRatio.optional(),
    errorBudgetRatio: share.optional(),
    windowDays: z.int().min(1).max(MAX_DAYS),
    calendar: z
      .strictObject({
        unit: z.enum(['week', 'month', 'quarter']),
        timeZone: z.string().refine(isTimeZone, { error: 'is not a time zone such as "Europe/Berlin"' }),
      })
      .optional(),
    timeSlice: z.strictObject({ goodRatio: share }).optional(),
    minimumEvents: z.number().positive().optional(),
    burnRateTiers: z.array(burnRateTier).readonly().optional(),
    alertAtBudgetSpentRatio: share.optional(),
    runbook: id.optional(),
    implements: requirementIds.optional(),
  })
  .superRefine(checkSlo);

function checkSlo(slo: Slo, context: z.RefinementCtx) {
  const report = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (!hasBudget(slo)) {
    if (slo.sli.kind !== 'level') {
      report('targetRatio', 'is missing; only an objective of kind "level" may do without an error budget');
    }
    return;
  }
  const left = Number((1 - slo.targetRatio).toPrecision(12));
  if (slo.errorBudgetRatio !== undefined && Math.abs(slo.errorBudgetRatio - left) > left * ROUNDING) {
    report('errorBudgetRatio', `disagrees with the target of ${slo.targetRatio}, which leaves ${left}`);
  }
  if (slo.burnRateTiers) {
    tierProblems({ ...slo, burnRateTiers: slo.burnRateTiers }, SCRAPE_INTERVAL_SECONDS).forEach((problem) =>
      report('burnRateTiers', problem)
    );
  }
}
