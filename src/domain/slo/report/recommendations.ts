import { countOf } from '../../format/format';
import { type Sli } from '../types';
import { type ObjectiveResult, type Recommendation } from './types';

/** An incident that spent this much is worth a review of its own. */
const MOST_OF_THE_BUDGET = 0.5;
const SEVERAL = 2;

/**
 * What to do about a month (the cases of document 004, told by kind of indicator and not by name; and some of our own,
 * marked as such), with the objectives that each rests on.
 */
export function recommendations(results: readonly ObjectiveResult[]): Recommendation[] {
  const inState = (state: string) => results.filter((one) => one.state === state);
  const suffering = (kinds: ReadonlyArray<Sli['kind']>) =>
    results.filter(
      ({ state, slo }) =>
        (state === 'breached' || state === 'critical' || state === 'warning') && kinds.includes(slo.sli.kind)
    );
  const spenders = results.filter(({ incidents }) => (incidents[0]?.spentRatio ?? 0) >= MOST_OF_THE_BUDGET);
  const excluded = results.filter(
    ({ state, withoutMaintenance }) =>
      state === 'breached' && (withoutMaintenance?.budgetRemainingRatio ?? Number.NEGATIVE_INFINITY) >= 0
  );
  const advice: Array<[ObjectiveResult[], least: number, text: (count: string) => string, standard: boolean]> = [
    [inState('breached'), 1, (n) => `${n} missed. Hold risky changes back and fix what spends the budget.`, true],
    [inState('critical'), 1, (n) => `${n} with at most 10 % of the budget left. Plan for the next failure now.`, true],
    [
      suffering(['ratio', 'good-ratio', 'boolean', 'freeform']),
      SEVERAL,
      (n) => `${n} of availability suffer. Look at what they have in common: network, hosts, databases.`,
      true,
    ],
    [
      suffering(['latency']),
      SEVERAL,
      (n) => `${n} of latency suffer. Look for something that became slow for all: load, a release, a shared store.`,
      true,
    ],
    [inState('warning'), 1, (n) => `${n} with at most a quarter of the budget left. Watch the burn rate.`, false],
    [inState('no-data'), 1, (n) => `${n} without any data. Nobody knows whether they were kept; find out why.`, false],
    [inState('not-configured'), 1, (n) => `${n} misconfigured. Mend the indicator before trusting the rest.`, false],
    [spenders, 1, (n) => `${n} lost half of the budget or more in one go. Review that incident.`, false],
    [excluded, 1, (n) => `${n} missed in announced maintenance alone. Decide whether customers were told.`, false],
  ];
  return advice
    .filter(([some, least]) => some.length >= least)
    .map(([some, , text, standard]) => ({
      text: text(countOf(some.length, 'objective')),
      because: some.map(({ slo }) => slo.title),
      standard,
    }));
}
