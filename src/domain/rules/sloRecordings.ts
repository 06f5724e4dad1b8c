import { aggregate, bucketLe } from '../promql/expressions';
import { renderTemplate } from '../promql/template';
import { signalQuery } from '../signals/query';
import { narrow, renderSelector, type Selector } from '../promql/matchers';
import { type Sli, type Slo, SLO_EVENTS } from '../slo/types';
import { violatingOperator } from '../slo/level';
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
    case 'good-ratio': {
      const total = counted(within(sli.total));
      // Completions may overtake the starts of the last window.
      return { total, bad: `clamp_min(${total} - (${counted(within(sli.good))} or ${total} * 0), 0)` };
    }
    case 'freeform': {
      const values = { by: [], where: { system }, window: EVENTS_WINDOW };
      return { total: renderTemplate(sli.total, values), bad: renderTemplate(sli.bad, values) };
    }
    case 'level': {
      const value = signalQuery(sli.signal, { filters: { system }, rateWindow: EVENTS_WINDOW });
      return {
        total: `(${value}) * 0 + 1`,
        bad: `(${value}) ${violatingOperator(sli.op)} bool ${sli.bound}`,
      };
    }
    case 'latency': {
      if (sli.native) {
        const requests = aggregate(
          'sum',
          [],
          `increase(${renderSelector(within({ metric: sli.histogram, where: sli.where }))}[${EVENTS_WINDOW}])`
        );
        const total = `histogram_count(${requests})`;
        return { total, bad: `${total} * (1 - histogram_fraction(0, ${sli.thresholdSeconds}, ${requests}))` };
      }
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
