import { type Alert } from '../alerts/types';
import { severityRank } from '../alerts/urgency';
import { countOf } from '../format/format';
import { type SloStanding } from '../slo/standing';
import { type HealthState, rollUp } from './states';

/** `undefined`: could not be asked. */
export interface VerdictFacts {
  standings: readonly SloStanding[] | undefined;
  alerts: readonly Alert[] | undefined;
  /** Names of scrape targets that do not answer. */
  unreachable: readonly string[] | undefined;
}

export interface Verdict {
  state: HealthState;
  sentence: string;
}

const CRITICAL_RANK = severityRank('critical');

/** One sentence that says whether to worry, and about what first. */
export function executiveVerdict({ standings, alerts, unreachable }: VerdictFacts): Verdict {
  const parts = [alertsPart(alerts), objectivesPart(standings), targetsPart(unreachable)];
  return { state: rollUp(parts).state, sentence: parts.map(({ part }) => part).join(' ') };
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
  if (critical.length === firing.length) {
    return { state: 'critical', part: `${countOf(firing.length, 'critical alert')} ${verb} firing.` };
  }
  const share = critical.length > 0 ? `, ${critical.length} of them critical` : '';
  return {
    state: critical.length > 0 ? 'critical' : 'warning',
    part: `${countOf(firing.length, 'alert')} ${verb} firing${share}.`,
  };
}

const NAMED_TARGETS = 3;

function targetsPart(unreachable: readonly string[] | undefined): Part {
  if (!unreachable) {
    return { state: 'no-data', part: 'It is not known which targets answer.' };
  }
  if (unreachable.length === 0) {
    return { state: 'ok', part: 'Every target answers.' };
  }
  const named = unreachable.slice(0, NAMED_TARGETS).join(', ');
  const more = unreachable.length > NAMED_TARGETS ? ` and ${unreachable.length - NAMED_TARGETS} more` : '';
  return { state: 'silent', part: `No answer from ${named}${more}.` };
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
  const met =
    missed === 0
      ? `No objective of ${standings.length} is missed`
      : `${missed} of ${countOf(standings.length, 'objective')} ${missed === 1 ? 'is' : 'are'} missed`;
  const worst = missed > 0 ? `, first of all ${firstBreached(standings)}` : '';
  const blind = unknown > 0 ? `; ${unknown} could not be measured` : '';
  return { state: roll.state, part: `${met}${worst}${blind}.` };
}

/** The standings are sorted worst first. */
function firstBreached(standings: readonly SloStanding[]): string {
  return standings.find(({ attainment }) => attainment.state === 'breached')?.slo.title ?? '';
}
