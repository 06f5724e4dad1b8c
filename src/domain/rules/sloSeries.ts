import { type Window } from '../promql/expressions';

/** How many events are counted at once; the rule group runs as often, so that every event is counted once. */
export const EVENTS_WINDOW = '5m';

/** Names of what is recorded for objectives, beside the counts of `SLO_EVENTS`. */
export const SLO_SERIES = {
  /** The target, 0..1, with the labels of the objective: team and window too. */
  objective: 'slo:objective:ratio',
  /** Events, and bad events, within the objective's own rolling window. */
  periodTotal: 'slo:period_events_total:sum',
  periodBad: 'slo:period_events_bad:sum',
  /** Share of the budget of that window that is left; negative when it is overspent. */
  budgetRemaining: 'slo:error_budget_remaining:ratio',
} as const;

/** Share of bad events within the last `window`: `slo:error_ratio:rate1h`. Absent without traffic. */
export function errorRatioSeries(window: Window): string {
  return `slo:error_ratio:rate${window}`;
}
