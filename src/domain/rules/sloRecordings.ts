import { type Slo, SLO_EVENTS, SLO_LEVEL } from '../slo/types';
import { eventExpressions, levelExpression } from './eventExpressions';
import { EVENTS_WINDOW } from './sloSeries';
import { type RecordingRule } from './types';

/** The labels of everything that is recorded for an objective. */
export function sloLabels(system: string, slo: Slo): Record<string, string> {
  return { system, slo: slo.id, service: slo.service, ...(slo.tier ? { tier: slo.tier } : {}) };
}

/**
 * The event counts of an objective: all, and the bad ones. Ratios, budgets, calendars and reports are made from counts,
 * because a mean of ratios weighs a quiet night like a busy day. A level objective has its measurement beside them.
 */
export function sloRecordings(system: string, slo: Slo): RecordingRule[] {
  const where = { system };
  const { total, bad } = eventExpressions(slo, where, EVENTS_WINDOW);
  const labels = sloLabels(system, slo);
  return [
    { record: SLO_EVENTS.total, expr: total, labels },
    { record: SLO_EVENTS.bad, expr: bad, labels },
    ...(slo.sli.kind === 'level'
      ? [{ record: SLO_LEVEL, expr: levelExpression(slo.sli, where, EVENTS_WINDOW), labels }]
      : []),
  ];
}
