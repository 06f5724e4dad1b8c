import * as z from 'zod/mini';
import { type BurnRateTier, tierProblems } from '../../domain/slo/burnRateTiers';
import { isTimeZone } from '../../domain/time/wallClock';
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
import { integer, list, nonEmpty, nonEmptyList, positive } from './shapes';
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
    where: z.optional(matchers),
    thresholdSeconds: positive,
    native: z.optional(z.boolean()),
  }),
  z.strictObject({ kind: z.literal('boolean'), gauge: selector }),
  z.strictObject({
    kind: z.literal('freeform'),
    total: nonEmpty,
    bad: nonEmpty,
    metrics: list(metricName),
  }),
  z.strictObject({
    kind: z.literal('level'),
    signal,
    op: z.enum(['<', '<=', '>', '>=']),
    bound: z.number(),
    criticalBound: z.optional(z.number()),
  }),
]);

const burnRateTier: z.ZodMiniType<BurnRateTier> = z.strictObject({
  id,
  severity: z.enum(['critical', 'warning']),
  budgetRatio: share,
  long: duration,
  short: duration,
});

const instant = z.string().check(
  z.refine((value) => ISO_WITH_ZONE.test(value) && !Number.isNaN(Date.parse(value)), {
    error: 'must be a time with a zone, such as "2026-11-10T02:00:00+01:00"',
  })
);

/** Announced work. */
export const maintenance: z.ZodMiniType<Maintenance> = z
  .strictObject({ id, reason: text, from: instant, to: instant, services: z.optional(nonEmptyList(id)) })
  .check(
    z.refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ['to'], error: 'must be later than "from"' })
  );

/** An objective. */
export const slo: z.ZodMiniType<Slo> = z
  .strictObject({
    id,
    title,
    description: z.optional(text),
    service: id,
    tier: z.optional(id),
    sli,
    targetRatio: z.optional(targetRatio),
    errorBudgetRatio: z.optional(share),
    windowDays: integer(1, MAX_DAYS),
    calendar: z.optional(
      z.strictObject({
        unit: z.enum(['week', 'month', 'quarter']),
        timeZone: z.string().check(z.refine(isTimeZone, { error: 'is not a time zone such as "Europe/Berlin"' })),
      })
    ),
    timeSlice: z.optional(z.strictObject({ goodRatio: share })),
    minimumEvents: z.optional(positive),
    burnRateTiers: z.optional(list(burnRateTier)),
    alertAtBudgetSpentRatio: z.optional(share),
    runbook: z.optional(id),
    implements: z.optional(requirementIds),
  })
  .check(z.superRefine(checkSlo));

function checkSlo(slo: Slo, context: z.core.$RefinementCtx<Slo>) {
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
