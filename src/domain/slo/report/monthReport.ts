import { slaOutcome } from '../../sla/credits';
import { attainment, byUrgency, type SloState } from '../attainment';
import { budgetEvents } from '../budget';
import { composite } from '../composite';
import { type EventCounts, indexCounts } from '../counts';
import { withoutExcluded } from '../maintenance';
import { hasBudget } from '../types';
import { incidentsOf } from './incidents';
import { recommendations } from './recommendations';
import {
  type GroupKind,
  type GroupResult,
  type MonthReport,
  type ObjectiveResult,
  type ReportedObjective,
  type ReportInput,
} from './types';

const STATES: readonly SloState[] = [
  'breached',
  'critical',
  'warning',
  'ok',
  'no-data',
  'not-configured',
  'no-traffic',
];

/**
 * Everything about a calendar month, from event counts alone. An objective that could not be asked is listed with the
 * reason: leaving it out would make the rest look better.
 */
export function monthReport({ period, timeZone, untilMs, generatedAtMs, objectives, tiers }: ReportInput): MonthReport {
  const results = objectives.map((one) => resultOf(one, period.startMs, untilMs)).sort(byTrouble);
  const budgeted = results.filter(({ state }) => state !== undefined);
  const count = (state: SloState) => budgeted.filter((one) => one.state === state).length;
  return {
    label: period.label,
    timeZone,
    from: iso(period.startMs),
    until: iso(untilMs),
    isPartial: untilMs < period.endMs,
    generatedAt: iso(generatedAtMs),
    total: results.length,
    byState: STATES.map((state) => ({ state, count: count(state) })),
    levels: results.length - budgeted.length,
    atRisk: count('warning') + count('critical'),
    breached: count('breached'),
    objectives: results,
    groups: (['system', 'team', 'tier'] as const).flatMap((kind) => groupsOf(kind, results)),
    tiers: tiers.map((tier) => {
      const measure = results.find(({ system, slo }) => system === tier.system && slo.id === tier.objective);
      const attainedRatio = measure?.attainedRatio;
      return { ...tier, attainedRatio, outcome: slaOutcome(tier.sla, attainedRatio) };
    }),
    recommendations: recommendations(results),
  };
}

function resultOf(objective: ReportedObjective, fromMs: number, untilMs: number): ObjectiveResult {
  const { system, systemName, serviceName, team, tierName, slo, counts, failure, exclusions } = objective;
  const names = { system, systemName, serviceName, team, tierName, slo };
  if (!counts) {
    return {
      ...names,
      state: 'no-data',
      reason: failure,
      totalEvents: 0,
      badEvents: 0,
      coverageRatio: 0,
      incidents: [],
    };
  }
  const sums = indexCounts(counts).within(fromMs, untilMs);
  const expected = (untilMs - fromMs) / counts.stepMs;
  const coverageRatio = expected > 0 ? Math.min(1, sums.sliceCount / expected) : 0;
  const measured = sums.sliceCount > 0 ? sums : { badEvents: undefined, totalEvents: undefined };
  const own = attainment(slo, { ...measured, coverageRatio });
  const base = {
    ...names,
    totalEvents: sums.totalEvents,
    badEvents: sums.badEvents,
    attainedRatio: own.attainedRatio,
    coverageRatio,
    incidents: [],
  };
  if (!hasBudget(slo)) {
    return base;
  }
  return {
    ...base,
    state: own.state,
    reason: own.reason,
    budgetEvents: budgetEvents(sums.totalEvents, slo.targetRatio),
    budgetRemainingRatio: own.budgetRemainingRatio,
    withoutMaintenance: exclusions.length > 0 ? excludedResult(objective, counts, fromMs, untilMs) : undefined,
    incidents: incidentsOf(within(counts, fromMs, untilMs), sums.totalEvents, slo.targetRatio),
  };
}

function excludedResult({ slo, exclusions }: ReportedObjective, counts: EventCounts, fromMs: number, untilMs: number) {
  const sums = indexCounts(withoutExcluded(counts, exclusions)).within(fromMs, untilMs);
  const { attainedRatio, budgetRemainingRatio } = attainment(slo, { ...sums, coverageRatio: 1 });
  return { attainedRatio, budgetRemainingRatio, reasons: exclusions.map(({ reason }) => reason) };
}

function within({ stepMs, slices }: EventCounts, fromMs: number, untilMs: number): EventCounts {
  return { stepMs, slices: slices.filter(({ endMs }) => endMs > fromMs && endMs <= untilMs) };
}

/** Worst first; levels, which a month does not judge, at the end. */
function byTrouble(a: ObjectiveResult, b: ObjectiveResult): number {
  const attainmentOf = ({ state = 'ok', budgetRemainingRatio, coverageRatio }: ObjectiveResult) => ({
    state,
    budgetRemainingRatio,
    coverageRatio,
  });
  return Number(a.state === undefined) - Number(b.state === undefined) || byUrgency(attainmentOf(a), attainmentOf(b));
}

const NAME_OF: Readonly<Record<GroupKind, (result: ObjectiveResult) => string | undefined>> = {
  system: ({ systemName }) => systemName,
  team: ({ team }) => team,
  tier: ({ tierName }) => tierName,
};

function groupsOf(kind: GroupKind, results: readonly ObjectiveResult[]): GroupResult[] {
  const groups = new Map<string, ObjectiveResult[]>();
  for (const result of results) {
    const name = NAME_OF[kind](result);
    if (name !== undefined && hasBudget(result.slo)) {
      groups.set(name, [...(groups.get(name) ?? []), result]);
    }
  }
  return [...groups].map(([name, some]) => {
    const whole = composite(
      some.map(({ slo, state = 'no-data', coverageRatio, badEvents, totalEvents }) => ({
        attainment: { state, coverageRatio },
        targetRatio: slo.targetRatio ?? Number.NaN,
        badEvents,
        totalEvents,
      }))
    );
    return {
      kind,
      name,
      objectives: some.length,
      pooledRatio: whole?.pooledRatio,
      targetRatio: whole?.targetRatio ?? Number.NaN,
      breached: some.filter(({ state }) => state === 'breached').length,
      atRisk: some.filter(({ state }) => state === 'warning' || state === 'critical').length,
    };
  });
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
