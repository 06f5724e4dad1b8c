import { type Sample } from '../metrics/types';
import { type Matchers, renderSelector } from '../promql/matchers';
import { SLO_LABELS } from '../slo/queries';
import { SLO_EVENTS } from '../slo/types';
import { type MonthEvents } from './agreement';

/** Events of the objectives of tiers, over the last hour and the month so far. */
export type ObjectiveQuestions = Record<'hourBad' | 'hourTotal' | 'monthBad' | 'monthTotal' | 'monthCounts', string>;
export type ObjectiveAnswers = Partial<Record<keyof ObjectiveQuestions, readonly Sample[]>>;

/** Five expressions for all tiers of some systems, however many there are. */
export function objectiveQuestions(systems: readonly string[], monthSeconds: number): ObjectiveQuestions {
  const where: Matchers = { system: { anyOf: systems }, tier: { not: '' } };
  const over = (fn: string, metric: string, window: string) =>
    `sum by (${SLO_LABELS.join(', ')}) (${fn}(${renderSelector({ metric, where })}[${window}]))`;
  const month = `${monthSeconds}s`;
  return {
    hourBad: over('sum_over_time', SLO_EVENTS.bad, '1h'),
    hourTotal: over('sum_over_time', SLO_EVENTS.total, '1h'),
    monthBad: over('sum_over_time', SLO_EVENTS.bad, month),
    monthTotal: over('sum_over_time', SLO_EVENTS.total, month),
    monthCounts: over('count_over_time', SLO_EVENTS.total, month),
  };
}

/** What the answers say about one objective. */
export function objectiveEvents(
  answers: ObjectiveAnswers,
  system: string,
  objective: string
): { month: MonthEvents; hourBad: number | undefined; hourTotal: number | undefined } {
  const valueOf = (name: keyof ObjectiveQuestions) =>
    answers[name]?.find(({ labels }) => labels['system'] === system && labels['slo'] === objective)?.value;
  return {
    month: {
      badEvents: valueOf('monthBad'),
      totalEvents: valueOf('monthTotal'),
      recordedCounts: valueOf('monthCounts'),
    },
    hourBad: valueOf('hourBad'),
    hourTotal: valueOf('hourTotal'),
  };
}

/** Share of the error budget that is left, as a series: one for each objective. */
export function badShareOverTime(
  systems: readonly string[],
  objectives: readonly string[],
  windowDays: number
): string {
  const where: Matchers = { system: { anyOf: systems }, slo: { anyOf: objectives } };
  const sum = (metric: string) =>
    `sum by (${SLO_LABELS.join(', ')}) (sum_over_time(${renderSelector({ metric, where })}[${windowDays}d]))`;
  return `${sum(SLO_EVENTS.bad)} / (${sum(SLO_EVENTS.total)} > 0)`;
}
