import { type SloState } from './attainment';
import { type SloStanding } from './standing';

/** States of a report, worst first; each is told, also when nothing is in it. */
const ALWAYS_TOLD: readonly SloState[] = ['breached', 'critical', 'warning', 'ok', 'no-data'];
const TOLD_WHEN_THERE: readonly SloState[] = ['no-traffic', 'not-configured'];

export interface StatusCounts {
  total: number;
  byState: ReadonlyArray<{ state: SloState; count: number }>;
  /** Warning or critical: the budget is running out. */
  atRisk: number;
  breached: number;
}

/** How many objectives are in each state (document 004, SLO report). */
export function statusCounts(standings: readonly SloStanding[]): StatusCounts {
  const countOf = (wanted: SloState) => standings.filter(({ attainment }) => attainment.state === wanted).length;
  const counted = (state: SloState) => ({ state, count: countOf(state) });
  return {
    total: standings.length,
    byState: [...ALWAYS_TOLD.map(counted), ...TOLD_WHEN_THERE.map(counted).filter(({ count }) => count > 0)],
    atRisk: countOf('warning') + countOf('critical'),
    breached: countOf('breached'),
  };
}
