import { aggregate, bucketLe } from '../promql/expressions';
import { narrow, renderSelector, type Selector } from '../promql/matchers';
import { type Sli, type Slo, SLO_EVENTS } from '../slo/types';
import { type RecordingRule } from './types';

/** How many events are counted at once; the rule group runs as often, so that every event is counted once. */
export const EVENTS_WINDOW = '5m';

/**
 * The event counts of an objective: all, and the bad ones. Ratios, budgets, calendars and reports are made from counts,
 * because a mean of ratios weighs a quiet night like a busy day.
 */
export function sloRecordings(system: string, slo: Slo): [total: RecordingRule, bad: RecordingRule] {
  const { total, bad } = eventExpressions(slo.sli, system);
  const labels = { system, slo: slo.id, service: slo.service, ...(slo.tier ? { tier: slo.tier } : {}) };
  return [
    { record: SLO_EVENTS.total, expr: total, labels },
    { record: SLO_EVENTS.bad, expr: bad, labels },
  ];
}

function eventExpressions(sli: Sli, system: string): { total: string; bad: string } {
  const within = (selector: Selector) => narrow(selector, { system });
  switch (sli.kind) {
    case 'ratio': {
      const total = counted(within(sli.total));
      // A counter of errors is born with the first error: until then there are none.
      return { total, bad: `${counted(within(sli.bad))} or ${total} * 0` };
    }
    case 'latency': {
      const total = counted(within({ metric: `${sli.histogram}_count`, where: sli.where }));
      const fast = counted(
        within({ metric: `${sli.histogram}_bucket`, where: { ...sli.where, le: bucketLe(sli.thresholdSeconds) } })
      );
      // No `or` here: without the bucket the objective is misconfigured, and must not look fulfilled.
      return { total, bad: `clamp_min(${total} - ${fast}, 0)` };
    }
    case 'boolean': {
      const gauge = renderSelector(within(sli.gauge));
      const total = aggregate('sum', [], `count_over_time(${gauge}[${EVENTS_WINDOW}])`);
      return { total, bad: `${total} - ${aggregate('sum', [], `sum_over_time(${gauge}[${EVENTS_WINDOW}])`)}` };
    }
  }
}

function counted(counter: Selector): string {
  return aggregate('sum', [], `increase(${renderSelector(counter)}[${EVENTS_WINDOW}])`);
}
