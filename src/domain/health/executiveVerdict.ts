import { type Alert } from '../alerts/types';
import { severityRank } from '../alerts/urgency';
import { countOf } from '../format/format';
import { type SloStanding } from '../slo/standing';
import { type HealthState, rollUp } from './states';

/** `undefined`: could not be asked. */
export interface VerdictFacts {
  standings: readonly SloStanding[] | undefined;
  alerts: readonly Alert[] | undefined;
}

export interface Verdict {
  state: HealthState;
  sentence: string;
}

const CRITICAL_RANK = severityRank('error');

/** One sentence that says whether to worry, and about what first. */
export function executiveVerdict({ standings, alerts }: VerdictFacts): Verdict {
  const parts = [alertsPart(alerts), objectivesPart(standings)];
  return { state: rollUp(parts).state, sentence: `${parts.map(({ part }) => part).join(' ')}` };
}

interface Part {
  state: HealthState;
  part: string;
}

function alertsPart(alerts: readonly Alert[] | undefined): Part {
  if (!alerts) {
    return { state: 'no-data', part: 'The alerts could not be read.' };
  }
  const firing = alerts.filter(({ state }) => state === 'firing');
  if (firing.length === 0) {
    return { state: 'ok', part: 'No alert is firing.' };
  }
  const critical = firing.filter(({ severity }) => severityRank(severity) <= CRITICAL_RANK);
  const verb = firing.length === 1 ? 'is' : 'are';
  const share = critical.length > 0 ? ` (${critical.length} critical)` : '';
  return {
    state: critical.length > 0 ? 'critical' : 'warning',
    part: `${countOf(firing.length, 'alert')} ${verb} firing${share}.`,
  };
}

function objectivesPart(standings: readonly SloStanding[] | undefined): Part {
  if (!standings) {
    return { state: 'no-data', part: 'The objectives could not be read.' };
  }
  if (standings.length === 0) {
    return { state: 'not-configured', part: 'There are no objectives.' };
  }
  const roll = rollUp(standings.map((standing) => ({ state: standing.attainment.state, part: standing })));
  const missed = standings.filter(({ attainment }) => attainment.state === 'breached').length;
  const unknown = standings.filter(({ attainment }) => attainment.state === 'no-data').length;
  const met = missed === 0 ? `No objective of ${standings.length} is missed` : `${missed} of ${countOf(standings.length, 'objective')} ${missed === 1 ? 'is' : 'are'} missed`;
  const worst = missed > 0 ? `, first of all ${firstBreached(standings)}` : '';
  const blind = unknown > 0 ? `; ${unknown} could not be measured` : '';
  return { state: roll.state, part: `${met}${worst}${blind}.` };
}

/** The standings are sorted worst first. */
function firstBreached(standings: readonly SloStanding[]): string {
  return standings.find(({ attainment }) => attainment.state === 'breached')?.slo.title ?? '';
}
